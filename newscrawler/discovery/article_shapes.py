"""Article shapes: which shapes of URLs lead to a site's articles, learned by trying a few of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from newscrawler.discovery.listed_link import ListedLink
    from newscrawler.discovery.listing import Listing

TRIED = 3
"""Links of an unknown shape that are tried before it counts as none of articles."""
FOR_EACH_ARTICLE = 4
"""Further links that are asked for after each article of a shape, until it is proven."""
PROVEN = 3
"""Articles from which on all links of a shape are asked for, unless most of them were none."""
MOST_MISSES = 40
"""Pages of one run that may turn out to be no articles before nothing more is tried."""
MOST_UNLIKELY = 10
"""Links of a shape, of those for which nothing but their shape speaks, that are asked for at a time."""
MOST_WAITING = 20_000
"""Links that wait for what becomes of others; the next run sees what goes beyond."""

_DIGITS = re.compile(r"\d+")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_FILE = re.compile(r"\.[a-z]{2,5}\Z", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[-_+, ]+")


@dataclass(slots=True)
class Shape:
    """What is known of one shape."""

    articles: int = 0
    """Pages of it that were articles, in all runs."""
    others: int = 0
    """Pages of it that were none."""
    asked: int = 0
    """Pages whose answer has not come."""
    waiting: list[tuple[int, int, ListedLink, Listing]] = field(default_factory=list)
    """A heap of (-weight, number, link, listing): the likeliest first, then in the order of the page."""

    @property
    def is_proven(self) -> bool:
        """Whether all links of it are asked for."""
        return self.articles >= PROVEN and self.articles >= self.others

    @property
    def may_be_asked(self) -> int:
        """How many more links of it are asked for now."""
        if self.is_proven:
            return len(self.waiting)
        tries = TRIED + FOR_EACH_ARTICLE * self.articles
        return max(0, tries - self.articles - self.others - self.asked)


class ArticleShapes:
    """The shapes of one site's links: what is known, and the links that wait for it."""

    def __init__(self, known: Mapping[str, tuple[int, int]] | None = None) -> None:
        """Begin with what earlier runs know: shape -> (articles, others)."""
        self.shapes = {name: Shape(*counts) for name, counts in (known or {}).items()}
        self._misses = 0
        self._waiting = 0
        self.dropped = 0
        """Links that would have had to wait where too many did."""
        self._offered: set[int] = set()

    def offer(self, link: ListedLink, listing: Listing, weight: int) -> None:
        """Take a link that may be an article.

        :param weight: how much its place on the page speaks for that; with 0 it is asked for only where
            others of its shape were articles.
        """
        if hash(link.url) in self._offered:
            return
        name = shape_of(link.url)
        shape = self.shapes.get(name)
        if self._waiting >= MOST_WAITING and not (shape and shape.is_proven):
            self.dropped += 1
            return
        shape = shape or self.shapes.setdefault(name, Shape())
        self._offered.add(hash(link.url))
        self._waiting += 1
        heappush(shape.waiting, (-weight, len(self._offered), link, listing))

    def take(self, is_asked: Callable[[str], bool]) -> Iterator[tuple[ListedLink, Listing, bool]]:
        """Yield the links that it is time to ask for, and whether their shape and place prove them articles.

        :param is_asked: tells whether a URL has been asked for otherwise, or need not be asked for.
        """
        if not self._waiting:
            return
        for shape in self.shapes.values():
            if not shape.waiting or (self._misses >= MOST_MISSES and not shape.is_proven):
                continue
            wanted = shape.may_be_asked
            while shape.waiting and wanted > 0 and self._is_worth(shape):
                weight, _, link, listing = heappop(shape.waiting)
                self._waiting -= 1
                if not is_asked(link.url):
                    shape.asked += 1
                    wanted -= 1
                    yield link, listing, shape.is_proven and weight < 0

    def _is_worth(self, shape: Shape) -> bool:
        """Tell whether the likeliest link of a shape is worth asking for: by its place, or by others."""
        if shape.waiting[0][0] < 0:
            return True
        is_likely = shape.articles > shape.others and self._misses < MOST_MISSES
        return is_likely and shape.asked < MOST_UNLIKELY

    def is_proven(self, url: str) -> bool:
        """Tell whether all links of a URL's shape are asked for."""
        shape = self.shapes.get(shape_of(url))
        return shape is not None and shape.is_proven

    def learn(self, url: str, *, is_article: bool | None) -> tuple[str, Shape]:
        """Enter what a page was; return the name of its shape, and what is known of that now.

        :param is_article: None where the answer did not tell.
        """
        name = shape_of(url)
        shape = self.shapes.setdefault(name, Shape())
        shape.asked = max(0, shape.asked - 1)
        if is_article:
            shape.articles += 1
        elif is_article is False:
            shape.others += 1
            self._misses += 1
        return name, shape


def shape_of(url: str) -> str:
    """Return the shape of a URL: its last part by its kind, dates and numbers without their value.

    The folders above keep their names, since they tell a site's articles from its services.

    >>> shape_of("https://paper.example/world/2026/nov/28/budget")
    'world/year/month/9/word'
    >>> shape_of("https://paper.example/articles/AS202611281030.html"), shape_of("https://paper.example/i/ab12c")
    ('articles/code.html', 'i/code')
    >>> shape_of("https://paper.example/view?storyID=12345"), shape_of("https://paper.example/a-quay-opens")
    ('word?storyid=9', 'words')
    """
    parts = urlsplit(url)
    segments = [segment for segment in unquote(parts.path).split("/") if segment]
    folders = [_folder(segment) for segment in segments[:-1]]
    last = ""
    if segments:
        ending = _FILE.search(segments[-1])
        last = _kind(_FILE.sub("", segments[-1])) + (ending.group().lower() if ending else "")
    pairs = (pair.partition("=") for pair in parts.query.split("&") if pair)
    query = "&".join(sorted(f"{name.lower()}={_kind(value) if value else ''}" for name, _, value in pairs))
    return "/".join([*folders, last]) + (f"?{query}" if query else "")


def _folder(segment: str) -> str:
    if _YEAR.match(segment):
        return "year"
    if _MONTH.match(segment):
        return "month"
    if len(_BETWEEN_WORDS.split(segment)) > 2:
        return "words"
    return _DIGITS.sub("9", segment.lower())


def _kind(text: str) -> str:
    words = [word for word in _BETWEEN_WORDS.split(text) if word]
    if len(words) > 1:
        return "words"
    if text.isdecimal():
        return "9"
    if any(map(str.isdecimal, text)):
        return "code"
    return "word" if text.isascii() else "words"
