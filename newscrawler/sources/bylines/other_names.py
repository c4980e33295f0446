"""Other names: names marked like a byline that wrote something else than the story, or pictured it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from turbohtml import Text

from newscrawler.dates.month_names import fold
from newscrawler.document.node import above, after, before, class_of, elements, first, names_of
from newscrawler.sources.signals import Signal, signal_of
from newscrawler.sources.story_entries import DATE_LIKE
from newscrawler.text import clean
from newscrawler.text.person import is_house, may_be_person
from newscrawler.urls.hosts import bare_host, host_and_port
from newscrawler.urls.no_page import is_no_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from newscrawler.document import Element

PROFILE: Final = re.compile(
    r"/(?:authors?|autor(?:en|es|i|e|in)?|auteurs?|profiles?|staff|people|person|by|contributors?|"
    r"journalist\w*|reporters?|writers?|redakt\w+|redaktion|redazione|team|bio|columnists?|korrespondent\w*|"
    r"firmas?|colunistas?)/[^/?#]+",
    re.IGNORECASE,
)
"""The path of a page about somebody who writes."""
_PARAGRAPH, _WHOLE_TEXT, _TEXT_BEGINS = 80, 600, 2
"""Characters of a paragraph and of one that is no standfirst; with how many the text has begun."""
_LONGEST_LINE: Final = 150
_LONGEST_BOX, _LONGEST_CAPTION = 700, 400
"""Characters of a box that is looked at, and of one in which a name is that of its picture."""
_MOST_BOXES: Final = 8
_PICTURES: Final = ("img", "picture", "video")
_PICTURE_BOX: Final = re.compile(
    r"image|img|photo|foto|picture|(?:^|[\s_-])(?:pic|bild(?:er?)?|kuva|kep|resim|gambar|imagen|zdj\w*|hero|figure)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_PERSON_BOX: Final = re.compile(
    r"author|autor|auteur|avatar|by-?line|profile|portrait|writer|journalist|columnist|user|bio|contributor|meta",
    re.IGNORECASE,
)
_PORTRAIT: Final = re.compile(
    r"avatar|author|autor|auteur|profile|portrait|headshot|columnist|user", re.IGNORECASE
)
_SMALL_PICTURE, _WIDE_PICTURE = 160, 400
"""Pixels of a portrait beside a name, and those of the picture of a story."""
_WORDS_OF_CAPTION: Final = 4
"""Words for those who cannot see a picture, that tell what it shows."""
_BOXES: Final = ("div", "p", "span", "td", "li", "section")
_BY: Final = re.compile(r"\b(?:by|von|par|por|di|door|av|af|autor\w*|author)\b", re.IGNORECASE)
_WORK_BOX: Final = re.compile(
    r"(?:^|[\s_-])(?:books?|buch|buecher|libros?|livres?|films?|movies?|album|bogen|boken|knjig\w*|ksiazk\w*|kitap"
    r"|kniha|boek)(?:$|[\s_-])",
    re.IGNORECASE,
)
_WORK: Final = re.compile(
    r"\b\d{2,4} ?(?:pages?|pp|p\.|seiten|s\.|páginas|págs?|pagine|pagina['’]?s"
    r"|stron|stran|sider|sidor|sivua|oldal|sayfa|с\.|стр)|\bISBN\b",
    re.IGNORECASE,
)
"""What is printed with a book under review."""
_OTHERS_BOX: Final = re.compile(
    r"(?:^|[\s_-])(?:columnists|kolumnisten|kolumnist[iy]|columnistas|colunistas|yazarlar|opinions"
    r"|opiniones|readers?|leserbriefe?|guests|blogs|bloggers|top-authors)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""How a box of many authors, or of readers, is called."""
_OTHERS_HEADING: Final = re.compile(
    r"\W*(?:(?:most|top|our|all|other|more|popular|featured) (?:read )?"
    r"(?:authors|columnists|writers|bloggers|voices|opinions?)"
    r"|columnists|opinions?|blogs|(?:unsere|top|beliebte|meistgelesene) autoren|kolumnen|kolumnisten"
    r"|meinung(?:en)?|columnistas|(?:nuestros|otros) (?:autores|columnistas)|opinión|opinião"
    r"|colunistas|opinioni"
    r"|(?:le )?firme|chroniqueurs|tribunes|les plus lus|köşe yazarları|yazarlar|(?:наши )?авторы|колумнисты"
    r"|мнения|колонки|автори|думки|блоги|felietony|opinie|autorzy|komentátoři|názory|vélemény|szerzőink|kolumne|kolumnisti"
    r"|αρθρογράφοι|απόψεις|γνώμες|كتاب الرأي|كتاب|مقالات|آراء|یادداشت"
    r"|opinii|專欄|专栏|社説・コラム|コラム|칼럼|오피니언|penulis|kolom|opini)\W*",
    re.IGNORECASE,
)
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6", "legend", "summary")
_COMMENT_TYPE: Final = re.compile(r"/(?:user)?comments?$|/review$", re.IGNORECASE)
_FIELDS: Final = ("input", "textarea")
_LONGEST_NAME: Final = 3
"""Words of a link that may be a name."""
_LEAST_WORDS, _LEAST_TITLE, _LEAST_SAID = 2, 10, 12
"""Words and characters of a link that is a title, and characters of what is said beside a name and a time."""
_NO_TITLE: Final = re.compile(
    r"\b(?:all|more|other|view|read|see|show|follow|about|profile|contact|articles|posts|stories|alle"
    r"|mehr|weitere|artikel|tous|plus|voir|articles?|más|todos|todas|ver|leer|altri|tutti|leggi|wszystkie|więcej|zobacz|meer|diğer|tüm"
    r"|další|все|ещё|еще|всі|більше)\b|@",
    re.IGNORECASE,
)
"""Words of a link to more of the same author."""
_SENTENCE: Final = re.compile(r"\w[^.!?…。]*[.!?…。！？]")


class StoryNames:
    """Which of a page's names may be that of the story's author, by where they stand."""

    def __init__(self, around: Iterable[Element], headline: Element | None, url: str) -> None:
        """Begin.

        :param around: the elements around the headline.
        :param url: of the page.
        """
        self._around_headline = frozenset(above(headline)) if headline is not None else frozenset()
        self._host = bare_host(host_and_port(url)[0])
        self._url = url.split("?", maxsplit=1)[0]
        self.head = list(_until_text(around))
        """The elements from the headline to the text."""
        self._head = frozenset(self.head)

    def is_of_others(self, element: Element, name: str) -> bool:
        """Tell whether a name is that of a picture, a work under review, a reader or another story."""
        in_head = element in self._head
        is_person, is_byline = False, "byline" in class_of(element).lower()
        for outer in self._boxes(element):
            names = names_of(outer)
            text = clean(outer.text)
            is_person = is_person or (outer is not element and _PERSON_BOX.search(names) is not None)
            is_short = not is_person and len(text) <= _LONGEST_CAPTION
            if is_short and _is_of_picture(outer, names, name):
                return True
            if is_short and outer is not element and not is_byline and _is_caption(outer, text, name):
                return True
            if _WORK_BOX.search(names) or (outer is not element and _WORK.search(text.replace(name, ""))):
                return True
            if not in_head and self._is_elsewhere(outer, element, names, name):
                return True
        return _stands_above_work(element)

    def _boxes(self, element: Element) -> Iterator[Element]:
        """Yield an element and the small ones around it that do not hold the headline."""
        for place, outer in enumerate((element, *above(element))):
            if outer in self._around_headline or outer.tag in ("body", "html", "main") or place > _MOST_BOXES:
                return
            if len(outer.text) > 2 * _LONGEST_BOX or len(clean(outer.text)) > _LONGEST_BOX:
                return
            yield outer

    def _is_elsewhere(self, outer: Element, element: Element, names: str, name: str) -> bool:
        """Tell whether a box away from the headline is of other authors, of readers or of another story."""
        is_of_readers = signal_of(names) & Signal.COMMENT and "byline" not in names
        if is_of_readers or _OTHERS_BOX.search(names):
            return True
        if _COMMENT_TYPE.search(outer.attr("itemtype") or ""):
            return True
        if outer is element:
            return False
        if first(outer, *_FIELDS) is not None or any(
            _OTHERS_HEADING.fullmatch(clean(heading.text)) for heading in elements(outer, *_HEADINGS)
        ):
            return True
        return self._leads_to_story(outer, name) or _is_one_of_many(outer)

    def _leads_to_story(self, box: Element, name: str) -> bool:
        """Tell whether all links of a box but those to the author lead to one other page, by its title."""
        said = {fold(word) for word in name.split()}
        slug = "-".join(fold(name).split()[-2:])
        pages: set[str] = set()
        is_title = False
        for link in elements(box, "a"):
            href = (link.attr("href") or "").strip()
            text = clean(link.text)
            if not href or is_no_page(href) or PROFILE.search(href) or slug in unquote(href).lower():
                continue
            if self._url.endswith(href.split("?", maxsplit=1)[0]) and len(href) > 1:
                continue
            if self._is_elsewhere_on_web(href):
                continue
            pages.add(href)
            is_title = is_title or _is_title(text, said)
        if not is_title or len(pages) > 1:
            return False
        return box.tag != "p" or len(clean(box.text)) <= len(name) + _LONGEST_LINE

    def _is_elsewhere_on_web(self, href: str) -> bool:
        return "//" in href[:8] and bare_host(host_and_port(href)[0]) != self._host


def _is_title(text: str, said: Collection[str]) -> bool:
    """Tell whether the text of a link is the title of a story, and no name, house, or way to more."""
    words = [word for word in text.split() if fold(word).strip(".,:") not in said]
    if len(words) < _LEAST_WORDS or len(" ".join(words)) < _LEAST_TITLE or _NO_TITLE.search(text):
        return False
    is_short = len(words) <= _LONGEST_NAME
    return not (is_short and (is_house(text) or may_be_person(text)))


def _until_text(around: Iterable[Element]) -> Iterator[Element]:
    """Yield the elements from the headline to the second paragraph: the first may be the standfirst."""
    paragraphs = 0
    for element in around:
        size = len(element.text.strip()) if element.tag == "p" else _own_size(element)
        paragraphs += (size > _PARAGRAPH) + (size > _WHOLE_TEXT)
        if paragraphs >= _TEXT_BEGINS:
            return
        yield element


def _own_size(element: Element) -> int:
    return sum(len(part.data.strip()) for part in element.children if type(part) is Text)


def _is_of_picture(outer: Element, names: str, name: str) -> bool:
    """Tell whether a box is named as that of a picture, and holds one that is no portrait."""
    if not _PICTURE_BOX.search(names):
        return False
    picture = first(outer, *_PICTURES)
    return picture is not None and not _is_portrait(picture, name)


def _is_caption(outer: Element, text: str, name: str) -> bool:
    """Tell whether a box holds the picture of a story, and a name without label or time beside it."""
    if outer.tag not in _BOXES or _BY.search(text) or DATE_LIKE.search(text):
        return False
    picture = first(outer, *_PICTURES)
    if picture is None or _is_portrait(picture, name):
        return False
    width = (picture.attr("width") or "").removesuffix("px")
    if width.isdigit() and int(width) >= _WIDE_PICTURE:
        return True
    return len((picture.attr("alt") or "").split()) >= _WORDS_OF_CAPTION


def _is_portrait(picture: Element, name: str) -> bool:
    said = " ".join(picture.attr(each) or "" for each in ("class", "src", "alt", "title", "data-src"))
    if _PORTRAIT.search(said) or name.rsplit(maxsplit=1)[-1] in said:
        return True
    width = (picture.attr("width") or "").removesuffix("px")
    return width.isdigit() and int(width) <= _SMALL_PICTURE


def _stands_above_work(element: Element) -> bool:
    """Tell whether the line below a name has the publisher and the pages of a book."""
    below = next(after(element), None)
    if below is None or len(below.text) > _LONGEST_LINE:
        return False
    text = clean(" ".join(below.strings))
    return _WORK.search(text) is not None and not re.search(r"\b(?:by|von|de|par|di|av|af)\b", text)


def _is_one_of_many(box: Element) -> bool:
    """Tell whether others like a box stand beside it, all with a time and a sentence: what readers wrote."""
    alike = [
        other
        for other in (*before(box), box, *after(box))
        if other.tag == box.tag and class_of(other) == class_of(box)
    ]
    is_dated = all(DATE_LIKE.search(other.text) for other in alike)
    return len(alike) > 1 and is_dated and any(map(_says, alike))


def _says(box: Element) -> bool:
    """Tell whether a box holds a sentence of its own, with no date in it."""
    inner = (clean(each.text) for each in elements(box, "p", "div", "blockquote") if each is not box)
    return any(
        len(said) >= _LEAST_SAID and _SENTENCE.search(said) and not DATE_LIKE.search(said) for said in inner
    )
