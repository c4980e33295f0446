"""The next page of a listing, found by how pagers are built, in whatever language they speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.links import base_of_page, web_address
from newscrawler.publication.selectors import select
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.document import Element

_STATED = "link[rel~=next][href], a[rel~=next][href]"
_OLDER = (
    ".nav-previous a[href], a.nav-previous[href], a.older-posts[href], .older-posts a[href], a.older[href]"
)
_CLASSES = (
    "a.next[href], .next > a[href], a.next-page[href], .next-page a[href], a.pagination-next[href], "
    ".pagination-next a[href], "
    "a.pager-next[href], .pager-next a[href], .pager__item--next a[href], .page-next a[href], "
    "a.page-next[href], "
    "a[class*=pagination][class*=next][href], a.nextpostslink[href]"
)
_WORDS = re.compile(
    r"(?:go to )?(?:the )?(?:next|older)(?: (?:page|posts?|articles?|stories|news|entries|results))?(?: "
    r"page)?"
    r"|nächste(?: seite)?|ältere (?:artikel|beiträge)|weiter|(?:page )?suivante?|articles? plus "
    r"anciens|siguientes?(?: página)?"
    r"|página siguiente|entradas (?:más )?antiguas|successiv[ao]|pagina successiva|avanti|próxim[ao](?: "
    r"página)?|volgende(?: pagina)?"
    r"|nästa(?: sida)?|neste(?: side)?|næste(?: side)?|seuraava|następn[aey](?: strona)?|další(?: "
    r"stránka)?|ďalšie|sonraki(?: sayfa)?"
    r"|следующая(?: страница)?|далее|вперёд|наступна|次へ|次のページ|次|下一页|下一頁|다음(?: "
    r"페이지)?|التالي|הבא|अगला|หน้าถัดไป|trang sau",
    re.IGNORECASE,
)
_SIGNS = " \t→›»>❯⟩▸▶»…"
_CAROUSEL = re.compile(r"carousel|slide|slick|swiper|gallery|glide|splide|flickity", re.IGNORECASE)
_PAGE_NAMES = frozenset(
    [
        "page",
        "paged",
        "p",
        "pg",
        "pagenum",
        "pageno",
        "seite",
        "pagina",
        "página",
        "str",
        "strona",
        "sayfa",
        "sida",
        "start",
        "offset",
        "from",
        "skip",
    ]
)
_IN_PATH = re.compile(
    r"(?:^|/)(?:page|seite|pagina|p|str|strona|sayfa|sida|stranica)?[-_/]?(\d{1,4})(?:\.\w+)?/?\Z",
    re.IGNORECASE,
)
_MOST_LINKS = 5000


def next_page(root: Element, url: str, longest: int = DEFAULT.address_length) -> str | None:
    """Return the URL of the next page of a listing; None where the page shows none.

    What the page itself states comes first (``rel=next``), then links to older articles, classes of pagers,
    words and ``aria-label``, at last the number after this page's in a row of numbers. Arrows of carousels
    are none.

    :param url: of this page, after redirects.
    """
    base = base_of_page(root, url, longest)
    for link in _candidates(root):
        address = web_address(base, link.attr("href") or "", longest)
        if address and _leads_on(address, url) and not _is_in_carousel(link):
            return address
    return _by_number(root, base, url, longest)


def _candidates(root: Element) -> Iterator[Element]:
    for selector in (_STATED, _OLDER, _CLASSES):
        yield from select(root, selector)
    for link in select(root, "a[href]")[:_MOST_LINKS]:
        text = clean(link.text)
        labels = (text if len(text) <= 40 else "", link.attr("aria-label") or "", link.attr("title") or "")
        if any(_WORDS.fullmatch(clean(label).strip(_SIGNS)) for label in labels if label):
            yield link


def _leads_on(address: str, url: str) -> bool:
    """Tell whether a link leads to another page on this host."""
    there, here = urlsplit(address), urlsplit(url)
    return there.netloc == here.netloc and (there.path, there.query) != (here.path, here.query)


def _is_in_carousel(link: Element) -> bool:
    around = [link, *(each for each in list(link.ancestors)[:3] if hasattr(each, "attr"))]
    return any(_CAROUSEL.search(f"{each.attr('class') or ''} {each.attr('id') or ''}") for each in around)


def _by_number(root: Element, base: str, url: str, longest: int) -> str | None:
    """Return the link whose text is the number after this page's, and whose URL states a number."""
    wanted = str((_number_of(url) or 1) + 1)
    for link in select(root, "a[href]")[:_MOST_LINKS]:
        if clean(link.text) != wanted:
            continue
        address = web_address(base, link.attr("href") or "", longest)
        if address and _leads_on(address, url) and _number_of(address) is not None:
            return address
    return None


def _number_of(url: str) -> int | None:
    """Return the number of a page by its URL."""
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query):
        if name.lower() in _PAGE_NAMES and value.isdecimal() and len(value) < 6:
            return int(value)
    found = _IN_PATH.search(parts.path)
    return int(found[1]) if found else None
