"""Times that a page shows: elements, attributes, and printed lines."""

import pytest

from newscrawler.document import Document, Element, parse_document
from newscrawler.document.node import elements
from newscrawler.sources.times.time_element import printed_times, read_times
from tests.sources.harbour_page import TEXT, URL, beside, read


def page(body: str) -> Document:
    return parse_document(f"<body>{body}</body>", URL)


def within_body(document: Document) -> list[Element]:
    return [each for each in elements(document.root) if each.tag not in ("html", "head", "body")]


@pytest.mark.parametrize(
    ("body", "published", "modified"),
    [
        ("<time datetime=2017-05-04T19:27>x</time>", ["2017-05-04T19:27"], []),
        ("<time datetime=yesterday>4 May 2017</time>", ["yesterday", "4 May 2017"], []),
        ("<i>Updated</i><time>4 May</time>", [], ["4 May"]),
        ("<h1>The wall: latest updates</h1><time>4 May</time>", ["4 May"], []),
        ("<time itemprop=dateModified>4 May</time>", [], ["4 May"]),
        ("<time class='entry-date updated'>4 May</time>", ["4 May"], []),
        ("<time class=updated>4 May</time>", [], ["4 May"]),
        (
            "<time datetime=2017-05-04T19:27:00>7:27 PM EST</time>",
            ["2017-05-04T19:27:00", "7:27 PM EST"],
            [],
        ),
        ("<time datetime=2017-05-04T19:27:00Z>7:27 PM EST</time>", ["2017-05-04T19:27:00Z"], []),
        ("<time datetime=2017-05-04T19:27:00>19:27</time>", ["2017-05-04T19:27:00"], []),
        ("<b data-timestamp=1493926020>then</b>", ["1493926020"], []),
        ("<b title='The wall'>then</b>", [], []),
        ("<li><a href=/x>Another story of the harbour, and a long one</a><time>4 May</time></li>", [], []),
    ],
)
def test_times_that_elements_state(body: str, published: list[str], modified: list[str]) -> None:
    document = page(body)
    around = within_body(document)
    assert read_times(document, around) == {"published_at": published, "modified_at": modified}


def test_elsewhere_on_the_page_only_the_first_two() -> None:
    document = page("<time>1 May</time><aside><time>2 May</time></aside><time>3 May</time><time>4 May</time>")
    assert read_times(document, [])["published_at"] == ["1 May", "3 May"]


@pytest.mark.parametrize(
    ("body", "published", "modified"),
    [
        ("<p>4 May 2017, 19:27</p>", ["4 May 2017, 19:27"], []),
        ("<p class=updated>4 May 2017</p>", [], ["4 May 2017"]),
        ("<p>עודכן: 12.08.21, 08:05</p>", [], ["עודכן: 12.08.21, 08:05"]),
        ("<p>Módosítva: 2022. október 4. 11:02</p>", [], ["Módosítva: 2022. október 4. 11:02"]),
        ("<p>Cập nhật: 28/3/2022, 06:14</p>", [], ["Cập nhật: 28/3/2022, 06:14"]),
        ("<p>อัปเดต 12 มี.ค. 2563 10:15</p>", [], ["อัปเดต 12 มี.ค. 2563 10:15"]),
        ("<p>अपडेटेड: 16 फरवरी 2021, 08:05 PM</p>", [], ["अपडेटेड: 16 फरवरी 2021, 08:05 PM"]),
        ("<p>Τελευταία ενημέρωση: 9/5/2022, 11:47</p>", [], ["Τελευταία ενημέρωση: 9/5/2022, 11:47"]),
        ("<p>Zuletzt geändert: 6.8.2022, 9:20</p>", [], ["geändert: 6.8.2022, 9:20"]),
        ("<p>Laatst gewijzigd: 6.8.2022, 9:20</p>", [], ["gewijzigd: 6.8.2022, 9:20"]),
        ("<p>Senast ändrad: 6.8.2022, 9:20</p>", [], ["ändrad: 6.8.2022, 9:20"]),
        ("<p>Sist endret: 6.8.2022, 9:20</p>", [], ["endret: 6.8.2022, 9:20"]),
        ("<p>Muokattu: 6.8.2022, 9:20</p>", [], ["Muokattu: 6.8.2022, 9:20"]),
        ("<p>Ostatnia zmiana: 6.8.2022, 9:20</p>", [], ["zmiana: 6.8.2022, 9:20"]),
        ("<p>Naposledy upraveno: 6.8.2022, 9:20</p>", [], ["upraveno: 6.8.2022, 9:20"]),
        ("<p>Posodobljeno: 6.8.2022, 9:20</p>", [], ["Posodobljeno: 6.8.2022, 9:20"]),
        ("<p>Последна промяна: 6.8.2022, 9:20</p>", [], ["промяна: 6.8.2022, 9:20"]),
        ("<p>Pakeista: 2022-08-06 9:20</p>", [], ["Pakeista: 2022-08-06 9:20"]),
        ("<p>Imesasishwa: 6.8.2022, 9:20</p>", [], ["Imesasishwa: 6.8.2022, 9:20"]),
        ("<p>Përditësuar: 6.8.2022, 9:20</p>", [], ["Përditësuar: 6.8.2022, 9:20"]),
        ("<p>Uppfært: 6.8.2022, 9:20</p>", [], ["Uppfært: 6.8.2022, 9:20"]),
        ("<p>اپ ڈیٹ: 2022-08-06 9:20</p>", [], ["اپ ڈیٹ: 2022-08-06 9:20"]),
        ("<p>Diperbarui 5 April 2022 11:20</p>", [], ["Diperbarui 5 April 2022 11:20"]),
        ("<p>4 May 2017 | Updated 5 May 2017</p>", ["4 May 2017 | "], ["Updated 5 May 2017"]),
        ("<p>The fair of 2017 was opened by the mayor of the town again.</p>", [], []),
        ("<p>© 2017 The Example</p>", [], []),
        ("<button>4 May 2017</button>", [], []),
    ],
)
def test_lines_that_print_a_time(body: str, published: list[str], modified: list[str]) -> None:
    document = page(body)
    around = within_body(document)
    assert printed_times(document, around) == {"published_at": published, "modified_at": modified}


@pytest.mark.parametrize(
    "name",
    [
        *(
            "datetime",
            "data-datetime",
            "data-date",
            "data-timestamp",
            "data-published",
            "data-time",
            "data-pubdate",
        ),
        "title",
    ],
)
def test_an_attribute_that_states_a_time(name: str) -> None:
    stated = beside(f'<div {name}="2017-05-04T19:27:00Z">then</div>')
    assert stated == ("2017-05-04T19:27:00+00:00", None)
    assert beside(f'<div x{name}="2017-05-04T19:27:00Z">then</div>') == (None, None)
    assert beside(f'<div {name}="1493926020000">then</div>')[0] == "2017-05-04T19:27:00+00:00"


@pytest.mark.parametrize(
    ("words", "clock", "is_line"),
    [(7, "", True), (8, "", False), (16, ", 19:27", True), (17, ", 19:27", False)],
)
def test_words_beside_a_date_that_make_it_a_sentence(words: int, clock: str, is_line: bool) -> None:
    line = f"<div>{' '.join(['quay'] * words)} 2017-05-04{clock}</div>"
    assert (beside(line)[0] is not None) is is_line


@pytest.mark.parametrize(
    "tag",
    [
        "script", "svg", "figure", "figcaption", "button", "form", "select", "iframe",
        "h1", "h2", "h3", "h4",
    ],
)  # fmt: skip
def test_elements_that_hold_no_line_of_the_article(tag: str) -> None:
    document = page(f"<div><{tag}>4 May 2017, 19:27</{tag}></div>")
    inside = [element for element in within_body(document) if element.tag == tag]
    assert [element.tag for element in inside] == [tag]
    assert printed_times(document, inside) == {"published_at": [], "modified_at": []}


def test_the_caption_of_a_table_holds_no_line_of_the_article() -> None:
    document = page("<table><caption>4 May 2017, 19:27</caption></table>")
    assert printed_times(document, within_body(document)[1:]) == {"published_at": [], "modified_at": []}


@pytest.mark.parametrize(
    "names", ["caption", "imageCaption", "legende", "bildunterschrift", "credit", "piefoto", "pie-de-foto"]
)
def test_the_text_of_a_picture_is_no_line_of_the_article(names: str) -> None:
    document = page(f"<div class={names}>4 May 2017, 19:27</div>")
    assert printed_times(document, within_body(document)) == {"published_at": [], "modified_at": []}


def test_a_long_line_may_have_parts_that_are_lines() -> None:
    parts = "<span>Published 4 May 2017, 19:27</span>" + "<span>Harbour and town of Aldine</span>" * 6
    assert beside(f"<div>{parts}</div>")[0] == "2017-05-04T19:27:00"
    assert beside(f"<p>{parts}</p>")[0] is None
    assert beside(f"<blockquote>{parts}</blockquote>")[0] is None


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        (
            "4 May 2017, 19:27 updated 5 May 2017, 10:00",
            ["4 May 2017, 19:27 "],
            ["updated 5 May 2017, 10:00"],
        ),
        (
            "Updated 5 May 2017, 10:00. Published 4 May 2017, 19:27",
            ["ed 4 May 2017, 19:27"],
            ["Updated 5 May 2017, 10:00. "],
        ),
        ("Updated and published 4 May 2017, 19:27", ["ed 4 May 2017, 19:27"], []),
        ("Updated 5 May 2017", [], ["Updated 5 May 2017"]),
        ("4 May 2017", ["4 May 2017"], []),
    ],
)
def test_two_times_on_a_line(line: str, published: list[str], modified: list[str]) -> None:
    document = page(f"<div>{line}</div>")
    found = printed_times(document, within_body(document))
    assert [text.strip() for text in found["published_at"]] == [text.strip() for text in published]
    assert [text.strip() for text in found["modified_at"]] == [text.strip() for text in modified]


def test_the_name_of_a_line_may_say_that_it_is_the_later_time() -> None:
    document = page("<div class=updated>4 May 2017</div>")
    assert printed_times(document, within_body(document)) == {
        "published_at": [],
        "modified_at": ["4 May 2017"],
    }


def test_so_many_times_are_read() -> None:
    document = page("".join(f"<div>{day} May 2017</div>" for day in range(1, 10)))
    assert len(printed_times(document, within_body(document))["published_at"]) == 6
    document = page("".join(f"<time datetime=2017-05-0{day}T10:00>x</time>" for day in range(1, 10)))
    assert len(read_times(document, within_body(document))["published_at"]) == 6
    document = page("".join(f"<b data-time=2017-05-0{day}T10:00>x</b>" for day in range(1, 10)))
    assert len(read_times(document, within_body(document))["published_at"]) == 7


def test_times_that_stand_nowhere_near() -> None:
    document = page(
        "<aside><time datetime=2016-01-01>x</time></aside>"
        + "".join(f"<p><time datetime=2017-05-0{day}>x</time></p>" for day in range(1, 5))
        + "<p hidden><time datetime=2018-01-01>x</time></p>"
    )
    assert read_times(document, [])["published_at"] == ["2017-05-01", "2017-05-02"]
    document = page("<p hidden><time datetime=2018-01-01>x</time></p><p><time datetime=2017-05-01>x</time>")
    assert read_times(document, [])["published_at"] == ["2017-05-01"]


def test_a_time_of_another_article() -> None:
    own = "<article><h1>Aldine builds</h1></article>"
    other = "<article><h1>Orsa builds</h1><time datetime=2017-05-01>x</time></article>"
    for markup, expected in ((own + other, []), (own + other.replace("h1", "h2"), ["2017-05-01"])):
        document = page(markup)
        headline = next(element for element in within_body(document) if element.tag == "h1")
        assert read_times(document, [], headline)["published_at"] == expected
        assert read_times(document, [])["published_at"] == ["2017-05-01"]


@pytest.mark.parametrize(
    ("box", "is_own"),
    [
        ("<li><a href=/other>Another story of the harbour, a long one</a> {}</li>", False),
        ("<li><a href=/other>Another story of the town, 31.</a> {}</li>", True),
        ("<li><a href=/author/ann>Another story of the harbour, a long one</a> {}</li>", True),
        ("<li><a rel=author href=/ann>Another story of the harbour, a long one</a> {}</li>", True),
        ("<li><a class=author-x href=/ann>Another story of the harbour, a long one</a> {}</li>", True),
        ("<li><a href=/harbour/wall-4711?a>Another story of the harbour, a long one</a> {}</li>", True),
        ("<main><a href=/other>Another story of the harbour, a long one</a> {}</main>", True),
        ("<header><a href=/other>Another story of the harbour, a long one</a> {}</header>", True),
        ("<div><a href=/other>Another story of the harbour, a long one</a><p>{}</p></div>", False),
        ("<div><a href=/other>Another story of the harbour, a long one</a><ul><li>{}</ul></div>", True),
        ("<div><a href=/other>Another story of the harbour, a long one</a><dl>{}</dl></div>", True),
    ],
)
def test_a_time_beside_a_link_to_another_story(box: str, is_own: bool) -> None:
    document = page(box.format("<time datetime=2017-05-01>x</time>"))
    assert read_times(document, within_body(document))["published_at"] == ["2017-05-01"] * is_own


@pytest.mark.parametrize(
    "name",
    [
        "datetime",
        "data-datetime",
        "data-date",
        "data-timestamp",
        "data-published",
        "data-time",
        "data-pubdate",
    ],
)
def test_an_attribute_that_holds_a_time(name: str) -> None:
    assert beside(f'<span {name}="2017-05-04T19:27:00Z">then</span>') == ("2017-05-04T19:27:00+00:00", None)


@pytest.mark.parametrize(
    "tag",
    [
        "script",
        "svg",
        "figure",
        "figcaption",
        "caption",
        "button",
        "form",
        "select",
        "iframe",
        "h2",
        "h3",
        "h4",
    ],
)
def test_an_element_that_holds_no_line_of_the_article(tag: str) -> None:
    assert beside(f"<{tag}>4 May 2017, 19:27</{tag}>") == (None, None)


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("<div class='post hentry'>{}<div class=post-footer>{}</div></div>", "2017-05-04T19:27:00+03:00"),
        ("<div class=story>{}<div class=post-footer>{}</div></div>", None),
    ],
)
def test_the_microformat_of_a_post_in_its_foot(foot: str, published: str | None) -> None:
    stated = "at <a href=/own><abbr class=published title='2017-05-04T19:27:00+03:00'>7:27 PM</abbr></a>"
    article = read(foot.format(f"<h3>Aldine builds a new wall</h3>{TEXT}", stated))
    assert article.published_at == published


@pytest.mark.parametrize(
    ("line", "is_told"),
    [("30 November 2026", False), ("Published 30 November 2026", True), ("30 November 2026, 19:27", True)],
)
def test_a_bare_day_below_the_story_is_none_of_its_times(line: str, is_told: bool) -> None:
    text = "<p>" + "The harbour council of Aldine rebuilds the western wall. " * 3 + "</p>"
    document = page(f"<div><h1>The wall</h1>{text}{text}</div><div><p>{line}</p></div>")
    headline = document.root.select_one("h1")
    assert headline is not None
    around = [each for each in within_body(document) if each.tag == "p"]
    assert (line in printed_times(document, around, headline)["published_at"]) is is_told


def test_times_of_the_updates_of_a_live_blog_are_not_that_of_the_page() -> None:
    updates = "".join(
        f"<div class=u><time datetime=2026-03-0{n}T11:05>11:05</time><h2>Update {n}</h2><p>Said.</p></div>"
        for n in (7, 8, 9)
    )
    document = page(f"<main><h1>The storm</h1><p>Said.</p><div>{updates}</div></main>")
    headline = document.elements_of("h1")[0]
    assert read_times(document, within_body(document), headline)["published_at"] == []


def test_a_time_beside_the_headline_in_one_of_several_stories_is_its_own() -> None:
    stories = "".join(
        f"<article><h1>Story {n}</h1><time datetime=2026-03-0{n}T11:05>x</time></article>" for n in (7, 8, 9)
    )
    document = page(stories)
    headline = document.elements_of("h1")[0]
    assert read_times(document, list(elements(document.elements_of("article")[0])), headline)[
        "published_at"
    ] == ["2026-03-07T11:05"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Today is Saturday, November 28, 2026</p>",
        "<p>Heute ist Samstag, der 28.11.2026</p>",
        "<p>Page generated 28.11.2026 11:59</p>",
        "<dl><dt>When</dt><dd>Saturday, 5 December 2026, 7 pm</dd></dl>",
        "<div><b>Wann:</b> <span>05.12.2026, 19:00 Uhr</span></div>",
        "<p>Deadline: 5 December 2026</p>",
        "<p>Next meeting: 14 December 2026</p>",
        "<p>Offer valid until 31 December 2026</p>",
        "<p>Gültig bis 31.12.2026</p>",
        "<p>Act of 12 May 2019 on harbours</p>",
        "<p>Last reviewed: 9 March 2026</p>",
        "<div><h4>2 Comments</h4><p>Kim Doe, March 5, 2026 at 10:00 am</p></div>",
    ],
)
def test_days_of_the_visit_and_of_events_are_none_of_the_article(body: str) -> None:
    document = page(f"<h1>The wall</h1>{body}")
    assert printed_times(document, within_body(document), document.elements_of("h1")[0])["published_at"] == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>Page 1 of 12 | 5 December 2026</p>",
        "<h4>Comment by the editor</h4><p>5 December 2026</p>",
        "<div><ul><li>Comments (3)</li></ul><p>5 December 2026</p></div>",
    ],
)
def test_days_beside_such_words_are_the_articles(body: str) -> None:
    document = page(f"<h1>The wall</h1>{body}")
    assert printed_times(document, within_body(document), document.elements_of("h1")[0])["published_at"]
