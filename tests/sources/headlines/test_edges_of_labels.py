"""Edges of labels: how long a topic, a section, a title and a heading may be."""

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.body.subheads import _says_something
from newscrawler.sources.headlines.headings import is_paragraph
from newscrawler.sources.headlines.title import Title
from newscrawler.sources.headlines.title_part import _lines
from newscrawler.sources.sections.machine_labels import are_codes, section_in
from newscrawler.sources.sections.topic_links import _is_label, _leads_to_topic, topic_links
from newscrawler.sources.visible import _line_around, is_aside, is_below_story
from tests.sources.stand_ins import element

URL = "https://press.example/a/b"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("a b c d", True),
        ("a b c d e", False),
        ("", False),
        ("a" * 40, True),
        ("a" * 41, False),
        ("港" * 16, True),
        ("港" * 17, False),
        ("17", False),
        ("17a", True),
        ("topics:", False),
        ("主题：", False),
        ("all →", False),
        ("← all", False),
        ("all »", False),
    ],
)
def test_the_label_of_a_topic(text: str, is_one: bool) -> None:
    assert _is_label(text) == is_one


@pytest.mark.parametrize("path", ["/tag/wall", "/tags/wall", "/topic/wall", "/etiket/wall", "/etiqueta/wall"])
def test_the_path_of_a_topic(path: str) -> None:
    assert _leads_to_topic(element(f"<a href={path}>Wall</a>", "a"))
    assert not _leads_to_topic(element("<a href=/world/wall>Wall</a>", "a"))
    assert not _leads_to_topic(element("<a>Wall</a>", "a"))


@pytest.mark.parametrize(("count", "found"), [(15, 15), (16, 0)])
def test_how_many_topics_a_list_has(count: int, found: int) -> None:
    links = "".join(f"<a href=/x/{n}>Wall {chr(96 + n)}</a> " for n in range(1, count + 1))
    text = f"<article><h1>The wall</h1><p>{'word ' * 40}.</p><div class=tag-list>{links}</div></article>"
    assert len(topic_links(parse_document(f"<body>{text}</body>", URL))) == found


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("a" * 80, "a" * 80),
        ("a" * 81, None),
        ("", None),
        ("Politics,Top stories", "Politics"),
        ("Arts, Media & Sport", "Arts, Media & Sport"),
        ("Arts, Media, Sport", "Arts"),
        ("Arts, Media, Film and Sport", "Arts, Media, Film and Sport"),
        ("Kunst, Medien, Film und Sport", "Kunst, Medien, Film und Sport"),
        ("Sanat, Medya, Film ve Spor", "Sanat, Medya, Film ve Spor"),
        ("post", None),
    ],
)
def test_the_section_of_a_statement(text: str, section: str | None) -> None:
    assert section_in(text) == section


def test_how_many_codes_a_wire_states() -> None:
    codes = ["AER", "AIRS08", "CRSH", "DIS", "GEN", "INDG", "PSSNGR", "TRAN"]
    assert are_codes(codes)
    assert not are_codes(codes[1:])
    assert not are_codes([*codes, "News"])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("a" * 400, False),
        ("a" * 401, True),
        ("One. Two. Three.".ljust(150, "a"), False),
        ("One. Two. Three.".ljust(151, "a"), True),
        ("One.".ljust(151, "a"), False),
    ],
)
def test_a_heading_that_is_a_paragraph(text: str, is_one: bool) -> None:
    assert is_paragraph(text) == is_one


@pytest.mark.parametrize(("size", "is_one"), [(5, False), (6, True), (300, True), (301, False)])
def test_a_line_that_may_be_of_the_title(size: int, is_one: bool) -> None:
    text = ("wall " * 60 + "a")[: size - 1] + "x"
    document = parse_document(f"<body><p>{text}</p><p>{'b' * 40}</p></body>", URL)
    assert [found for found, _ in _lines(document, "wall wallx wall x")] == ([text] if is_one else [])


def test_how_many_lines_are_sought_for_a_title() -> None:
    for count, found in ((4000, 1), (4001, 0)):
        lines = "<p>other words</p>" * count + "<p>wall built</p>"
        assert len(list(_lines(parse_document(f"<body>{lines}</body>", URL), "wall built"))) == found


@pytest.mark.parametrize(
    ("title", "words", "rank"),
    [
        ("aaaa | bbbbbbbb", "aaaa", 2),
        ("aaa | bbbbbbbb", "aaa", 0),
        ("aaa | bbbbbbbb", "bbbbbbbb", 1),
        ("aaaa | bbbbbbbb", "aaaa bbbbbbbb", 2),
        ("aaaa | bbbbbbbb | cc", "aaaa bbbbbbbb cc", 1),
    ],
)
def test_the_first_part_of_a_title(title: str, words: str, rank: int) -> None:
    assert Title(title).rank(words) == rank


@pytest.mark.parametrize(
    ("words", "rank"),
    [("aaaa", 0), ("aaaa bbb", 0), ("aaaa bbbb", 2), ("cccc", 1), ("aaaa bbbb cccc", 2), ("bbbb", 0)],
)
def test_a_line_of_a_title(words: str, rank: int) -> None:
    assert Title("aaaa bbbb cccc").rank_of_line(words) == rank


@pytest.mark.parametrize(("words", "rank"), [("aaaa bbb", 2), ("aaaa bb", 0)])
def test_the_least_beginning_of_a_title(words: str, rank: int) -> None:
    assert Title(f"{words} {'c' * (15 - len(words))}").rank_of_line(words) == rank


def test_the_part_that_is_most_of_a_title() -> None:
    assert Title("aaa : bbbb - cccc").holds_most("bbbb cccc")
    assert not Title("aaaaaaaaaa : bbbb - cccc").holds_most("bbbb cccc")
    assert not Title("aaa : bbbbbbbb").holds_most("bbbbbbbb")


@pytest.mark.parametrize(
    ("text", "says"),
    [("a" * 39 + ".", True), ("a" * 38 + ".", False), ("港" * 39 + "。", True), ("a" * 40, False)],
)
def test_a_subhead_that_says_something(text: str, says: bool) -> None:
    assert _says_something(text) == says


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("<div><a href=/>Press</a></div>", True),
        (f"<div><a href=/>Press</a>{'a' * 115}</div>", True),
        (f"<div><a href=/>Press</a>{'a' * 116}</div>", False),
        ("<div><a href=/>Press</a> 10:31</div>", False),
        ("<div><a href=/>Press</a> 10.31</div>", False),
        ("<div><a href=/>Press</a> 10.31.2025</div>", True),
    ],
)
def test_the_line_of_a_link_to_the_front_page(line: str, is_one: bool) -> None:
    assert bool(_line_around(element(line, "a"))) == is_one


@pytest.mark.parametrize(("size", "is_below"), [(150, False), (151, True)])
def test_a_column_beside_a_story(size: int, is_below: bool) -> None:
    text = f"<p>{'a' * size}</p>"
    document = parse_document(f"<body><div><h1>T</h1>{text}{text}</div><b>2</b></body>", URL)
    column, headline = document.root.select("b")[0], document.root.select("h1")[0]
    assert is_below_story(column, headline) == is_below
    assert not is_below_story(headline, headline)
    once = parse_document(f"<body><div><h1>T</h1>{text}</div><b>2</b></body>", URL)
    assert not is_below_story(once.root.select("b")[0], once.root.select("h1")[0])


@pytest.mark.parametrize(
    ("html", "is_one"),
    [
        ("<div class=sidebar></div>", True),
        ("<div id=sidebar></div>", True),
        ("<div class=nav></div>", False),
        ("<div class=nav><a href=/>x</a></div>", True),
        ("<div class='nav sidebar'></div>", True),
        ("<div class=story></div>", False),
        ("<div></div>", False),
    ],
)
def test_what_is_named_as_beside_the_article(html: str, is_one: bool) -> None:
    assert is_aside(element(html, "div")) == is_one
