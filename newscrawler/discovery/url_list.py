"""Read a list of URLs that a person gives: one a line, or an object a line with what is known of each."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.feeds.listed_time import whole_instant
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.publication.url_argument import url_fault, with_scheme
from newscrawler.text import clean
from newscrawler.urls import registrable_host

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_LONGEST_LINE = 1 << 20
"""Bytes; a URL has two thousand, and an object may hold a whole article."""

_TELL = 3
"""Lines by which a list is known."""

_TITLES = ("title", "headline")
_TIMES = ("time", "published_at", "date")


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that names no URL."""

    number: int
    """From 1."""
    text: str
    fault: str


def read_url_list(file: BinaryIO, longest: int = DEFAULT.url_length) -> Iterator[ListedLink | BrokenLine]:
    """Yield what each line names; blank lines and those that begin with ``#`` name nothing.

    A line is a URL, or a JSON object with ``url`` and, where they are known, ``title`` or ``headline``,
    ``time`` or ``published_at`` or ``date``, and ``section``: so the lines of a crawl are a list, too.

    :param longest: characters of a URL.
    """
    for number, line in _lines(file):
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", "replace").strip()
        if text and not text.startswith("#"):
            yield _read(text, number, longest)


def site_of_most(file: BinaryIO) -> str | None:
    """Return the first URL of the site that has most of a list's URLs; None where no line names a URL."""
    counts: Counter[str] = Counter()
    firsts: dict[str, str] = {}
    for found in read_url_list(file):
        if isinstance(found, ListedLink):
            host = registrable_host(found.url)
            counts[host] += 1
            firsts.setdefault(host, found.url)
    return firsts[counts.most_common(1)[0][0]] if counts else None


def is_url_list(file: BinaryIO) -> bool:
    """Tell whether a file is a list of URLs, by its first lines; one without a URL is none."""
    first = list(islice(read_url_list(file), _TELL))
    return bool(first) and all(isinstance(found, ListedLink) for found in first)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines with their numbers; of one that is too long, what is read cannot be a URL."""
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(_LONGEST_LINE)
        yield number, line


def _read(text: str, number: int, longest: int) -> ListedLink | BrokenLine:
    values: dict[str, Any] = {"url": text}
    if text.startswith("{"):
        try:
            values = json.loads(text)
        except (ValueError, RecursionError):
            return BrokenLine(number, text[:longest], "not a JSON object")
    url = values.get("url")
    if not isinstance(url, str):
        return BrokenLine(number, text[:longest], "an object without url")
    url = with_scheme(url)
    fault = f"longer than {longest} characters" if 0 < longest < len(url) else url_fault(url)
    if fault:
        return BrokenLine(number, text[:longest], fault)
    return ListedLink(
        url,
        number,
        headline=_text(values, *_TITLES),
        published_at=whole_instant(_text(values, *_TIMES)),
        section=_text(values, "section"),
    )


def _text(values: dict[str, Any], *names: str) -> str | None:
    """Return the first of the named values that is a text."""
    texts = (clean(value) for name in names if isinstance(value := values.get(name), str))
    return next(filter(None, texts), None)
