"""What an export found in the lines, counted, and the first of each kind named with its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal

from newscrawler.text.counted import some

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

_MEANING: dict[Note, tuple[str, str]] = {
    "torn": ("line", "left out: no whole JSON"),
    "foreign": ("line", "left out: JSON, but no line of an article"),
    "other_schema": ("line", "left out: of another major version of the schema"),
    "too_long": ("line", "left out: longer than LINE_MAX_BYTES"),
    "unreadable_file": ("file", "not read to the end: mend what is broken, then export again"),
    "shrunken_file": ("file", "left out: shorter than at the last export; export anew, without --follow"),
    "unknown_keys": (
        "line", "with keys that this version of the schema does not have: those keys are left out"
    ),
    "mended_text": ("line", "with characters that no tool takes (lone surrogates, zero bytes), now U+FFFD"),
    "no_instant": ("time", "without an instant (a day, or no offset): null in the …_utc column"),
    "beyond_time": ("time", "beyond the years 1 to 9999: null in the …_utc column"),
    "repeated": ("line", "in the target already, there or as a later revision"),
    "written_twice": ("line", "left out: another machine wrote the same revision, and it came first"),
    "defused": ("cell", "with ' put before: a spreadsheet would take it for a formula"),
}  # fmt: skip
"""What is counted, and what is said of it."""
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
        ['1 line left out: no whole JSON (output/tass/2026-05-04.jsonl:7)']
        """
        for note, (what, meaning) in _MEANING.items():
            if count := self.counts[note]:
                named = self._places[note]
                more = ", …" if named and count > len(named) else ""
                places = f" ({', '.join(named)}{more})" if named else ""
                yield f"{some(count, what)} {meaning}{places}"
