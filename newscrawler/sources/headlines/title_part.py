"""Title part: the line with which the page's title begins or ends is the headline if no heading is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newscrawler.document.node import above, elements
from newscrawler.sources.headlines.headings import leads_elsewhere
from newscrawler.sources.headlines.title import NEITHER
from newscrawler.sources.likeness import is_sentence, loose
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.document import Document, Element
    from newscrawler.sources.headlines.title import Title

_LINES: Final = (
    "h1", "h2", "h3", "h4", "h5", "h6", "div", "p", "td", "th", "span", "strong", "b", "font", "a", "li",
    "dt", "center", "em",
)  # fmt: skip
"""Elements that may hold a headline and nothing else."""
_SHORTEST: Final = 6
_LONGEST: Final = 300
_BEGINNING: Final = 6
"""So many first letters show that most lines are not of the title."""
_MOST_LINES: Final = 4_000
_LINKS: Final = frozenset(("a",))
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))
_MENUS: Final = frozenset(("nav", "footer", "aside"))


def part_of_title(
    document: Document, titles: Sequence[Title], *, short: bool = True
) -> tuple[str, Element] | None:
    """Return the line of the page that is most likely the headline in its titles, and its element.

    :param titles: what the page states as its title, without the names of the publication.
    :param short: take a line of few words too, if it is the longest part of a title: a section has few words.
    """
    longest = {title.longest for title in titles if len(title.parts) > 0} if short else set()
    best: tuple[tuple[bool, int, int], str, Element] | None = None
    for text, element in _lines(document, " ".join(title.words for title in titles)):
        words = loose(text)
        is_long = is_sentence(text)
        rank = _rank_of_long(document, element, words, titles) if is_long else NEITHER
        if not is_long and (words in longest or (short and any(title.holds_most(words) for title in titles))):
            rank = int(not _is_within(element, _LINKS))
        key = (is_long, rank, len(words))
        if (
            rank > NEITHER
            and (best is None or key > best[0])
            and not _is_within(element, _MENUS)
            and not document.visibility.is_hidden(element)
        ):
            best = (key, text, element)
    return None if best is None else best[1:]


def _rank_of_long(document: Document, element: Element, words: str, titles: Sequence[Title]) -> int:
    """Return the rank of a line; a heading that begins as a whole title may go on behind it."""
    rank = max(title.rank_of_line(words) for title in titles)
    if rank == NEITHER and element.tag in _HEADINGS and not leads_elsewhere(document, element):
        return int(any(words.startswith(f"{title.words} ") for title in titles))
    return rank


def _lines(document: Document, wanted: str) -> Iterator[tuple[str, Element]]:
    """Yield the short lines of the page that begin with letters of the title."""
    for number, element in enumerate(elements(document.root, *_LINES)):
        if number > _MOST_LINES:
            return
        raw = element.text
        if len(raw) > 2 * _LONGEST or len(raw) < _SHORTEST:
            continue
        text = clean(raw)
        if _SHORTEST <= len(text) <= _LONGEST and loose(text[:_BEGINNING]) in wanted:
            yield text, element


def _is_within(element: Element, tags: frozenset[str]) -> bool:
    return element.tag in tags or any(outer.tag in tags for outer in above(element))
