"""Bylines by each label of a writer, each element and each class that names one."""

import pytest

from newscrawler.document import Document, Element, parse_document
from newscrawler.document.node import elements
from newscrawler.sources.bylines.byline import bylines
from newscrawler.sources.bylines.byline_line import Line

URL = "https://press.example/harbour/wall-4711"

LABELS = [
    "By", "By:", "Written by", "Reported by", "Von", "Par", "Por", "Door", "Av", "Af", "Texte:", "Text:", "Autor",
    "Autorin:", "Autor/Autorin:", "Author", "Author:", "Auteur:", "Autore:", "Автор:", "Текст:", "Tekst:",
    "Interview:", "文/", "文：", "作者:", "作者：", "記者", "記者：", "著者:", "기자:", "Words:", "Penulis:", "Yazar:",
    "Yazan:", "Szerző:", "Συντάκτης:", "γράφει ο", "γράφει η", "γράφουν οι", "מאת", "מאת:", "بقلم", "بقلم:", "كتب:",
    "كتبت:", "الكاتب:", "إعداد:", "نویسنده:", "लेखक:", "লেখক:", "எழுதியவர்:", "ผู้เขียน:", "Tác giả:", "ავტორი:",
    "Հեղինակ:",
]  # fmt: skip


def page(body: str) -> Document:
    return parse_document(f"<body>{body}</body>", URL)


def within_body(document: Document) -> list[Element]:
    return [each for each in elements(document.root) if each.tag not in ("html", "head", "body")]


@pytest.mark.parametrize("label", LABELS)
def test_a_line_with_a_label_of_a_writer(label: str) -> None:
    for said in (f"{label} Ann Example", f"{label.upper()} Ann Example"):
        document = page(f"<p>{said}</p>")
        assert bylines(document, within_body(document)) == [Line(said, said)]
    document = page(f"<p>{label}</p><p>x{label} Ann Example</p>")
    assert [line.printed for line in bylines(document, within_body(document))] in ([], [label])


@pytest.mark.parametrize(
    "label",
    [
        "Autor", "Autores", "Autora", "Autor/Autorin", "Autor/Autor", "Author", "Authors", "Author(s)", "Auteur",
        "Auteurs", "Autore", "Автор", "Автори", "Text", "Texte", "Tekst", "Skribent", "Forfatter", "Redactie", "VON",
    ],
)  # fmt: skip
def test_a_label_that_stands_apart_from_the_name(label: str) -> None:
    for said in (label, label.upper()):
        document = page(f"<p><b>{said}</b> <span>Ann Example</span></p>")
        (line,) = bylines(document, within_body(document))
        assert line.printed == f"{said} Ann Example"
        assert line.text in {"Ann Example", line.printed if label == "VON" else ""}


@pytest.mark.parametrize(
    "tag",
    ["p", "div", "span", "li", "address", "cite", "dl", "em", "i", "strong", "b", "small", "font", "h3", "h4", "h5", "h6"],
)  # fmt: skip
def test_where_a_line_with_a_label_stands(tag: str) -> None:
    for body in (f"<{tag}>By Ann Example</{tag}>", "<table><tr><td>By Ann Example</table>"):
        document = page(body)
        assert bylines(document, within_body(document)) == [Line("By Ann Example", "By Ann Example")]


@pytest.mark.parametrize(
    "tag",
    [
        "a", "span", "div", "p", "address", "li", "ul", "cite", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "i",
        "dd", "dl", "header", "footer", "time", "small",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "name",
    [
        "class=byline", "class='by-line'", "class=story-author", "class=authors", "class=postAuthor", "class=autor",
        "class=autoren", "class=auteur", "class=autore", "class=writer", "rel=author", "itemprop=author",
    ],
)  # fmt: skip
def test_what_a_byline_is_called(tag: str, name: str) -> None:
    document = page(f"<{tag} {name}>Ann Example</{tag}>")
    assert bylines(document, within_body(document)) == [Line("Ann Example", "Ann Example")]


@pytest.mark.parametrize(
    "other",
    [
        "bio", "image", "img", "avatar", "photo", "foto", "zdj", "caption", "follow", "social", "twitter", "comment",
        "related", "description", "desc", "more", "date", "time", "count", "box-content", "boxcontent", "info-text",
        "infotext",
    ],
)  # fmt: skip
def test_what_is_called_by_the_author_and_is_no_byline(other: str) -> None:
    for name in (f"author-{other}", f"Author {other.upper()}"):
        document = page(f"<p class='{name}'>Ann Example</p>")
        assert bylines(document, within_body(document)) == []


@pytest.mark.parametrize("box", ["quote", "testimonial", "bookmark"])
def test_who_is_quoted_wrote_nothing(box: str) -> None:
    for around in (f"<div class=x-{box}>", "<figure>", "<figcaption>", "<blockquote>"):
        document = page(f"{around}<p class=author>Ann Example</p>")
        assert bylines(document, within_body(document)) == []
