"""Edges of what is told of a name: how long a line, a link and a box may be in which somebody is named."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import above, elements, first
from newscrawler.sources.bylines.byline import _is_told_of, _stand_together, printed_byline
from newscrawler.sources.bylines.byline_line import Line
from newscrawler.sources.bylines.labelled_byline import _long_by_its_time, is_long
from newscrawler.sources.bylines.name_beside_time import _name_in, is_linked, is_told_of
from newscrawler.sources.bylines.other_names import (
    _BY,
    _COMMENT_TYPE,
    _NO_TITLE,
    _OTHERS_BOX,
    _OTHERS_HEADING,
    _PERSON_BOX,
    _PICTURE_BOX,
    _PORTRAIT,
    _WORK,
    _WORK_BOX,
    PROFILE,
    _is_caption,
    _is_one_of_many,
    _is_portrait,
    _stands_above_work,
    _until_text,
)
from newscrawler.sources.bylines.signed_line import _is_of_a_picture
from tests.sources.stand_ins import element

URL = "https://press.example/a/b"
NAME = "Ann Example"


def last(html: str, tag: str) -> Any:
    """The last element of a tag in a page's body."""
    return [*elements(parse_document(f"<body>{html}</body>", URL).root, tag)][-1]


@pytest.mark.parametrize(("size", "begins"), [(80, 0), (81, 1), (600, 1), (601, 2)])
def test_how_long_the_paragraphs_of_a_text_are(size: int, begins: int) -> None:
    """``begins``: so many paragraphs of the two from which on the text has begun."""
    one = element(f"<p>{'a' * size}</p>", "p")
    assert len(list(_until_text([one] * 5))) == {0: 5, 1: 1, 2: 0}[begins]
    box = element(f"<div>{'a' * size}<b>{'b' * 900}</b></div>", "div")
    assert len(list(_until_text([box] * 5))) == {0: 5, 1: 1, 2: 0}[begins]


@pytest.mark.parametrize(
    ("attributes", "is_one"),
    [
        ("", False),
        ("width=400", True),
        ("width=400px", True),
        ("width=399", False),
        ("width=wide alt='x'", False),
        ("alt='the wall at dusk'", True),
        ("alt='wall at dusk'", False),
        ("width=800 class=avatar", False),
        ("width=800 src=/portrait/4711.jpg", False),
        ("width=800 alt='Example'", False),
        ("width=800 title='Example'", False),
        ("width=800 data-src=/author.jpg", False),
    ],
)
def test_the_picture_of_a_story_beside_a_name(attributes: str, is_one: bool) -> None:
    for tag in ("div", "p", "span", "td", "li", "section"):
        inner = f"<{tag} class=c12><img {attributes}>{NAME}</{tag}>"
        box = element(f"<table><tr>{inner}</table>" if tag == "td" else inner, tag)
        assert _is_caption(box, NAME, NAME) == is_one, tag
        assert not _is_caption(box, f"By {NAME}", NAME)
        assert not _is_caption(box, f"{NAME}, 12 May 2025", NAME)
    assert not _is_caption(element(f"<header><img {attributes}>{NAME}</header>", "header"), NAME, NAME)
    assert not _is_caption(element(f"<div>{NAME}</div>", "div"), NAME, NAME)


@pytest.mark.parametrize(
    ("attributes", "is_one"),
    [
        ("width=160", True),
        ("width=160px", True),
        ("width=161", False),
        ("width=small", False),
        *((f"class={word}", True) for word in (
            "avatar", "author", "autor", "auteur", "profile", "portrait", "headshot", "columnist", "user", "AVATAR",
        )),
        ("src=/example.jpg", False),
        ("src=/Example.jpg", True),
    ],
)  # fmt: skip
def test_the_portrait_of_a_person(attributes: str, is_one: bool) -> None:
    assert _is_portrait(element(f"<img {attributes}>", "img"), NAME) == is_one


WORDS = {
    PROFILE: (
        "author authors autor autoren autores autori autore autorin auteur auteurs profile profiles staff people "
        "person by contributor contributors journalist journalisten reporter reporters writer writers redakteur "
        "redaktion redazione team bio columnist columnists korrespondent korrespondenten firma firmas colunista "
        "colunistas"
    ),
    _PICTURE_BOX: (
        "image img photo foto picture pic bild bilder bilde kuva kep resim gambar imagen zdjecie hero figure"
    ),
    _PERSON_BOX: (
        "author autor auteur avatar byline by-line profile portrait writer journalist columnist user bio contributor "
        "meta"
    ),
    _PORTRAIT: "avatar author autor auteur profile portrait headshot columnist user",
    _BY: "by von par por di door av af autor autoren author",
    _WORK_BOX: (
        "book books buch buecher libro libros livre livres film films movie movies album bogen boken knjiga ksiazka "
        "kitap kniha boek"
    ),
    _OTHERS_BOX: (
        "columnists kolumnisten kolumnisti kolumnisty columnistas colunistas yazarlar opinions opiniones reader readers "
        "leserbrief leserbriefe guests blogs bloggers top-authors"
    ),
    _NO_TITLE: (
        "all more other view read see show follow about profile contact articles posts stories alle mehr weitere artikel "
        "tous plus voir article más todos todas ver leer altri tutti leggi wszystkie więcej zobacz meer diğer tüm další "
        "все ещё еще всі більше @"
    ),
}


@pytest.mark.parametrize("pattern", WORDS, ids=lambda pattern: pattern.pattern[:20])
def test_each_word_of_a_rule(pattern: Any) -> None:
    for word in WORDS[pattern].split():
        for text in (word, word.upper()):
            assert pattern.search(f"/{text}/x" if pattern is PROFILE else f"a {text} x"), word
        if pattern not in (_PICTURE_BOX, _PERSON_BOX, _PORTRAIT) and word != "@":
            assert not pattern.search(f"/x{word}/x" if pattern is PROFILE else f"a x{word}x x"), word


@pytest.mark.parametrize("heading", [
    "Authors", "Most authors", "Most read authors", "Top columnists", "Our writers", "All bloggers", "Other voices",
    "More opinion", "Popular opinions", "Featured authors", "Columnists", "Opinion", "Opinions", "Blogs",
    "Unsere Autoren", "Top Autoren", "Beliebte Autoren", "Meistgelesene Autoren", "Kolumnen", "Kolumnisten",
    "Meinung", "Meinungen", "Columnistas", "Nuestros autores", "Otros columnistas", "Opinión", "Opinião",
    "Colunistas", "Opinioni", "Firme", "Le firme", "Chroniqueurs", "Tribunes", "Les plus lus", "Köşe yazarları",
    "Yazarlar", "Авторы", "Наши авторы", "Колумнисты", "Мнения", "Колонки", "Автори", "Думки", "Блоги",
    "Felietony", "Opinie", "Autorzy", "Komentátoři", "Názory", "Vélemény", "Szerzőink", "Kolumne", "Kolumnisti",
    "Αρθρογράφοι", "Απόψεις", "Γνώμες", "كتاب الرأي", "كتاب", "مقالات", "آراء", "یادداشت", "Opinii", "專欄",
    "专栏", "社説・コラム", "コラム", "칼럼", "오피니언", "Penulis", "Kolom", "Opini",
])  # fmt: skip
def test_each_heading_of_other_authors(heading: str) -> None:
    is_bare = heading == "Authors"  # of the story, maybe
    assert bool(_OTHERS_HEADING.fullmatch(heading)) != is_bare
    assert bool(_OTHERS_HEADING.fullmatch(f"» {heading}:")) != is_bare
    assert not _OTHERS_HEADING.fullmatch(f"{heading} x")


@pytest.mark.parametrize(
    "size",
    [
        "320 pages", "320 page", "320pp", "320 p.", "320 Seiten", "320 S.", "320 páginas", "320 págs", "320 pág",
        "320 pagine", "320 pagina's", "320 pagina’s", "320 stron", "320 stran", "320 sider", "320 sidor", "320 sivua",
        "320 oldal", "320 sayfa", "320 с.", "320 стр", "32 pages", "1320 pages", "ISBN 978", "isbn",
    ],
)  # fmt: skip
def test_each_size_of_a_book(size: str) -> None:
    assert _WORK.search(f"Dock Press, {size}")
    assert not _WORK.search("Dock Press, 3 pages")
    assert not _WORK.search("Dock Press, 13200 pages")


def test_the_type_of_a_comment() -> None:
    for stated in (
        "https://schema.org/Comment",
        "https://schema.org/UserComments",
        "https://schema.org/Review",
    ):
        assert _COMMENT_TYPE.search(stated)
    assert not _COMMENT_TYPE.search("https://schema.org/ReviewNewsArticle")


@pytest.mark.parametrize(
    ("below", "is_above"),
    [
        ("<p>Dock Press, 320 pages</p>", True),
        ("<p>Dock Press, 320 pages, by Max</p>", False),
        (f"<p>{'Dock Press, 320 pages'.ljust(150, 'a')}</p>", True),
        (f"<p>{'Dock Press, 320 pages'.ljust(151, 'a')}</p>", False),
        ("<p>Dock Press</p>", False),
        ("", False),
    ],
)
def test_a_name_above_a_book(below: str, is_above: bool) -> None:
    assert _stands_above_work(element(f"<h3>{NAME}</h3>{below}", "h3")) == is_above


def test_boxes_of_readers_side_by_side() -> None:
    box = "<div class=c>12 May 2025 <p>Good wall ok.</p></div>"
    assert _is_one_of_many(element(box + box, "div"))
    assert not _is_one_of_many(element(box, "div"))
    assert not _is_one_of_many(element(box + box.replace("class=c", "class=d"), "div"))
    assert not _is_one_of_many(element(box + box.replace("div", "section"), "div"))
    assert not _is_one_of_many(element(box + box.replace("12 May 2025", ""), "div"))
    silent = box.replace("Good wall ok.", "")
    assert not _is_one_of_many(element(silent * 2, "div"))
    assert _is_one_of_many(element(silent + box, "div"))


@pytest.mark.parametrize(
    ("printed", "is_told"),
    [
        (f"Then came {NAME} again.", False),
        (f"Then there came {NAME} again.", True),
        (f"Then there came {NAME} again!", True),
        (f"Then there came {NAME} again?", True),
        (f"Then there came {NAME} again", False),
        (f"By {NAME} in the harbour.", False),
    ],
)
def test_a_link_in_a_sentence(printed: str, is_told: bool) -> None:
    assert _is_told_of(NAME, printed) == is_told


@pytest.mark.parametrize(("size", "together"), [(600, True), (601, False)])
def test_how_large_a_list_of_authors_is(size: int, together: bool) -> None:
    rest = "a" * (size - 2)
    root = parse_document(f"<body><div><i>1</i><p>{rest}</p><b>2</b></div></body>", URL).root
    one, other = first(root, "i"), first(root, "b")
    assert one is not None
    assert other is not None
    assert _stand_together(one, other) == together


def test_the_printed_line_of_an_author_an_agency_or_a_desk() -> None:
    desk, ann, wire = (
        Line("Newsroom", "The newsroom"),
        Line("By Ann EXAMPLE", "By Ann EXAMPLE |"),
        Line("Reuters", "R."),
    )
    assert printed_byline([desk, ann], [NAME], None) == "By Ann EXAMPLE |"
    assert printed_byline([desk, ann], [], None) == "The newsroom"
    assert printed_byline([ann], [], None) is None
    assert printed_byline([desk, ann, wire], ["Max Muster"], "R.") == "R."
    assert printed_byline([desk, ann], ["Max Muster"], None) is None


@pytest.mark.parametrize(("size", "is_one"), [(150, False), (151, True)])
def test_a_paragraph_of_a_text(size: int, is_one: bool) -> None:
    assert is_long(element(f"<p> {'a' * size} </p>", "p")) == is_one


@pytest.mark.parametrize(("size", "is_one"), [(40, True), (41, False)])
def test_a_line_that_is_long_by_its_time(size: int, is_one: bool) -> None:
    time = " 4 May 2017, 19:27, updated 5 May 2017, 20:27"
    line = "By Ann".ljust(size - 2, "e") + time
    assert _long_by_its_time(line) == (line if is_one else None)
    assert _long_by_its_time("To Ann" + time) is None


@pytest.mark.parametrize(("size", "is_one"), [(80, True), (81, False)])
def test_a_line_whose_label_stands_behind_its_time(size: int, is_one: bool) -> None:
    line = "4 May 2017 " + "by Ann".ljust(size, "e")
    assert _long_by_its_time(line) == (line if is_one else None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Example 12 May 2025", "Ann Example"),
        ("12 May 2025 | Ann Example", "Ann Example"),
        ("Ann Example", None),
        ("Ann Example | Aldine | 12 May 2025", None),
        ("Aldine 12 May 2025", None),
        ("ann example 12 May 2025", None),
    ],
)
def test_a_name_with_nothing_but_a_time(text: str, name: str | None) -> None:
    assert _name_in(text) == name


def test_a_name_that_is_linked() -> None:
    assert is_linked(element(f"<p><a href=/world>{NAME}</a></p>", "p"), NAME)
    assert is_linked(element(f"<a href=/world><p>{NAME}</p></a>", "p"), NAME)
    assert is_linked(element(f"<a href=/world>{NAME}</a>", "a"), NAME)
    assert not is_linked(element(f"<p><a href=/author/ann>{NAME}</a></p>", "p"), NAME)
    assert not is_linked(element(f"<p>{NAME} <a href=/world>World</a></p>", "p"), NAME)


@pytest.mark.parametrize(
    ("around", "is_told"),
    [
        ("", False),
        ("<p>Then Example came.</p>", True),
        ("<nav><a href=/a>Ann Example</a></nav>", True),
        ("<header><a href=/a>ANN EXAMPLE</a></header>", True),
        ("<footer><a href=/a>ANN EXAMPLE</a></footer>", True),
        ("<section><a href=/a>ANN EXAMPLE</a></section>", False),
    ],
)
def test_a_name_that_the_page_tells_of(around: str, is_told: bool) -> None:
    document = parse_document(f"<body><h1>The wall</h1><p id=line>{NAME}</p>{around}</body>", URL)
    line = document.root.select("#line")[0]
    headline = first(document.root, "h1")
    assert is_told_of(document, line, NAME, headline) == is_told
    assert is_told_of(document, line, "The Example", headline)
    assert is_told_of(document, line, NAME, None) == is_told


@pytest.mark.parametrize(
    ("html", "is_of_one"),
    [
        ("<p><img src=a.jpg>Ann</p>", True),
        ("<p><video></video>Ann</p>", True),
        ("<figure><p>Ann</p></figure>", True),
        ("<figure><div><p>Ann</p></div></figure>", True),
        ("<figure><div><div><div><p>Ann</p></div></div></div></figure>", False),
        ("<div class=caption><p>Ann</p></div>", True),
        ("<div id=caption><p>Ann</p></div>", True),
        ("<img src=a.jpg><p>Ann</p>", True),
        ("<div><img src=a.jpg></div><p>Ann</p>", True),
        (f"<div><img src=a.jpg>{'a' * 79}</div><p>Ann</p>", True),
        (f"<div><img src=a.jpg>{'a' * 80}</div><p>Ann</p>", False),
        ("<img src=a.jpg><i>1</i><p>Ann</p>", False),
        ("<img src=a.jpg><div><p>Ann</p></div>", True),
        *((f"<img src=a.jpg><{tag}><p>Ann</p></{tag}>", False) for tag in ("main", "article")),
        ("<p>Ann</p>", False),
    ],
)
def test_a_line_that_stands_with_a_picture(html: str, is_of_one: bool) -> None:
    assert _is_of_a_picture(last(html, "p")) == is_of_one
    assert not any(outer.tag == "p" for outer in above(last(html, "p")))
