"""Plan: the URLs of a span, in a file for each month; what is whole and what is done survives a kill."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, BinaryIO

from newscrawler.exceptions import OutputError
from newscrawler.output.durable import make_folder, sync_folder
from newscrawler.output.folder import backfill_list
from newscrawler.output.line import json_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

UNDATED = "undated"
"""Where URLs are of which nothing says their month."""
_PLAN = "plan.json"
_MONTH = re.compile(r"\d{4}-\d{2}\Z")


class Plan:
    """The folder of one backfill: ``<month>.jsonl``, ``<month>.done``, and ``plan.json`` once it is whole."""

    def __init__(self, folder: Path, first: date, last: date) -> None:
        """Open it.

        :param first: day of the span.
        """
        self.folder, self.first, self.last = folder, first, last
        self.counts: dict[str, int] = {}
        """Month -> URLs."""
        self.left_out = 0
        """URLs that lie outside of the span, as far as it can be told before they are asked for."""
        self.crawl_delay = 0.0
        """Seconds between two requests that robots.txt asks for; 0: none."""
        self._files: dict[str, BinaryIO] = {}
        self._seen: set[int] = set()

    def load(self) -> bool:
        """Read a plan that is whole; return False where there is none."""
        try:
            values: dict[str, Any] = json.loads((self.folder / _PLAN).read_bytes())
        except (OSError, ValueError):
            return False
        self.counts, self.left_out = values["counts"], values["left_out"]
        self.crawl_delay = values.get("crawl_delay", 0.0)
        return True

    def begin(self) -> None:
        """Begin a plan anew: what a killed planning has left is of no use.

        :raises OutputError: the folder cannot be written.
        """
        self.counts, self.left_out = {}, 0
        self._seen.clear()
        try:
            for file in self._files.values():
                file.close()
            self._files.clear()
            make_folder(self.folder)
            for path in self.folder.iterdir():
                path.unlink()
        except OSError as error:
            raise _cannot(self.folder, error) from error

    def enter(self, key: str, date_of: str | None, values: dict[str, Any]) -> None:
        """Enter a URL, once.

        :param date_of: day or month of its publication, as far as it is known.
        :raises OutputError: the file cannot be written.
        """
        if hash(key) in self._seen:
            return
        self._seen.add(hash(key))
        month = date_of[:7] if date_of and _MONTH.match(date_of[:7]) else UNDATED
        try:
            if month not in self._files:
                self._files[month] = self.list_of(month).open("ab")
            self._files[month].write(json_line(values))
        except OSError as error:
            raise _cannot(self.folder, error) from error
        self.counts[month] = self.counts.get(month, 0) + 1

    def finish(self) -> None:
        """Bring the plan to the disk; now it is whole.

        :raises OutputError: the disk does not take it.
        """
        try:
            for file in self._files.values():
                file.close()
            part = self.folder / f"{_PLAN}.part"
            values = {"counts": self.counts, "left_out": self.left_out, "crawl_delay": self.crawl_delay}
            part.write_bytes(json_line(values))
            part.replace(self.folder / _PLAN)
            sync_folder(self.folder)
        except OSError as error:
            raise _cannot(self.folder, error) from error

    @property
    def total(self) -> int:
        """Return how many URLs there are."""
        return sum(self.counts.values())

    def open_months(self) -> Iterator[str]:
        """Yield the months that are not done, the newest first, what is undated last."""
        months = sorted((month for month in self.counts if month != UNDATED), reverse=True)
        for month in [*months, *([UNDATED] if UNDATED in self.counts else [])]:
            if not (self.folder / f"{month}.done").exists():
                yield month

    def list_of(self, month: str) -> Path:
        """Return the list of a month's URLs."""
        return backfill_list(self.folder, month)

    def done(self, month: str) -> None:
        """Mark a month as complete.

        :raises OutputError: the disk does not take it.
        """
        try:
            (self.folder / f"{month}.done").touch()
            sync_folder(self.folder)
        except OSError as error:
            raise _cannot(self.folder, error) from error


def _cannot(folder: Path, error: OSError) -> OutputError:
    said = f"cannot write the plan in {folder}: {error.strerror}; free the disk, then start again"
    return OutputError(said)
