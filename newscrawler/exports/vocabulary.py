"""A line as an object of another vocabulary: schema.org, ninjs, news-please and others.

Which field stands where is data: ``vocabularies.toml``.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("vocabularies.toml").read_text("utf-8"))
VOCABULARIES: tuple[str, ...] = tuple(_DATA["titles"])
"""What a line can be converted to."""
ALWAYS = frozenset({"schema_version", "run_id", "content_hash", "extracted_by", "access", "site"})
"""Fields of every line that say nothing of the article; they are not named as left out."""


class Vocabulary:
    """One of them. It counts the fields that it has no place for."""

    def __init__(self, name: str) -> None:
        self._constants = _DATA["constants"].get(name, {})
        self._beside: dict[str, dict[str, str]] = _DATA["beside"].get(name, {})
        self._places = [
            (field, place)
            for field, places in _DATA["fields"].items()
            for place in _listed(places.get(name, []))
        ]
        self._fields = {field.partition(".")[0].removesuffix("[]") for field, _ in self._places}
        self.left_out: Counter[str] = Counter()
        """Field -> lines that say something in it which has no place."""

    def convert(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the object of a line; what is not known has no key."""
        found: dict[str, Any] = deepcopy(self._constants)
        lost = set()
        for field, place in self._places:
            path, _, change = (part.strip() for part in place.partition("|"))
            known = [(index, value) for index, value in _values(values, field) if value not in _NOTHING]
            kept = [(index, new) for index, value in known if (new := _CHANGE[change](value)) is not None]
            if len(kept) < len(known):
                lost.add(field)
            if kept and "[]" not in path:
                texts = [value for _, value in kept]
                kept = [(0, texts[0] if change == "first" or len(texts) == 1 else "; ".join(texts))]
            for index, value in kept:
                self._put(found, path, index, value)
        self.left_out.update(lost)
        for field in values.keys() - self._fields - ALWAYS:
            if values[field] not in _NOTHING:
                self.left_out[field] += 1
        return found

    def _put(self, target: dict[str, Any], path: str, index: int, value: Any) -> None:
        """Set a value at a path: in its first list at the index, in a list within it as the only element."""
        *way, last = path.split(".")
        for key in way:
            if key.endswith("[]"):
                target, index = _element(target.setdefault(key[:-2], []), index), 0
            else:
                target = target.setdefault(key, {})
        if last.endswith("[]"):
            target.setdefault(last[:-2], []).append(value)
        else:
            target.update(self._beside.get(path, {}))
            target[last] = value


_NOTHING: tuple[Any, ...] = (None, "", [], {}, False, "unknown")
"""Values that say nothing; ``access.state`` is ``unknown`` where the page does not tell."""


def _values(values: Any, field: str) -> Iterator[tuple[int, Any]]:
    """Yield the values of a field, each with its index in the list that it stands in."""
    key, _, rest = field.partition(".")
    value = values.get(key.removesuffix("[]")) if isinstance(values, dict) else None
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield index, part.get(rest) if rest and isinstance(part, dict) else part
    elif rest:
        yield from _values(value, rest)
    else:
        yield 0, value


def _listed(places: str | list[str]) -> list[str]:
    return [places] if isinstance(places, str) else places


def _element(elements: list[dict[str, Any]], index: int) -> dict[str, Any]:
    while len(elements) <= index:
        elements.append({})
    return elements[index]


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if len(text) == len("2026-05-04") else moment


def _instant(text: str) -> str | None:
    moment = _moment(text)
    return text if moment is not None and moment.tzinfo is not None else None


def _naive(text: str) -> str | None:
    moment = _moment(text)
    return None if moment is None else moment.replace(tzinfo=None).isoformat(" ", "seconds")


def _utc(text: str) -> str | None:
    moment = _moment(text)
    if moment is None or moment.tzinfo is None:
        return None
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _urn(text: str) -> str:
    return "urn:newscrawler:" + quote(text, safe=":/@!$&'()*+,;=~")


_CHANGE: dict[str, Callable[[Any], Any]] = {
    "": lambda value: value,
    "first": lambda value: value,
    "text": str,
    "day": lambda text: text[: len("2026-05-04")],
    "free": {"free": True, "metered": False, "partial": False, "locked": False}.get,
    "instant": _instant,
    "naive": _naive,
    "utc": _utc,
    "urn": _urn,
}


def table() -> str:
    """Return the table of ``docs/fields.md``, in Markdown."""
    titles = _DATA["titles"]
    rows = [f"| here | {' | '.join(titles.values())} |", f"| {' | '.join(['---'] * (len(titles) + 1))} |"]
    for field, places in _DATA["fields"].items():
        cells = [", ".join(map(_cell, _listed(places.get(name, [])))) or "–" for name in titles]
        rows.append(f"| `{field}` | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _cell(place: str) -> str:
    path, _, change = (part.strip() for part in place.partition("|"))
    return f"`{path}` ({change})" if change else f"`{path}`"
