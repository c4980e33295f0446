"""Shared text: do articles say one and the same where each has its own words on an ordinary day?

A banner before each body, a site's name behind each headline, one author, one time, one picture for all: each
line looks whole, only all of them together show it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newscrawler.items import Article

SHARED = " shared"
"""Ends the name of each trait that is watched here."""
LATEST = 12
"""Articles that are held against each other; those of a larger run all."""
MOST = 0.75
"""The part of them that must say the same: half do now and then, where many have a logo as their picture."""
NEARLY_ALL = 0.95
"""The same of authors: on a holiday one may write most of what there is."""
FEW_WORDS = 2

Said = tuple[int, str]
"""A text as a number, and the URL of its article."""


def texts(article: Article, *, is_weekend: bool = False) -> Iterator[tuple[str, str]]:
    """Yield place, text: what is an article's own there.

    :param is_weekend: one author may be on duty then, for all.

    >>> from newscrawler.items import Article
    >>> list(texts(Article(url="", headline="Mayor resigns - The Post")))
    [('headline beginning', 'Mayor resigns'), ('headline end', 'The Post')]
    """
    words = (article.headline or "").split()
    paragraphs = (article.body or "").split("\n\n")
    found = {
        "headline beginning": " ".join(words[:FEW_WORDS]),
        "headline end": " ".join(words[-FEW_WORDS:]),
        "lead": article.lead or "",
        "body beginning": paragraphs[0].strip(),
        "body end": paragraphs[-1].strip(),
        "authors": "" if is_weekend else "\n".join(article.authors),
        "published_at": article.published_at or "",
        "images": article.images[0].url if article.images else "",
    }
    return ((place, text) for place, text in found.items() if text)


def most_of(place: str) -> float:
    """Return which part of the latest articles must say the same at a place."""
    return NEARLY_ALL if place == "authors" else MOST


def number_of(text: str) -> int:
    """Return a number that equal texts have, in each process the same."""
    return crc32(text.encode("utf-8", "replace"))


def compared(
    said: Sequence[Said], earlier: Sequence[int], most: float = MOST
) -> tuple[Mapping[int, bool], list[int]]:
    """Return number -> whether most of the latest articles say it; and the numbers of the latest ones.

    >>> compared([(1, ""), (2, "")], [1] * 11)
    ({1: True, 2: False}, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2])
    """
    numbers = [number for number, _ in said]
    window = [*earlier, *numbers][-max(LATEST, len(numbers)) :]
    times = Counter(window)
    is_enough = len(window) >= LATEST
    return {number: is_enough and times[number] >= most * len(window) for number in numbers}, window[-LATEST:]
