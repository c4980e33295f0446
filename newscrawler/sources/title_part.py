"""Title part: the headline as a line of the page that its title begins or ends with, where no main heading shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newscrawler.document.node import above, elements
from newscrawler.sources.likeness import is_sentence, loose
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.document import Document, Element

_LINES: Final = (
    "h1", "h2", "h3", "h4", "h5", "h6", "div", "p", "td", "th", "span", "strong", "b", "font", "a", "li", "dt", "center", "em",
)  # fmt: skip
"""Elements that may hold a headline and nothing else."""
_SHORTEST: Final = 8
_LONGEST: Final = 300
_BEGINNING: Final = 6
"""Letters by which most lines are told not to be of the title."""
_MOST_LINES: Final = 4_000
_MENUS: Final = frozenset(("nav", "footer", "aside"))


def part_of_title(
    document: Document, titles: Sequence[str], site_names: Sequence[str]
) -> tuple[str, Element] | None:
    """Return the longest line of the page that a title begins or ends with, and its element.

    :param titles: what the page states as its title, the site's name and section included.
    :param site_names: none of these is a headline.
    """
    wanted = [words for title in titles if (words := loose(title))]
    names = {loose(name) for name in site_names}
    best: tuple[int, str, Element] | None = None
    for text, element in _lines(document, " ".join(wanted)):
        words = loose(text)
        if words in names or (best is not None and len(words) <= best[0]) or not is_sentence(text):
            continue
        is_part = any(_is_part(words, title) for title in wanted)
        if is_part and not _is_in_menu(element) and not document.visibility.is_hidden(element):
            best = (len(words), text, element)
    return None if best is None else best[1:]


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


def _is_part(words: str, title: str) -> bool:
    return title == words or title.startswith(words + " ") or title.endswith(" " + words)


def _is_in_menu(element: Element) -> bool:
    return any(outer.tag in _MENUS for outer in above(element))
