"""Batch: what one commit brings to the disk and into the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newscrawler.ledger.supply_memory import SupplyBatch

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawler.items import Article, Gone
    from newscrawler.ledger.rotation_memory import Rotation
    from newscrawler.ledger.rows import Known, Listing


@dataclass(slots=True)
class Batch:
    """What a run has found out since the last commit."""

    lines: list[tuple[Article, bytes]] = field(default_factory=list)
    """Articles with their lines, in the order in which they are to stand in the day files."""
    looks: list[tuple[Known, datetime, bool]] = field(default_factory=list)
    """Known articles that were looked at, when, and whether they are withdrawn. Their ``url`` is for the next
    look."""
    tried: dict[str, tuple[Known, datetime]] = field(default_factory=dict)
    """Due articles that were asked for, by id, and when. It counts where no look is entered: an article that
    fails, or turns out to be another one, would else be due for ever."""
    aliases: list[tuple[Article | Gone, str]] = field(default_factory=list)
    """Articles without a line of their own, and the id of the article whose line says what they say."""
    listings: dict[bytes, Listing] = field(default_factory=dict)
    """Listings with their last answer, by key."""
    rotations: dict[str, Rotation] = field(default_factory=dict)
    """What has stood in places of articles of which something is another one at each look, by id."""
    supply: SupplyBatch = field(default_factory=SupplyBatch)
    """What was learned of listings, of URLs without a line, and of hosts."""
    run: dict[str, Any] | None = None
    """The run's record as far as it is known."""

    def __len__(self) -> int:
        """Return the number of articles in it."""
        return len(self.lines) + len(self.looks) + len(self.aliases)
