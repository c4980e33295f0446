"""Edges of what is told of a line: from which length and share of links on it is prose, a label or a link."""

from types import SimpleNamespace
from typing import Any

import pytest

from newscrawler.sources.body.picture_credits import is_picture_credit
from newscrawler.sources.boilerplate.house_lines import is_house_line, is_page_label
from newscrawler.sources.boilerplate.labelled_titles import _is_linked_subhead, _is_title
from newscrawler.sources.boilerplate.link_lines import heads_links, is_link_line
from newscrawler.sources.boilerplate.prose import is_label, length, prose_weight, without_furniture
from newscrawler.sources.boilerplate.read_also import is_read_also, is_read_also_label
from newscrawler.sources.boilerplate.readers_part import _alternate, where_readers_begin
from newscrawler.sources.boilerplate.teasers import _leave_out_labels, leads_to_page
from newscrawler.sources.boilerplate.unmarked_comments import _is_name, _Label, _label_at, _says
from tests.sources.stand_ins import element, line

PROSE = (
    "The council of the harbour said that it would rebuild the western wall before the winter storms come."
)


def words(size: int, end: str = "") -> str:
    """Words of so many letters in all."""
    return ("word " * size)[: size - len(end) - 1] + "s" + end


@pytest.mark.parametrize(
    ("text", "share", "weight"),
    [
        (words(100), 0.0, 100.0),
        (words(99), 0.0, 0.0),
        (words(40, "."), 0.0, 40.0),
        (words(39, "."), 0.0, 0.0),
        (words(40), 0.0, 0.0),
        (words(100), 0.5, 50.0),
        (words(100), 0.51, 0.0),
        ("港" * 15 + "。", 0.0, 0.0),
        ("港" * 16 + "。", 0.0, 41.0),
        ("港" * 40, 0.0, 100.0),
        ("港" * 39, 0.0, 0.0),
    ],
)
def test_from_which_length_a_line_is_prose(text: str, share: float, weight: float) -> None:
    assert prose_weight(line(text, share)) == weight
    assert prose_weight(line(text, share, kind="subhead")) == 0.0


@pytest.mark.parametrize("sign", "กမሀកあ㐀가豈")
def test_scripts_of_which_a_sign_says_much(sign: str) -> None:
    assert length(sign * 10) == 25
    assert length("é" * 10) == 10


@pytest.mark.parametrize(("size", "is_one"), [(79, True), (80, False)])
def test_the_longest_label(size: int, is_one: bool) -> None:
    assert is_label("by ".ljust(size, "a")) == is_one


@pytest.mark.parametrize(
    ("size", "is_one"),
    [(89, True), (90, False)],
)
def test_the_longest_label_of_a_page(size: int, is_one: bool) -> None:
    assert is_page_label("Advertisement".ljust(size, ".")) == is_one


def test_the_longest_credit_of_a_picture() -> None:
    assert is_house_line("Foto Eva Beispiel".ljust(79))
    assert not is_house_line("Foto Eva Beispiel".ljust(80))
    assert is_house_line("The quay, via AFP".rjust(159, "a"))
    assert not is_house_line("The quay, via AFP".rjust(160, "a"))


@pytest.mark.parametrize(("size", "is_one"), [(699, True), (700, False)])
def test_the_longest_line_of_a_house(size: int, is_one: bool) -> None:
    assert is_house_line("Subscribe to our newsletter.".ljust(size)) == is_one


@pytest.mark.parametrize(("size", "is_one"), [(40, True), (41, False)])
def test_the_longest_label_of_other_stories(size: int, is_one: bool) -> None:
    assert is_read_also_label("Read also:".ljust(size)) == is_one


@pytest.mark.parametrize(
    ("text", "share", "is_one"),
    [
        ("Read more: ".ljust(159, "a"), 0.0, True),
        ("Read more: ".ljust(160, "a"), 0.0, False),
        ("Related cases were closed.", 0.3, False),
        ("Related cases were closed.", 0.31, True),
        ("Related cases were closed..", 0.0, True),
        ("Related cases were closed।", 0.0, False),
        ("Related cases were closed。", 0.0, False),
        ("Related cases were closed!", 0.0, True),
    ],
)
def test_a_line_that_leads_to_other_stories(text: str, share: float, is_one: bool) -> None:
    assert is_read_also(text, share) == is_one


@pytest.mark.parametrize(
    ("label", "share", "heads"),
    [
        ("Documents:", 0.61, True),
        ("Documents:", 0.6, False),
        ("Documents".ljust(39) + ":", 1.0, True),
        ("Documents".ljust(40) + ":", 1.0, False),
        ("Documents", 1.0, False),
        *((f"Documents {sign}", 1.0, True) for sign in ":：|】»>"),
    ],
)
def test_a_label_of_a_link(label: str, share: float, heads: bool) -> None:
    assert heads_links(line(label), line("A link", share)) == heads
    assert not heads_links(line(label, links=1), line("A link", share))


@pytest.mark.parametrize(
    ("text", "share", "kind", "is_link"),
    [
        (words(50), 0.4, "paragraph", False),
        (words(50), 0.4, "item", False),
        (words(99), 0.41, "item", True),
        (words(100), 0.41, "item", False),
        (words(100), 0.7, "item", False),
        (words(100), 0.71, "item", True),
        (words(50), 0.5, "paragraph", False),
        (words(50), 0.51, "paragraph", True),
        (words(50), 0.51, "subhead", False),
        (words(50, ":"), 0.51, "paragraph", False),
        (words(50, ":"), 0.9, "paragraph", False),
        (words(50, ":"), 0.91, "paragraph", True),
        (words(59, "."), 0.8, "paragraph", True),
        (words(60, "."), 0.8, "paragraph", False),
        (words(60), 0.8, "paragraph", True),
        (words(99, "."), 0.81, "paragraph", True),
        (words(100, "."), 0.81, "paragraph", False),
    ],
)
def test_a_line_that_is_there_for_its_link(text: str, share: float, kind: str, is_link: bool) -> None:
    region = type("Region", (), {"shapes": frozenset()})()
    assert is_link_line(line(text, share, kind, tag="div"), region, {}) == is_link


@pytest.mark.parametrize(
    ("text", "tag", "is_title"),
    [
        (words(120), "p", True),
        (words(121), "p", False),
        (words(50, "."), "p", False),
        *((words(50), tag, True) for tag in ("li", "dd", "h2", "h3", "h4", "h5", "h6")),
        *((words(50), tag, False) for tag in ("div", "h1", "span")),
    ],
)
def test_a_title_below_a_label(text: str, tag: str, is_title: bool) -> None:
    assert _is_title(line(text, tag=tag)) == is_title


@pytest.mark.parametrize(
    ("size", "share", "kind", "href", "is_one"),
    [
        (20, 0.91, "subhead", "/a/other", True),
        (19, 0.91, "subhead", "/a/other", False),
        (20, 0.9, "subhead", "/a/other", False),
        (20, 0.91, "paragraph", "/a/other", False),
        (20, 0.91, "subhead", "https://elsewhere.example/", False),
        (20, 0.91, "subhead", "", False),
    ],
)
def test_a_subhead_that_is_a_link_to_another_story(
    size: int, share: float, kind: str, href: str, is_one: bool
) -> None:
    subhead = line(words(size), share, kind, "h2")
    subhead.element = element(f"<h2><a href='{href}'>{words(size)}</a></h2>", "h2")
    assert _is_linked_subhead(subhead, "press.example") == is_one


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("/a/other", True),
        ("other", True),
        ("https://press.example/a", True),
        ("//press.example/a", True),
        ("https://www.press.example/a", True),
        ("//elsewhere.example/a", False),
        ("https://elsewhere.example/a", False),
        ("/redirect//elsewhere.example/a", True),
        ("#top", False),
        ("javascript:open()", False),
        ("mailto:ann@press.example", False),
        ("tel:112", False),
    ],
)
def test_a_link_to_a_page_of_the_site(href: str, leads: bool) -> None:
    assert leads_to_page(element(f"<a href='{href}'>x</a>", "a"), "press.example") == leads


def test_labels_and_links_of_a_declared_body_are_left_out() -> None:
    label, link, text = line("Read also"), line("A story", 0.51), line(PROSE)
    assert without_furniture([text, label, link, text]) == [text, text]
    half = line("A story", 0.5)
    assert without_furniture([label, half, link]) == [half, link]
    assert without_furniture([label, link, link, text, link]) == [text, link]
    long = line("Read also".ljust(40))
    assert without_furniture([long]) == [long]
    assert without_furniture([line("Read also".ljust(39))]) == []
    assert without_furniture([line("Advertisement"), text]) == [text]
    led = line("Read more: the harbour council", 0.3)
    assert without_furniture([led, line("Read more: the harbour council", 0.31)]) == [led]
    far = line("Related stories".ljust(40) + ": a", 0.31)
    assert without_furniture([far]) == [far]


@pytest.mark.parametrize(("size", "is_one"), [(500, True), (501, False)])
def test_the_longest_caption_from_an_archive(size: int, is_one: bool) -> None:
    for mark in ("FILE PHOTO: ", "File photo | ", "FILE - ", "FILE — "):
        assert is_picture_credit(mark.ljust(size, "a")) == is_one


@pytest.mark.parametrize(
    ("labels", "paragraphs", "alternate"),
    [(2, 5, True), (1, 2, True), (1, 3, False), (0, 0, True), (0, 1, False)],
)
def test_names_and_paragraphs_of_readers_alternate(labels: int, paragraphs: int, alternate: bool) -> None:
    label = line("Ann Example says:")
    assert _alternate([label] * labels + [line(PROSE)] * paragraphs) == alternate


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ("Good wall", "paragraph", True),
        ("Good", "paragraph", False),
        ("Good wall", "quote", True),
        ("Good wall", "item", True),
        ("Good wall", "subhead", False),
    ],
)
def test_what_a_reader_says(text: str, kind: str, says: bool) -> None:
    assert _says(line(text, kind=kind)) == says


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Al", True),
        ("A", False),
        ("a" * 30, True),
        ("a" * 31, False),
        ("a b c d", True),
        ("a b c d e", False),
    ],
)
def test_the_name_of_a_reader(name: str, is_one: bool) -> None:
    assert _is_name(name) == is_one


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (["Ann Example 3 hours ago"], _Label("Ann Example", 1, "3 hours ago", 1)),
        (["Ann Example", "an hour ago"], _Label("Ann Example", 2, "an hour ago", 1)),
        (["Ann Example", "vor einer Stunde"], _Label("Ann Example", 2, "vor einer Stunde", 1)),
        (["Ann Example", "says", "3 hours ago"], _Label("Ann Example", 3, "3 hours ago", 1)),
        (["Ann Example", "says", "on", "3 hours ago"], None),
        (["Ann Example", "once"], None),
        (["Ann Example 12.05.2025 11:07"], _Label("Ann Example", 1, "12.05.2025 11:07", 7)),
        (["Ann Example 12.05.2025"], _Label("Ann Example", 1, "12.05.2025", None)),
        (["Ann Example 12.05.2025 11:07".ljust(81, "-")], None),
        (["12.05.2025 11:07 Ann Example"], None),
        (["May Example 3 hours ago"], None),
        (["Ann Example 3 hours ago!"], None),
    ],
)
def test_the_label_of_a_comment(lines: list[str], label: _Label | None) -> None:
    found = [line(text) for text in lines]
    assert _label_at(found, [0.0] * len(found), 0) == label
    assert _label_at(found, [1.0] * len(found), 0) is None
    assert _label_at([line(text, kind="subhead") for text in lines], [0.0] * len(found), 0) is None


def test_from_how_much_text_on_readers_may_begin() -> None:
    head, hundred = line("Comments", kind="subhead"), line(words(100))
    assert where_readers_begin([hundred] * 3 + [head]) is head
    assert where_readers_begin([hundred, hundred, line(words(99, ".")), head]) is None
    assert where_readers_begin([hundred, hundred, head, line(words(50, ".")), head]) is None
    other = line("Comments", kind="subhead")
    assert where_readers_begin([hundred, hundred, head, hundred, other]) is other
    long = line("Comments".ljust(61), kind="subhead")
    assert where_readers_begin([hundred] * 3 + [long]) is None


def test_labels_above_teasers_are_left_out_with_them() -> None:
    def left_out(*above: Any) -> list[bool]:
        found = [*above, line("A title of another story", 1.0)]
        for place, each in enumerate(found, 1):
            each.node = SimpleNamespace(index=place, end=place + 1)
        region = SimpleNamespace(beside=[False] * 20, holds=lambda node: True)
        _leave_out_labels(found, region, found[-1].node)  # type: ignore[arg-type]
        return region.beside[1 : len(above) + 1]

    assert left_out(line("a" * 25)) == [True]
    assert left_out(line("a" * 26)) == [False]
    assert left_out(line("News."), line("News")) == [False, True]
    assert left_out(line(words(100)), line("News")) == [False, True]
    assert left_out(*(line("News") for _ in range(5))) == [False, True, True, True, True]
