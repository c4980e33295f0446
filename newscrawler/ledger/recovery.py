"""Recovery: what was found and done when a ledger was compared with the lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from newscrawler.text.counted import some


@dataclass(slots=True)
class Recovery:
    """What was found and done when the ledger was compared with the lines."""

    adopted: int = 0
    """Lines that the ledger did not have."""
    cut: int = 0
    """Bytes of unfinished lines that were cut off."""
    unreadable: int = 0
    """Lines that are no JSON of an article; they stay where they are."""
    lost: list[str] = field(default_factory=list)
    """Days whose file was damaged, changed by another hand or is gone before a later run has closed it.

    What it lacks is fetched again.
    """
    rebuilt: bool = False
    """The ledger knew nothing of this site, though there are lines."""

    def add(self, other: Recovery) -> None:
        """Add what was found in the files of another machine."""
        self.adopted += other.adopted
        self.cut += other.cut
        self.unreadable += other.unreadable
        self.lost = sorted({*self.lost, *other.lost})
        self.rebuilt = self.rebuilt or other.rebuilt

    def __str__(self) -> str:
        unreadable = f", {self.unreadable} of them unreadable" if self.unreadable else ""
        return f"{some(self.adopted + self.unreadable, 'line')} read{unreadable}"
