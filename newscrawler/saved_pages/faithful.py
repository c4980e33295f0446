"""The specimen of an article that gives what the page itself gives: as short as that allows."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import turbohtml
from turbohtml import Element, Text

from newscrawler.extract import read_page
from newscrawler.saved_pages.article_record import changed_fields, changed_shape
from newscrawler.saved_pages.invented_words import InventedWords, words_of
from newscrawler.saved_pages.specimen import Specimen, invented_url
from newscrawler.saved_pages.trimmed import TRIMMINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newscrawler.extract import Reading
    from newscrawler.items import Article
    from newscrawler.publication.site import Site
    from newscrawler.saved_pages.trimmed import Trimming

DRAWS = 4
"""How often other words are drawn where some changed a field: an invented name that is a word of pages."""
ROUNDS = 4
"""How often words are added to those that stay."""
LONGEST_LINE = 80
"""A text that holds a value is a line of the page up to this length, and its words may stay."""
LONGEST_LABEL = 30
"""So are those of a text that stands before it."""
LONGEST_HOUSE_LINE = 400
"""Lines below an article, such as a newsletter's, are told by their words, too."""
MOST_HOUSE_LINES = 4
"""Where more lines became part of the body, they are text of the page, and their words go."""
LABELS = 2
"""Texts before a value that may be its label."""


@dataclass(slots=True)
class Faithful:
    """A specimen, and what it lacks."""

    html: str
    url: str
    reading: Reading
    lost: list[str]
    """Fields that it gives no more, or otherwise."""


class FaithfulSpecimens:
    """Makes specimens of one page until one gives what the page gives."""

    def __init__(
        self, html: bytes | str, url: str, site: Site, headers: Mapping[str, str] | None = None,
        *, fetched_at: str, keep: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Read the page.

        :param keep: phrases that stay: the publication's name, its sections.
        """
        self._url, self._site, self._fetched_at = url, site, fetched_at
        self._specimen = Specimen(html, headers)
        self.page = read_page(html, url, site=site, fetched_at=fetched_at, headers=headers, explain=True)
        agency = self.page.article.agency if self.page.article else None
        self._keep = [*keep, agency or ""]

    def best(self) -> Faithful:
        """Return the specimen that lacks the least; of those, the shortest."""
        how, plain = self._trimmed()
        best: Faithful | None = None
        for draw in range(DRAWS):
            for found in self._with_kept_words(how, plain, draw):
                if best is None or len(found.lost) < len(best.lost):
                    best = found
                if not best.lost:
                    return best
        assert best is not None
        return best

    def _trimmed(self) -> tuple[Trimming, Reading]:
        """Return how far the page can be trimmed, and what it then gives; its words are its own still."""
        least: tuple[tuple[int, int], Trimming, Reading] | None = None
        for how in TRIMMINGS:
            reading = self._read(self._specimen.html(how), self._url)
            cost = changed_fields(self.page.article, reading.article)
            if least is None or cost < least[0]:
                least = cost, how, reading
            if not any(cost):
                break
        assert least is not None
        return least[1:]

    def _with_kept_words(self, how: Trimming, plain: Reading, draw: int) -> Iterator[Faithful]:
        """Yield specimens of which each keeps more words of those that make a field what it is.

        :param plain: the page trimmed, with its own words.
        """
        kept: set[str] = set()
        for _ in range(ROUNDS):
            words = InventedWords(self._specimen.text, self._keep, kept, draw)
            html, url = self._specimen.html(how, words), invented_url(self._url, words)
            reading = self._read(html, url)
            lost = changed_shape(self.page.article, plain.article, reading.article)
            yield Faithful(html, url, reading, lost)
            if plain.article is None or reading.article is None:
                return
            telling = {
                word.casefold()
                for field in changed_shape(plain.article, plain.article, reading.article)
                for word in self._telling(field, how, plain.article, reading.article, words)
            }
            said = plain.article.headline, plain.article.authors, plain.article.topics
            telling -= {word.casefold() for word in words_of(_joined(said))}
            if telling <= kept:
                return
            kept |= telling

    def _telling(
        self, field: str, how: Trimming, plain: Article, invented: Article, words: InventedWords
    ) -> Iterator[str]:
        """Yield the words by which a field was what it was: "Staff" in a byline, "Updated" before a time."""
        if field in {"published_at", "modified_at"}:
            raw = (str(each.raw) for each in self.page.candidates if each.field == field)
            yield from (word for label in raw if len(label) <= LONGEST_LINE for word in words_of(label))
        elif field == "body":
            own = {_outline(paragraph) for paragraph in (plain.body or "").split("\n\n")}
            shown = dict.fromkeys(
                (invented.body or "").split("\n\n")
            )  # "Advertisement" stands in many places
            added = [each for each in shown if _outline(each) not in own]
            if len(added) <= MOST_HOUSE_LINES and max(map(len, added), default=0) <= LONGEST_HOUSE_LINE:
                yield from words.origins(" ".join(added))
        else:
            yield from words.origins(_joined(getattr(invented, field)))
            stated = getattr(plain, field)
            values = stated if isinstance(stated, list) else [stated] if stated else []
            yield from words_beside(self._specimen.html(how), values)

    def _read(self, html: str, url: str) -> Reading:
        return read_page(html, url, site=self._site, fetched_at=self._fetched_at)


def words_beside(html: str, values: list[str]) -> Iterator[str]:
    """Yield the words of the labels that stand beside values: in the same short text, or in one before it."""
    root = turbohtml.parse(html).root
    assert isinstance(root, Element)
    before: deque[str] = deque(maxlen=LABELS)
    for text in _texts(root):
        if len(text) <= LONGEST_LINE and any(value in text for value in values):
            for label in (*before, text):
                yield from words_of(_without(label, values))
        if len(text) <= LONGEST_LABEL:
            before.append(text)


def _texts(root: Element) -> Iterator[str]:
    """Yield what the nodes of a page say, in their order."""
    for node in root.descendants:
        said = (
            str(node.text)
            if isinstance(node, Text)
            else str(node.attr("content") or "")
            if isinstance(node, Element)
            else ""
        )
        if said := said.strip():
            yield said


def _without(text: str, values: list[str]) -> str:
    for value in values:
        text = text.replace(value, " ")
    return text


def _outline(paragraph: str) -> tuple[int, int]:
    """Return what a paragraph keeps when its words are replaced: how long it is, and of how many words."""
    return len(paragraph), len(paragraph.split())


def _joined(value: Any) -> str:
    return " ".join(map(_joined, value)) if isinstance(value, (list, tuple)) else str(value or "")
