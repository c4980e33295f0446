"""What an export found in the lines, counted, and the first of each kind named with its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Note = Literal[
    "torn",
    "foreign",
    "other_schema",
    "too_long",
    "unreadable_file",
    "shrunken_file",
    "unknown_keys",
    "mended_text",
    "no_instant",
    "beyond_time",
    "repeated",
    "defused",
    "written_twice",
]

_NAMED = 5
"""Places that are named of each kind; all are counted."""

_MEANING: dict[Note, str] = {
    "torn": "lines left out: no whole JSON",
    "foreign": "lines left out: JSON, but no line of an article",
    "other_schema": "lines left out: of another major version of the schema",
    "too_long": "lines left out: longer than LINE_MAX_BYTES",
    "unreadable_file": "files that could not be read to their end: mend them, then export again",
    "shrunken_file": "files left out: shorter than at the last export; export anew, without --follow",
    "unknown_keys": "lines with keys that this version of the schema does not have: those keys are left out",
    "mended_text": "lines with characters that no tool takes (lone surrogates, zero bytes), now U+FFFD",
    "no_instant": "times that are no instant (a day, or without an offset): null in the …_utc column",
    "beyond_time": "times beyond the years 1 to 9999: null in the …_utc column",
    "repeated": "lines that the target has already, or a later revision of them",
    "written_twice": "lines left out: another machine wrote the same revision, and it came first",
    "defused": "cells that a spreadsheet would take for a formula: they begin with ' now",
}
INCOMPLETE: tuple[Note, ...] = ("unreadable_file", "shrunken_file")
"""What makes an export fail, because lines may be missing."""


class Summary:
    """The counts of one export."""

    def __init__(self) -> None:
        self.exported = 0
        """Rows that are new in the target."""
        self.counts: Counter[Note] = Counter()
        self._places: dict[Note, list[str]] = defaultdict(list)

    def note(self, note: Note, place: str = "", count: int = 1) -> None:
        """Count a note; name its place while few have been named."""
        if count:
            self.counts[note] += count
            if place and len(self._places[note]) < _NAMED:
                self._places[note].append(place)

    @property
    def incomplete(self) -> bool:
        """Whether lines may be missing."""
        return any(self.counts[note] for note in INCOMPLETE)

    def __iter__(self) -> Iterator[str]:
        """Yield one line of text for each kind that was found.

        >>> summary = Summary()
        >>> summary.note("torn", "output/tass/2026-05-04.jsonl:7")
        >>> list(summary)
        ['1 lines left out: no whole JSON (output/tass/2026-05-04.jsonl:7)']
        """
        for note, meaning in _MEANING.items():
            if count := self.counts[note]:
                named = self._places[note]
                more = ", …" if named and count > len(named) else ""
                places = f" ({', '.join(named)}{more})" if named else ""
                yield f"{count:,} {meaning}{places}"
