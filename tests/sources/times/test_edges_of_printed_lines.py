"""Edges of printed lines: how many words stand with a date, what a label says, which elements hold no time."""

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.times.labelled_time import labelled_times
from newscrawler.sources.times.time_element import (
    _before,
    _is_date_line,
    _is_modified,
    _line_of,
    _says_zone,
    _time_attribute,
)
from tests.sources.stand_ins import element

URL = "https://press.example/a/b"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("4 May 2017" + " word" * 6, True),
        ("4 May 2017" + " word" * 7, False),
        ("4 May 2017 19:27" + " word" * 15, True),
        ("4 May 2017 19:27" + " word" * 16, False),
        ("4 May 2017" + " word" * 4 + ".", True),
        ("4 May 2017" + " word" * 4 + " word.", False),
        ("4 May 2017" + " word" * 4 + " word!", False),
        ("4 May 2017" + " word" * 4 + " word?", False),
        ("4 May 2017" + " word" * 4 + " word…", False),
        ("Published 4 May 2017" + " word" * 4 + ".", True),
        ("Updated 4 May 2017" + " word" * 4 + ".", True),
        ("4 May 2017" + " word" * 3 + " 7 p.m.", True),
        ("今天: 2017-05-04", False),
        ("2017-05-04 港务委员会决定修", True),
        ("2017-05-04 港务委员会决定修建", False),
        ("2017-05-04 19:27 港务委员会决定修建", True),
    ],
)
def test_how_many_words_stand_with_a_date(text: str, is_one: bool) -> None:
    assert _is_date_line(text) == is_one


@pytest.mark.parametrize(
    ("html", "tag", "line"),
    [
        ("<p>4 May 2017</p>", "p", "4 May 2017"),
        (f"<p>{'word ' * 200}</p>", "p", None),
        (f"<blockquote>{'word ' * 200}</blockquote>", "blockquote", None),
        (f"<div>{'word ' * 200}</div>", "div", ""),
        (f"<p>{'<b>word </b>' * 59}{'word ' * 200}</p>", "p", ""),
        (f"<p>{'<b>word </b>' * 58}{'word ' * 200}</p>", "p", None),
        ("<h2>4 May 2017</h2>", "h2", None),
        ("<p class=caption>4 May 2017</p>", "p", None),
        ("<p class=Bildunterschrift>4 May 2017</p>", "p", None),
        ("<p class=legende>4 May 2017</p>", "p", None),
        ("<p class=credit>4 May 2017</p>", "p", None),
        ("<p class=pie-de-foto>4 May 2017</p>", "p", None),
        ("<p class=piefoto>4 May 2017</p>", "p", None),
    ],
)
def test_the_line_of_an_element(html: str, tag: str, line: str | None) -> None:
    assert _line_of(element(html, tag)) == line


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<i>Updated</i><time>4 May</time>", "Updated"),
        ("<i>Updated</i> on <time>4 May</time>", "on"),
        ("Updated <time>4 May</time>", " Updated "),
        ("<div class=updated> <time>4 May</time></div>", "updated  "),
        ("<h1>Updated</h1><time>4 May</time>", ""),
        ("<h4>Updated</h4><time>4 May</time>", ""),
        ("<time>Updated</time><time id=2>4 May</time>", " "),
        (f"<i>{'a' * 30}{'b' * 20}</i><time>4 May</time>", "a" * 20 + "b" * 20),
    ],
)
def test_the_words_before_a_time(html: str, said: str) -> None:
    found = element(html, "time")
    assert _before(found) == said
    assert _is_modified(found) == ("pdated" in said)


@pytest.mark.parametrize(
    ("attributes", "is_one"),
    [("class=updated", True), ("itemprop=dateModified", True), ("class=date", False), ("id=updated", False)],
)
def test_a_time_that_is_named_as_that_of_a_change(attributes: str, is_one: bool) -> None:
    assert _is_modified(element(f"<time {attributes}>4 May</time>", "time")) == is_one


@pytest.mark.parametrize(
    ("shown", "says"),
    [
        ("7:27 PM EST", True),
        ("7:27 PM EST".ljust(79), True),
        ("7:27 PM EST".ljust(80), False),
        ("19:27", False),
    ],
)
def test_a_shown_clock_with_a_zone(shown: str, says: bool) -> None:
    assert _says_zone("2017-05-04T19:27:00", shown) == says
    assert not _says_zone("2017-05-04T19:27:00Z", shown)


def test_the_time_of_an_attribute() -> None:
    found = element("<b data-timestamp=1493926020 title=then>x</b>", "b")
    assert _time_attribute(found) == "1493926020"
    assert _time_attribute(element("<b title=then>x</b>", "b")) is None
    assert _time_attribute(element("<b>x</b>", "b")) is None


PUBLISHED = [
    "Erschienen", "Publié", "Publicado", "Pubblicato", "Publicat", "Opublikowano", "Opublikowane",
    "Data publikacji", "Опубликован", "Опубликовано", "Опубликована", "Дата публикации", "Опубліковано",
    "Yayın tarihi", "Yayınlanma tarihi", "تاریخ انتشار", "تاریخ درج", "زمان انتشار",
]  # fmt: skip


@pytest.mark.parametrize("label", PUBLISHED)
def test_each_label_of_publication(label: str) -> None:
    for text in (
        f"{label}: 4.5.2017",
        f"{label.upper()}: 4.5.2017" if label.isascii() else f"{label}: 4.5.2017",
    ):
        document = parse_document(f"<body><h1>Quay</h1><p>{text}</p></body>", URL)
        assert labelled_times(document) == {"published_at": ["4.5.2017"]}
    document = parse_document(f"<body><h1>Quay</h1><p>x{label}x: 4.5.2017</p></body>", URL)
    assert labelled_times(document) == {}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>Published: 4 May 2017</p>", ["4 May 2017"]),
        (f"<p>Published: {'a' * 11} 4.5.2017</p>", [f"{'a' * 11} 4.5.2017"]),
        (f"<p>Published: {'a' * 12} 4.5.2017</p>", []),
        ("<p>Published: 4 May 2017</p><p>Published: 5 May 2017</p>", []),
        ("<p>Published: 4 May 2017</p><p>Published: 4 May 2017</p>", ["4 May 2017"]),
        ("<div class=comment><p>Published: 4 May 2017</p></div>", []),
        ("<div class=Reply><p>Published: 4 May 2017</p></div>", []),
        ("<div class=replies><p>Published: 4 May 2017</p></div>", []),
        ("<div class=reader><p>Published: 4 May 2017</p></div>", []),
        ("<div class=forum-post><p>Published: 4 May 2017</p></div>", []),
        ("<aside><p>Published: 4 May 2017</p></aside>", []),
        (f"<p>{'word ' * 200}<b>Published: 4 May 2017</b></p>", []),
    ],
)
def test_a_line_that_says_when_the_page_was_published(body: str, found: list[str]) -> None:
    document = parse_document(f"<body><h1>Quay</h1>{body}</body>", URL)
    assert labelled_times(document).get("published_at", []) == found
