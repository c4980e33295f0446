"""Next page: which link of a listing leads to its next page, in whatever language it speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newscrawler.bounds import DEFAULT
from newscrawler.discovery.links import base_of_page, web_url
from newscrawler.discovery.pagers.day_archive import DayArchive
from newscrawler.discovery.pagers.form_links import form_links, label_of_button
from newscrawler.discovery.pagers.issue_archive import issue_before
from newscrawler.discovery.pagers.numbered_pager import next_by_number, pager_elsewhere
from newscrawler.discovery.scripted_links import scripted_links
from newscrawler.document.node import above, class_of, parent
from newscrawler.publication.selectors import select
from newscrawler.text import clean
from newscrawler.urls import bare_host, clean_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.document import Element

_PAGE = (
    r"page|pag|p|pg|paged|page[-_]?n(?:o|um|umber)?|seite|pagina|página|side|sida|sivu|strana|strona|stranica"
    r"|sayfa|oldal|страница"
)
_PAGE_PARAMETER = re.compile(rf"(?:{_PAGE}|currentpage|pageindex)=(\d{{1,5}})\Z", re.IGNORECASE)
_OFFSET_PARAMETER = re.compile(
    r"(?:start|offset|from|skip|b_start(?::int)?|limitstart|first)=(\d{1,6})\Z", re.IGNORECASE
)
_PAGE_IN_PATH = re.compile(rf"[/_,.-](?:{_PAGE})[/_,.=-]?(\d{{1,5}})\Z", re.IGNORECASE)
_NUMBER_IN_PATH = re.compile(r"(?<!/\d{4})(?<!/\d{4}/\d\d)/(\d{1,4})\Z")
_ENDING = re.compile(r"(?:/index)?(?:\.(?:s?html?|php|aspx?|jsp))?/*\Z")
_ASIDE = (
    *("carousel", "slick", "slider", "slide-", "swiper", "splide", "glide", "flickity"),
    *("gallery", "lightbox", "calendar"),
)
_SIGNS = "«»‹›←→↓<>▶►➔➡…|·.:-–"
"""What stands beside the word on a button."""
_CLASS = re.compile(
    r"(?:next|next-?page|page-?next|pag\w*-+next|next-?link|next-?posts?(?:-link)?|older|older-?(?:posts?|entries|articles)"
    r"|nav-previous|load-?more|pager__item--next)\Z",
    re.IGNORECASE,
)

# What a link to older news says, in the languages of the press, and what may stand beside that word.
_WORDS_AS_TEXT = """
next older forward weiter nächste nächster nächstes ältere volgende oudere nästa äldre neste eldre
næste ældre suivant suivante suivants suivantes anciens anciennes siguiente siguientes antiguas
antiguos successiva successivo successive avanti próxima próximo proxima proximo seguinte antigos
antigas següent următoarea următorul următor następna następny następne dalej starsze další starší
ďalšia ďalšie ďalej staršie sljedeća sljedeće sledeća starije naslednja seuraava vanhemmat järgmine
vanemad nākamā kitas következő régebbi следующая следующие следующий далее дальше вперёд вперед
старые наступна наступні далі старіші следваща следећа старије επόμενη επόμενο επόμενα παλαιότερα
sonraki ileri التالي التالية أقدم הבא הבאה بعدی अगला अगले
पुराने 次へ 次 次のページ 次ページ 下一页 下一頁 下页 下頁 后一页
后页 다음 다음페이지 ถัดไป หน้าถัดไป tiếp sau berikutnya selanjutnya
"""
_WORDS = frozenset(_WORDS_AS_TEXT.split())
_OLDER_AS_TEXT = """
older ältere oudere äldre eldre ældre anciens anciennes antiguas antiguos antigos antigas starsze starší
staršie starije vanhemmat vanemad régebbi старые старіші παλαιότερα أقدم पुराने
"""
_OLDER = frozenset(_OLDER_AS_TEXT.split())
"""What leads to older news though its number be lower: pages that are counted from the oldest."""
_NOUNS_AS_TEXT = """
more page pages posts post articles entries news stories results items show load view see the go to
seite seiten beiträge artikel meldungen pagina berichten sida sidan inlägg side plus les página
páginas entradas noticias más articoli più mais notícias pagină strona strony wpisy artykuły strana
stránka články stranica sivu leht oldal bejegyzések страница новости записи сторінка σελίδα άρθρα
sayfa الصفحة العمود עמוד पृष्ठ पेज ページ 페이지 trang theo halaman
"""
_NOUNS = frozenset(_NOUNS_AS_TEXT.split())
_LONGEST_LABEL = 40
_MOST_LINKS = 5000


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a URL stands in a listing of several pages."""

    listing: str
    """The URL without the mark of the page."""
    page: int | None = None
    offset: int | None = None
    is_bare: bool = False
    """The number stands alone in the path, and may be anything."""
    path: str = ""
    rest: frozenset[str] = frozenset()
    """Parameters that do not say the page."""


def next_page(root: Element, url: str, longest: int = DEFAULT.url_length) -> str | None:
    """Return the URL of the page of older rows; None where no link of the page leads there for certain.

    What the page itself states comes first (``rel=next``), then the next number or offset of this listing,
    then what says in words that older news follows. Nothing that turns pictures or months counts. Of a
    listing of one day, what follows is the day before.

    :param url: of this page, after redirects.
    """
    own = clean_url(url, longest)
    try:
        here = _place(own)
    except ValueError:  # no URL that could have been asked for
        return None
    archive = DayArchive(f"https://{here.listing.rstrip('?')}")
    links = [(link, there) for link, there in _links(root, url, longest) if not archive.is_later(there)]
    stated, said = _onward(links, here, own)
    if stated := _counted_down(links, here) or stated:
        return stated
    before = archive.day_before((_label(link), there) for link, there in links if archive.is_day(there))
    return (before or said) if archive.here else (said or before)


def _onward(links: list[tuple[Element, str]], here: _Place, own: str) -> tuple[str | None, str | None]:
    """Return what a page states or counts as its next page, and what it says in words or elsewhere."""
    labelled: list[str] = []
    numbered: list[str] = []
    offsets: list[tuple[int, str]] = []
    said: list[tuple[str, str]] = []
    asides: dict[Element, bool] = {}
    for link, there in links:
        if there == own:
            continue
        if "next" in (link.attr("rel") or "").lower().split():
            return there, None
        if link.tag == "link" or _is_aside(link, asides):
            continue
        place, label = _place(there), _label(link)
        said.append((label, there))
        says_next = _says_next(link, label)
        if place.listing == here.listing and place.offset is not None:
            offsets.append((place.offset, there))
        elif _follows(place, here, label, says_next=says_next):
            numbered.append(there)
        elif says_next and not (place.page and place.listing == here.listing):
            labelled.append(there)
    later = [there for offset, there in sorted(offsets) if offset > (here.offset or 0)]
    if len(set(labelled)) > 1:  # "weiter" below each teaser
        labelled = []
    ways = (next_by_number, pager_elsewhere, issue_before)
    found = next(iter(labelled), None) or next(filter(None, (way(said, own) for way in ways)), None)
    return next(iter([*numbered, *later]), None), found


def _links(root: Element, url: str, longest: int) -> Iterator[tuple[Element, str]]:
    """Yield the links to pages on this host: first those that state their relation."""
    base, host = base_of_page(root, url, longest), bare_host(urlsplit(url).netloc)
    stated = select(root, "link[rel~=next][href], a[rel~=next][href]")
    plain = [*stated, *select(root, "a[href]")[:_MOST_LINKS]]
    written = ((link, link.attr("href") or "") for link in plain)
    links = chain(written, scripted_links(root), form_links(root))
    for link, stated_href in islice(links, _MOST_LINKS):
        href = stated_href.strip()
        there = clean_url(web_url(base, href, longest) or "", longest)
        if href and not href.startswith("#") and bare_host(urlsplit(there).netloc) == host:
            yield link, there


def _is_aside(link: Element, known: dict[Element, bool]) -> bool:
    """Tell whether a link turns pictures or months rather than pages.

    :param known: what has been told of the page's elements, so that each is looked at once.
    """
    path: list[Element] = []
    found = False
    for part in chain((link,), above(link)):
        if part in known:
            found = known[part]
            break
        path.append(part)
        classes = "" if part.tag in {"body", "html"} else class_of(part).lower()
        if any(mark in classes for mark in _ASIDE):
            found = True
            break
    known.update(dict.fromkeys(path, found))
    return found


def _follows(place: _Place, here: _Place, label: str, *, says_next: bool) -> bool:
    """Tell whether a place is the page after this one in the same listing."""
    is_same = place.listing == here.listing or (label == str(place.page) and _adds_parameters(place, here))
    if place.page is None or not is_same:
        return False
    if place.is_bare and not (says_next or label == str(place.page)):
        return False
    if here.page is None and place.page == 1:  # counted from 0: the second page is called 1
        return says_next or label == "2"
    return place.page == (here.page or 1) + 1


def _counted_down(links: list[tuple[Element, str]], here: _Place) -> str | None:
    """Return what is called the older page of a listing whose newest page has the highest number."""
    for link, there in links:
        if not _OLDER.isdisjoint(_label(link).casefold().split()):
            place = _place(there)
            is_lower = (place.page or 0) > 2 if here.page is None else place.page == here.page - 1
            if is_lower and place.listing == here.listing:
                return there
    return None


def _adds_parameters(place: _Place, here: _Place) -> bool:
    """Tell whether a place is the same page with more parameters: pagers state what the first page omits."""
    return place.path == here.path and here.rest < place.rest


def _says_next(link: Element, label: str) -> bool:
    """Tell whether a link says that older news follows: by its text, or by a class of it or its holder."""
    words = {word for part in label.casefold().split() if (word := part.strip(_SIGNS))}
    if not _WORDS.isdisjoint(words):
        return words <= _WORDS | _NOUNS
    classes = class_of(link).split()
    holder = parent(link)
    if holder is not None and _shows_only(holder, link):
        classes += class_of(holder).split()
    return any(map(_CLASS.match, classes))


def _shows_only(holder: Element, link: Element) -> bool:
    """Tell whether there is nothing else to read in a link's holder; only what is needed of it is read."""
    own = list(link.stripped_strings)
    return list(islice(holder.stripped_strings, len(own) + 1)) == own


def _label(link: Element) -> str:
    text = clean(link.text) or clean(label_of_button(link))
    if not re.search(r"\w", text):
        text = clean(link.attr("aria-label") or link.attr("title") or "")
    return text if len(text) <= _LONGEST_LABEL else ""


def _place(url: str) -> _Place:
    """Return where a URL stands.

    >>> _place("https://paper.example/world/page/2/").page, _place("https://paper.example/world?start=20").offset
    (2, 20)
    """
    parts = urlsplit(url)
    page = offset = None
    others = []
    for pair in parts.query.split("&"):
        if found := _PAGE_PARAMETER.match(pair):
            page = int(found.group(1))
        elif found := _OFFSET_PARAMETER.match(pair):
            offset = int(found.group(1))
        else:
            others.append(pair)
    path, is_bare = _ENDING.sub("", unquote(parts.path)), False
    if page is None and offset is None:
        found = _PAGE_IN_PATH.search(path)
        if found is None and (found := _NUMBER_IN_PATH.search(path)):
            is_bare = True
        if found:
            page, path = int(found.group(1)), path[: found.start()]
    listing = f"{bare_host(parts.netloc)}{_ENDING.sub('', path)}?{'&'.join(sorted(filter(None, others)))}"
    return _Place(listing, page, offset, is_bare, listing.partition("?")[0], frozenset(filter(None, others)))
