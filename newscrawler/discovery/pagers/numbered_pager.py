"""Numbered pager: the next page by links that say 1, 2, 3, whatever their parameter is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST = 20
"""Numbers in a pager; the days of a month are more."""

_STATED = re.compile(r"(?<=[=/_-])\d{1,6}(?=/?\Z|&|\.\w+\Z)")
"""A number that stands alone at the end of a path or parameter."""


def next_by_number(links: Iterable[tuple[str, str]], own: str) -> str | None:
    """Return the URL of the next page, where the numbers that links say and state go up evenly together.

    :param links: what each link says, and its clean URL.
    :param own: clean URL of this page.

    >>> links = [(str(n), f"https://paper.example/world?ab={10 * n - 10}") for n in (2, 3, 4)]
    >>> next_by_number(links, "https://paper.example/world")
    'https://paper.example/world?ab=10'
    >>> next_by_number(links, "https://paper.example/world?ab=10")
    'https://paper.example/world?ab=20'
    """
    path, here = _parts(own)
    pagers: dict[str, dict[int, tuple[int, str]]] = {}
    for label, there in links:
        if not label.isdecimal() or len(label) > 4:
            continue
        where, parameters = _parts(there)
        if where != path or here.keys() - parameters.keys():
            continue
        changed = [name for name, value in parameters.items() if here.get(name) != value]
        if len(changed) == 1 and (stated := parameters[changed[0]]).isdecimal() and len(stated) < 7:
            pagers.setdefault(changed[0], {})[int(label)] = int(stated), there
    following = (_next(pages, here.get(name)) for name, pages in pagers.items())
    return next(filter(None, following), None)


def pager_elsewhere(links: Iterable[tuple[str, str]], own: str) -> str | None:
    """Return the page to go on with, where a front page shows the beginning of a list that lies elsewhere.

    That is the first page if it is linked, since its rows may be others, else the second. The numbers that
    links say are those that they state, or go up evenly with them, as offsets do. On a section page such a
    pager may be another section's.

    :param links: what each link says, and its clean URL.
    :param own: clean URL of this page.

    >>> links = [(str(n), f"https://paper.example/news/page/{n}") for n in (2, 3, 4)]
    >>> pager_elsewhere(links, "https://paper.example/")
    'https://paper.example/news/page/2'
    """
    pagers: dict[str, dict[int, tuple[int, str]]] = {}
    path, parameters = _parts(own)
    if parameters or path.count("/") != 1 or not path.endswith("/"):
        return None
    for label, there in links:
        if label.isdecimal() and len(label) <= 3 and _parts(there)[0] != path:
            for place, stated in _numbers(there):
                pagers.setdefault(place, {})[int(label)] = stated, there
    for pages in pagers.values():
        first = min(pages)
        if first in {1, 2} and first + 1 in pages and _are_even(pages):
            return pages[first][1]
    return None


def _are_even(pages: dict[int, tuple[int, str]]) -> bool:
    """Tell whether the numbers stated are those said, or offsets: even steps from nothing."""
    (first, (low, _)), (second, (high, _)) = sorted(pages.items())[:2]
    step = (high - low) // (second - first)
    is_counted = step == 1 and low in {first, first - 1}
    is_offset = step > 1 and low - step * first in {-step, 1 - step}
    return (
        len(pages) <= MOST
        and (is_counted or is_offset)
        and all(stated == low + step * (said - first) for said, (stated, _) in pages.items())
    )


def _numbers(url: str) -> Iterator[tuple[str, int]]:
    """Yield each number that a URL states, with the URL that has a sign in its place."""
    for found in _STATED.finditer(url):
        yield f"{url[: found.start()]}#{url[found.end() :]}", int(found.group())


def _next(pages: dict[int, tuple[int, str]], stated_here: str | None) -> str | None:
    """Return the page after this one, None where the pages are not evenly numbered.

    :param pages: number that is said -> number that is stated, and URL.
    :param stated_here: number that this page's own URL states.
    """
    (first, (low, _)), (second, (high, _)) = [*sorted(pages.items()), (0, (0, "")), (0, (0, ""))][:2]
    if not 2 <= len(pages) <= MOST or (high - low) % (second - first) or high <= low:
        return None
    step = (high - low) // (second - first)
    begin = low - step * first
    if any(stated != begin + step * said for said, (stated, _) in pages.items()):
        return None
    if stated_here is None:
        here = 1
    elif stated_here.isdecimal() and not (int(stated_here) - begin) % step:
        here = (int(stated_here) - begin) // step
    else:
        return None
    return pages.get(here + 1, (0, None))[1]


def _parts(url: str) -> tuple[str, dict[str, str]]:
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}", dict(parse_qsl(parts.query, keep_blank_values=True))
