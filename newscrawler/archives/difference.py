"""Difference: how many lines would say something else today, field by field, with samples."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.archives.rereading import Reread

_WIDTH = 60
"""Characters of a value in a sample."""


class Difference:
    """Counts what became of the lines of one site."""

    def __init__(self, site: str, samples: int) -> None:
        """Begin.

        :param samples: most of one field.
        """
        self.site = site
        self._most = samples
        self.lines = self.same = self.differ = 0
        self.fields: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()
        """Reason -> lines whose page could not be read, or is no article any more."""
        self._samples: dict[str, list[str]] = {}

    def enter(self, found: Reread) -> None:
        """Count a line."""
        self.lines += 1
        if found.now is None:
            self.unread[found.reason] += 1
            self._sample(f"no article: {found.reason}", f"{found.line.id} {found.line.url}")
        elif not found.changed:
            self.same += 1
        else:
            self.differ += 1
            for name in found.changed:
                self.fields[name] += 1
                before, now = _short(getattr(found.line, name)), _short(getattr(found.now, name))
                self._sample(name, f"{found.line.id}: {before} -> {now}")

    def _sample(self, name: str, text: str) -> None:
        samples = self._samples.setdefault(name, [])
        if len(samples) < self._most:
            samples.append(text)

    def __iter__(self) -> Iterator[str]:
        """Yield the figures and samples, a line each."""
        yield f"{self.site}: {some(self.lines, 'line')}: {self.same:,} the same, {self.differ:,} would differ"
        for name, count in self.fields.most_common():
            yield f"  {name}: {count:,}"
            yield from (f"    {sample}" for sample in self._samples[name])
        for reason, count in self.unread.most_common():
            yield f"  not read: {reason}: {count:,}"
            yield from (f"    {sample}" for sample in self._samples[f"no article: {reason}"])


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def _short(value: Any) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    elif isinstance(value, list):
        value = [
            asdict(part) if is_dataclass(part) and not isinstance(part, type) else part for part in value
        ]
    text = repr(value).replace("\n", " ")
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
