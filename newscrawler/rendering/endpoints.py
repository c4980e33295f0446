"""The JSON URL behind the rows of a page, recognised in what the page asked and was answered. Pure."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import parse_qsl, urljoin, urlsplit

from newscrawler.discovery.rows.json_api import look
from newscrawler.publication.listing_layout import JsonListing
from newscrawler.text import clean
from newscrawler.urls import url_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newscrawler.rendering import Exchange

DEPTH = 4
_TIME = re.compile(r"publish|date|time|created|issued", re.IGNORECASE)
_COUNTING = re.compile(r"(?:offset|skip|start|from)\Z", re.IGNORECASE)
_LATER = re.compile(r"modif|updat|expire|edit", re.IGNORECASE)
_NAMED = {
    "section": re.compile(r"section|rubric|category|channel", re.IGNORECASE),
    "lead": re.compile(r"lead|summary|description|subtitle|standfirst|teaser|announce", re.IGNORECASE),
}


@dataclass(slots=True)
class Endpoint:
    """A listing declaration, with what could not be made out."""

    listing: JsonListing
    matched: int
    """Rows of the page that its answers hold."""
    notes: list[str] = field(default_factory=list)

    def code(self) -> str:
        """Write the declaration as it goes into a site's file."""
        lines = [f"    # {note}" for note in self.notes]
        plain = JsonListing(url="")
        for each in fields(JsonListing):
            value = getattr(self.listing, each.name)
            if value != getattr(plain, each.name):
                lines.append(f"    {each.name}={value!r},")
        return "JsonListing(\n" + "\n".join(lines) + "\n)"


@dataclass(slots=True)
class _Asked:
    """One exchange, read."""

    question: dict[str, Any]
    answer: Any


def find_endpoints(
    exchanges: Sequence[Exchange], rows: Sequence[tuple[str, str]], page_url: str
) -> list[Endpoint]:
    """Find the URLs whose answers hold the rows of a page, the one that holds most of them first.

    :param rows: URL and text of each row of the rendered page.
    """
    texts = {url_key(url): clean(text) for url, text in rows}
    groups: dict[tuple[str, str], list[_Asked]] = defaultdict(list)
    for exchange in exchanges:
        asked = _read(exchange)
        if asked is not None:
            groups[exchange.method, exchange.url.partition("?")[0]].append(asked)
    found = [
        endpoint
        for (method, url), asked in groups.items()
        if method in {"GET", "POST"} and (endpoint := _endpoint(method, url, asked, texts, page_url))
    ]
    return sorted(found, key=lambda endpoint: -endpoint.matched)


def _read(exchange: Exchange) -> _Asked | None:
    try:
        answer = json.loads(exchange.answer)
        question = json.loads(exchange.question) if exchange.question else {}
    except (ValueError, RecursionError):
        return None
    if exchange.method == "GET":
        question = dict(parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True))
    return _Asked(question, answer) if isinstance(question, dict) else None


def _endpoint(
    method: str, url: str, asked: list[_Asked], texts: Mapping[str, str], page_url: str
) -> Endpoint | None:
    matched, rows, link = _best_list(asked, texts, page_url)
    if not matched:
        return None
    items = _items(asked, rows)
    keys = [(item, _key(item, link, page_url)) for item in items]
    known = [(item, texts[key]) for item, key in keys if key and key in texts]
    declared: dict[str, Any] = {
        "link": link,
        "headline": _headline(known, link) or "title",
        "published_at": _published(items),
        **{name: _by_name(items, pattern, link) for name, pattern in _NAMED.items()},
    }
    notes: list[str] = []
    question, paging = _paging(asked, rows, notes)
    question = _with_slug(question, page_url)
    home, place = urlsplit(page_url), urlsplit(url)
    shown = place.path if place.netloc == home.netloc else url
    kind: Literal["GET", "POST"] = "GET" if method == "GET" else "POST"
    asks: dict[str, Any] = {"params": question} if kind == "GET" else {"body": question}
    return Endpoint(
        JsonListing(url=shown, method=kind, rows=rows, **asks, **declared, **paging), matched, notes
    )


def _best_list(asked: list[_Asked], texts: Mapping[str, str], page_url: str) -> tuple[int, str, str]:
    """Return how many rows the best list of the answers holds, the list's path, and the path of its links."""
    best: tuple[int, str, str] = (0, "", "")
    for path in _lists(asked[0].answer):
        items = _items(asked, path)
        for link in _paths(items):
            matched = len({key for item in items if (key := _key(item, link, page_url)) in texts})
            if matched > best[0] and 2 * matched >= len(items):
                best = (matched, path, link)
    return best


def _with_slug(question: dict[str, Any], page_url: str) -> dict[str, Any]:
    """Return a question with ``{slug}`` where it names a part of the page's path."""
    slugs = {part for part in urlsplit(page_url).path.split("/") if part}
    return {
        name: "{slug}" if isinstance(value, str) and value in slugs else value
        for name, value in question.items()
    }


def _lists(answer: Any, path: str = "", depth: int = 0) -> Iterator[str]:
    """Return the dotted paths of all lists of objects in an answer."""
    if isinstance(answer, list):
        if answer and all(isinstance(item, dict) for item in answer):
            yield path
    elif isinstance(answer, dict) and depth < DEPTH:
        for name, value in answer.items():
            if isinstance(name, str) and "." not in name:
                yield from _lists(value, f"{path}.{name}" if path else name, depth + 1)


def _items(asked: Sequence[_Asked], path: str) -> list[dict[str, Any]]:
    """Return the rows of all answers."""
    answers = [look(each.answer, path) for each in asked]
    return [item for found in answers if isinstance(found, list) for item in found if isinstance(item, dict)]


def _paths(items: Sequence[dict[str, Any]]) -> list[str]:
    """Return the dotted paths of the plain values in rows, two levels deep."""
    found: dict[str, None] = {}
    for item in items[:20]:
        for name, value in item.items():
            if isinstance(value, dict):
                found |= {f"{name}.{inner}": None for inner in value}
            elif not isinstance(value, list):
                found[name] = None
    return list(found)


def _key(item: dict[str, Any], path: str, page_url: str) -> str | None:
    value = look(item, path)
    if not isinstance(value, str) or not value.strip() or " " in value.strip():
        return None
    try:
        return url_key(urljoin(page_url, value.strip()))
    except ValueError:
        return None


def _headline(known: Sequence[tuple[dict[str, Any], str]], link: str) -> str | None:
    """Return the longest value that the row on the page shows, too."""
    scores: dict[str, int] = {}
    for path in _paths([item for item, _ in known]):
        shown = [
            text
            for item, row in known
            if isinstance(text := look(item, path), str) and clean(text) and clean(text) in row
        ]
        if path != link and 2 * len(shown) > len(known):
            scores[path] = sum(map(len, shown))
    return max(scores, key=scores.__getitem__, default=None)


def _published(items: Sequence[dict[str, Any]]) -> str | None:
    candidates = [path for path in _paths(items) if all(_is_time(look(item, path)) for item in items)]
    named = [path for path in candidates if not _LATER.search(path)]
    return next((path for path in named if _TIME.search(path)), named[0] if named else None)


def _is_time(value: Any) -> bool:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return 3e8 < value < 4e9 or 3e11 < value < 4e12
    if not isinstance(value, str):
        return False
    if value.isdecimal() and len(value) in {10, 13}:
        return True
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _by_name(items: Sequence[dict[str, Any]], pattern: re.Pattern[str], link: str) -> str | None:
    for path in _paths(items):
        values = [look(item, path) for item in items]
        if (
            path != link
            and pattern.search(path)
            and all(isinstance(v, str) and v and not v.startswith("/") for v in values)
        ):
            return path
    return None


def _paging(asked: Sequence[_Asked], rows: str, notes: list[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the first question without what varies, and how the next one is made."""
    question = dict(asked[0].question)
    if len(asked) < 2:
        notes.append("asked once only: whether it has further pages could not be seen")
        counted = next((name for name, value in question.items() if _counts(name, value)), None)
        if counted is not None:
            del question[counted]
        return question, {"offset_param": counted} if counted is not None else {}
    paging: dict[str, Any] = {}
    names = dict.fromkeys(name for each in asked for name in each.question)
    for name in names:
        values = [each.question.get(name) for each in asked]
        if all(value == values[0] for value in values):
            continue
        how = _offset(name, values, asked, rows) or _cursor(name, values, asked, rows)
        if how is None:
            notes.append(f"{name!r} varies from question to question, and not by what the answers say")
            continue
        paging |= how
        question.pop(name, None)  # the first question begins with the newest, whatever the page asked for
    return question, paging


def _offset(name: str, values: list[Any], asked: Sequence[_Asked], rows: str) -> dict[str, Any] | None:
    """Tell whether each question counts the rows that came before, those of the page itself included."""
    read = values[0] or 0
    if not str(read).isdecimal():
        return None
    read = int(read)
    for value, each in zip(values, asked, strict=True):
        if str(value or 0) != str(read):
            return None
        found = look(each.answer, rows)
        read += len(found) if isinstance(found, list) else 0
    return {"offset_param": name}


def _counts(name: str, value: Any) -> bool:
    """Tell by its name whether a parameter counts rows; 0 and rows shown before look alike."""
    return _COUNTING.match(name) is not None and str(value).isdecimal()


def _cursor(name: str, values: list[Any], asked: Sequence[_Asked], rows: str) -> dict[str, Any] | None:
    """Return where each answer holds the next question's value, or one that differs by a constant number."""
    first = asked[0].answer
    items = look(first, rows)
    paths = [path for path in (_paths([first]) if isinstance(first, dict) else []) if path != rows]
    if isinstance(items, list) and items and isinstance(items[-1], dict):
        paths += [f"-1.{path}" for path in _paths([items[-1]])]
    steps: dict[str, set[float]] = {}
    for path in paths:
        for value, before in zip(values[1:], asked, strict=False):
            base = look(before.answer, rows) if path.startswith("-1.") else before.answer
            steps.setdefault(path, set()).add(_step(value, look(base, path)))
    for path, differences in steps.items():
        if differences == {0.0}:
            return {"cursor": path, "cursor_param": name}
    for path, differences in steps.items():
        if differences in ({1.0}, {-1.0}):
            return {"cursor": path, "cursor_param": name, "cursor_step": int(min(differences))}
    return None


def _step(value: Any, said: Any) -> float:
    if value == said or (value is not None and str(value) == str(said)):
        return 0.0
    try:
        return float(value) - float(said)
    except (TypeError, ValueError):
        return float("inf")
