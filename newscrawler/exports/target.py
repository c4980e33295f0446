"""What an export writes to: a target takes batches, each whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.exports.positions import Positions
    from newscrawler.exports.row import Row


class Target(Protocol):
    """A file, a folder or a database."""

    def positions(self) -> Positions:
        """Return how far the lines have been read into it; empty where it is made anew."""
        ...

    def write(self, rows: Sequence[Row], positions: Positions) -> int:
        """Take a batch, and with it how far the lines have been read; return how many rows were new.

        :raises OutputError: it could not; the target is as it was before.
        """
        ...

    def finish(self) -> None:
        """Make all of it visible.

        :raises OutputError: it could not.
        """
        ...

    def abandon(self) -> None:
        """Close it as it is: the export has failed."""
        ...
