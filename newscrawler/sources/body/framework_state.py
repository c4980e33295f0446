"""Framework state: the text of an article that a page holds only in the script state of its framework."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from newscrawler.document.json_script import count_values
from newscrawler.document.tree import parse_fragment
from newscrawler.sources.body.blocks import body_text, walk
from newscrawler.sources.boilerplate.house_lines import is_house_line
from newscrawler.sources.boilerplate.prose import length, prose_weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscrawler.document import Document

_DECODER: Final = json.JSONDecoder(strict=False)
_OPENING: Final = re.compile(r"[=(,:]\s*([\[{])")
_FLIGHT: Final = re.compile(r"self\.__next_f\.push\(\s*")
_FLIGHT_ROW: Final = re.compile(
    r"(?:^|\n|(?<=[\]}>\"]))([0-9a-f]{1,4}):(?:T[0-9a-f]+,)?(?=[\[{\"<A-Z])",
)
_BESIDE_KEYS: Final = re.compile(
    r"(?i)author|byline|contributor|related|recommend|caption|comment|yoast|seo|metadata|newsletter|latest|trending|"
    r"popular|promo|teaser|sidebar|footer"
)
_URL_KEYS: Final = frozenset(("url", "link", "href", "slug", "path", "canonical_url", "webUrl", "permalink"))
_MARKUP: Final = re.compile(r"<(?:p|div|br|h[1-6]|strong|em|a|ul|section)\b", re.IGNORECASE)
_CODE: Final = re.compile(r"[{}|=\\_^~]|[;,]\S|;$|\S\(\)|=>|%[0-9A-F]{2}")
_TEXT_KEYS: Final = re.compile(r"(?i)body|content|text|html|paragraph|story|article|value|markup")
_WORD: Final = re.compile(r"\w+")
_LEAST_HEADLINE: Final = 8
_LEAST: Final = 300
"""Running text below this is a description, not a body."""
_MAX_SCRIPT: Final = 4_000_000
_MAX_VALUES: Final = 60_000
_MAX_FRAGMENT: Final = 400_000
_Path = tuple[str, ...]
_Rows = dict[str, str]


def state_body(doc: Document, headline: str | None) -> str | None:
    """Return the longest running text that the script state holds for this headline, None for none.

    Only the object that has the headline is read, and other stories within it are passed over: a state often
    holds whole articles that are not this one.
    """
    wanted = _letters(headline or "")
    if len(wanted) < _LEAST_HEADLINE:
        return None
    best: tuple[float, str] | None = None
    for state, rows in _states(doc):
        for story in _stories(state, wanted):
            for text, weight in _texts(_strings(story, wanted, rows)):
                if weight >= _LEAST and (best is None or weight > best[0]):
                    best = (weight, text)
    return best[1] if best else None


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))


def _is_headline(text: str, wanted: str) -> bool:
    """Tell whether a string is the headline; one of the two may be shortened or have the site's name."""
    if len(text) > 300:
        return False
    letters = _letters(text)
    return len(letters) >= _LEAST_HEADLINE and (letters in wanted or wanted in letters)


def _states(doc: Document) -> Iterator[tuple[Any, _Rows]]:
    """Yield JSON values of scripts that are data and no JSON-LD, with the values that they may refer to."""
    flight: list[str] = []
    for script in doc.scripts:
        text = script.text
        if len(text) < _LEAST or len(text) > _MAX_SCRIPT:
            continue
        if 0 < doc.bounds.json_values < count_values(text):
            continue
        if "ld+json" in script.kind or "template" in script.kind:
            continue
        if row := _FLIGHT.search(text):
            value = _decode(text, row.end())
            if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
                flight.append(value[1])
            continue
        stripped = text.lstrip()
        openings = [0] if stripped[:1] in {"{", "["} else list(_openings(stripped))
        for opening in openings:
            if (value := _decode(stripped, opening)) is not None:
                yield value, {}
    if flight:
        rows = _flight_rows("".join(flight))
        yield list(rows.values()), {name: row for name, row in rows.items() if isinstance(row, str)}


def _openings(text: str) -> Iterator[int]:
    """Yield where a large value may begin: the first few places after an assignment or a call."""
    for tried, opening in enumerate(_OPENING.finditer(text)):
        if tried >= 8 or len(text) - opening.start() < _LEAST:
            return
        yield opening.start(1)


def _decode(text: str, start: int) -> Any:
    try:
        value, _ = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, str) and value.lstrip()[:1] in {"{", "["}:
        return _decode(value.lstrip(), 0)
    return value


def _flight_rows(text: str) -> dict[str, Any]:
    """Return the values of a React server stream by name; values refer to others as ``$name``."""
    rows: dict[str, Any] = {}
    starts = list(_FLIGHT_ROW.finditer(text))
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        row = text[start.end() : following.start() if following else None]
        value = _decode(row, 0) if row[:1] in {"{", "[", '"'} else None
        rows[start[1]] = row if value is None else value
    return rows


def _stories(state: Any, wanted: str) -> Iterator[dict[str, Any]]:
    """Yield objects with the headline; where it stands in a small object of titles, the one around that."""
    stack: list[tuple[Any, dict[str, Any] | None]] = [(state, None)]
    for _ in range(_MAX_VALUES):
        if not stack:
            return
        value, outer = stack.pop()
        if isinstance(value, list):
            stack.extend((inner, outer) for inner in value if isinstance(inner, dict | list))
        elif isinstance(value, dict):
            if any(isinstance(inner, str) and _is_headline(inner, wanted) for inner in value.values()):
                yield value
                if outer is not None and all(isinstance(i, str) and len(i) < _LEAST for i in value.values()):
                    yield outer
            stack.extend((inner, value) for inner in value.values() if isinstance(inner, dict | list))


def _direct_strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [inner for inner in value.values() if isinstance(inner, str)] if isinstance(value, dict) else []


def _is_other_story(value: dict[str, Any], wanted: str) -> bool:
    """Tell whether an object has a title of its own and a URL, as a teaser has."""
    titles = [text for key in ("title", "headline") for text in _direct_strings(value.get(key))]
    return (
        bool(titles)
        and not any(_is_headline(title, wanted) for title in titles)
        and not _URL_KEYS.isdisjoint(value)
    )


def _texts(strings: Iterable[tuple[_Path, str]]) -> Iterator[tuple[str, float]]:
    """Yield texts with the amount of running text in each; strings of one list stand together."""
    together: dict[_Path, list[str]] = {}
    for path, text in strings:
        if len(text) >= _LEAST or (path and _TEXT_KEYS.search(path[-1])):
            together.setdefault(path, []).append(text)
    for texts in together.values():
        read = [found for text in texts if (found := _read(text))]
        weight = sum(weight for _, weight in read)
        if weight >= _LEAST:
            yield "\n\n".join(text for text, _ in read), weight


def _strings(story: Any, wanted: str, rows: _Rows) -> Iterator[tuple[_Path, str]]:
    """Yield every string of this story with the keys that lead to it; places in lists do not count."""
    stack: list[tuple[_Path, Any]] = [((), story)]
    for _ in range(_MAX_VALUES):
        if not stack:
            return
        path, value = stack.pop()
        if isinstance(value, str):
            yield path, rows.get(value[1:], value) if value[:1] == "$" else value
        elif isinstance(value, dict):
            if value is story or not _is_other_story(value, wanted):
                stack.extend(
                    ((*path, str(key)), inner)
                    for key, inner in reversed(value.items())
                    if not _BESIDE_KEYS.search(str(key))
                )
        elif isinstance(value, list):
            stack.extend((path, inner) for inner in reversed(value))


def _read(text: str) -> tuple[str, float] | None:
    """Return the text of a string that may be HTML, and how much running text it is."""
    if len(text) > _MAX_FRAGMENT or text.startswith(("http:", "https:", "data:", "/")):
        return None
    if "&lt;" in text[:200]:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    if not _MARKUP.search(text):
        lines = [line for part in text.split("\n") if (line := " ".join(part.split())) and _is_language(line)]
        size = sum(length(line) for line in lines if length(line) >= 60)
        return ("\n\n".join(lines), float(size)) if size else None
    nodes, found = walk(parse_fragment(text))
    unseen: set[int] = set()
    for node in nodes:
        if node.is_unseen or (node.parent is not None and node.parent.index in unseen):
            unseen.add(node.index)
    kept = [
        block
        for block in found
        if block.node.index not in unseen and _is_language(block.text) and not is_house_line(block.text)
    ]
    whole = body_text(kept)
    return (whole, sum(map(prose_weight, kept))) if whole else None


def _is_language(text: str) -> bool:
    """Tell whether a line is written for people, and is no code, style sheet, data or list of identifiers."""
    if len(text) < 40:
        return not _CODE.search(text)
    if len(_CODE.findall(text)) > len(text) * 0.015:
        return False
    return max(map(len, text.split())) < 80 or length(text) > 1.8 * len(text)
