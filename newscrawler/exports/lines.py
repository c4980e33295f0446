"""Read the lines of an output folder as a stream: whole ones only, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from newscrawler.exceptions import OutputError
from newscrawler.exports.positions import Day, Position
from newscrawler.exports.row import NoRow, values_of
from newscrawler.output.day_files import day_files, reading
from newscrawler.output.folder import site_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from newscrawler.exports.positions import Positions
    from newscrawler.exports.summary import Summary
    from newscrawler.output.day_files import DayFile


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article, or the end of a day's lines, where ``values`` is None."""

    values: dict[str, Any] | None
    place: str
    """File, and the byte at which the line begins."""
    day: Day
    position: Position
    """Behind the line."""
    size: int = 0
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which lines are read."""

    output: Path
    sites: Sequence[str]
    longest: int
    """Bytes of a line (``LINE_MAX_BYTES``)."""
    since: datetime | None = None
    until: datetime | None = None
    """Of ``fetched_at``, both inclusive, aware."""
    positions: Positions = field(default_factory=dict)
    """Where the last export stopped."""

    def days(self) -> list[tuple[Day, list[DayFile]]]:
        """Return the days that are read, with their files as long as they are now.

        :raises OutputError: a folder cannot be read.
        """
        found = []
        first = f"{self.since.astimezone(UTC):%Y-%m-%d}" if self.since else ""
        last = f"{self.until.astimezone(UTC):%Y-%m-%d}" if self.until else "9999"
        for site in self.sites:
            for day, files in groupby(day_files(site_folder(self.output, site)), lambda file: file.stem):
                if first <= day[:10] <= last:
                    found.append((Day(site, day), list(files)))
        return found

    def has(self, values: dict[str, Any]) -> bool:
        """Tell whether a line was fetched within the bounds; one that does not say is taken by its file."""
        if self.since is None and self.until is None:
            return True
        try:
            fetched = datetime.fromisoformat(values["fetched_at"])
        except (KeyError, TypeError, ValueError):
            return True
        if fetched.tzinfo is None:
            return True
        return (self.since is None or self.since <= fetched) and (self.until is None or fetched <= self.until)


def read_lines(
    selection: Selection, days: Sequence[tuple[Day, Sequence[DayFile]]], summary: Summary
) -> Iterator[Line]:
    """Yield each line of the days, and after the lines of a day its end.

    A last line without its end is left for the next export: a crawl may be writing it. What cannot be read is
    noted in the summary and passed over.
    """
    for day, files in days:
        position = selection.positions.get(day, Position())
        if position.stamp != _stamp(files):
            yield from _read_day(selection, day, files, position.offset, summary)


def _stamp(files: Sequence[DayFile]) -> str:
    return " ".join(f"{file.path.name}:{file.size}" for file in files)


def _read_day(
    selection: Selection, day: Day, files: Sequence[DayFile], known: int, summary: Summary
) -> Iterator[Line]:
    begin = 0  # of the file within the text of the day
    for file in files:
        lines = _Lines(file, selection.longest, summary)
        start = max(0, known - begin)
        try:
            with reading(file) as stream:
                end = stream.seek(start if file.compressed else min(start, file.size))
                if end == start:
                    for raw, end in lines.whole(stream, start):
                        values = lines.values(raw)
                        if values is not None and selection.has(values):
                            yield Line(values, lines.place, day, Position(begin + end), len(raw))
        except OutputError:
            summary.note("unreadable_file", str(file.path))
            return  # the next export goes on where this one stopped
        begin += end
    if begin < known:
        summary.note("shrunken_file", str(files[-1].path))
    else:
        yield Line(None, "", day, Position(begin, _stamp(files)))


class _Lines:
    """The lines of one file, up to the size that it had at the start."""

    def __init__(self, file: DayFile, longest: int, summary: Summary) -> None:
        self._file = file
        self._longest = longest
        self._summary = summary
        self.place = str(file.path)
        """The line that was read last, by the byte at which it begins."""

    def whole(self, stream: BinaryIO, start: int) -> Iterator[tuple[bytes, int]]:
        """Yield each line with the offset behind it; empty bytes stand for one that is too long."""
        begin = start
        while raw := stream.readline(self._longest + 1):
            end, is_whole = begin + len(raw), raw.endswith(b"\n")
            while not is_whole and (part := stream.readline(1 << 20)):
                raw, end, is_whole = b"", end + len(part), part.endswith(b"\n")
            if not self._file.compressed and end > self._file.size:
                return  # written since
            self.place = f"{self._file.path} byte {begin}"
            if not is_whole and not self._file.compressed:
                self._summary.note("torn", self.place)
                return  # a crawl may be writing it
            yield raw, end
            begin = end

    def values(self, raw: bytes) -> dict[str, Any] | None:
        """Return the object of a line; note what is none."""
        if raw.isspace():
            return None  # zeroed by a power cut, and blanked
        try:
            if not raw:
                raise NoRow("too_long")
            return values_of(raw, self._summary, self.place)
        except NoRow as error:
            self._summary.note(error.note, self.place)
            return None
