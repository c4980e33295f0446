"""Edges of listings: labels of pages, shapes of links, buttons, scripts, lines of a list of URLs, lost articles."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest

from newscrawler.discovery.article_shapes import _folder, _kind, shape_of
from newscrawler.discovery.frontier import Frontier
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.pagers.more_button import _brings_more
from newscrawler.discovery.pagers.numbered_pager import next_by_number
from newscrawler.discovery.scripted_links import place_of_click
from newscrawler.discovery.url_list import BrokenLine, is_url_list, read_url_list, site_of_most
from newscrawler.document import parse_document
from newscrawler.document.node import first

URL = "https://press.example/world/944692"
NUMBER = r"/[a-z]+/(\d+)"
LISTING = Listing("section", "world", "https://press.example/world")


@pytest.mark.parametrize(
    ("label", "is_read"), [("2", True), ("0002", True), ("00002", False), ("two", False)]
)
def test_the_longest_number_of_a_page(label: str, is_read: bool) -> None:
    links = [(label, f"{URL}?ab=10"), ("3", f"{URL}?ab=20"), ("4", f"{URL}?ab=30")]
    assert (next_by_number(links, URL) == f"{URL}?ab=10") == is_read


@pytest.mark.parametrize(("step", "is_read"), [(100_000, True), (1_000_000, False)])
def test_the_largest_number_of_a_url(step: int, is_read: bool) -> None:
    links = [(str(page), f"{URL}?ab={step * (page - 1)}") for page in (2, 3, 4)]
    assert (next_by_number(links, URL) is not None) == is_read


@pytest.mark.parametrize(
    ("segment", "shape"),
    [
        ("2026", "year"),
        ("may", "month"),
        ("sports-news-now", "words"),
        ("sports-news", "sports-news"),
        ("Local7", "local9"),
    ],
)
def test_the_shape_of_a_folder(segment: str, shape: str) -> None:
    assert _folder(segment) == shape


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("quay-opens", "words"),
        ("quay", "word"),
        ("-quay-", "word"),
        ("944692", "9"),
        ("a944692", "code"),
        ("набережная", "words"),
    ],
)
def test_the_kind_of_a_last_part(text: str, kind: str) -> None:
    assert _kind(text) == kind


def test_parameters_of_a_shape_are_sorted() -> None:
    assert shape_of("https://press.example/a?B=7&a=&c=x") == shape_of("https://press.example/a?c=y&a=&b=8")
    assert shape_of("https://press.example/a?b=7") != shape_of("https://press.example/a?b=x")
    assert shape_of("https://press.example/a?b=7") != shape_of("https://press.example/a?b=")


SAID = [
    "show more", "load more", "view all", "see all", "more news", "more stories", "more articles", "older", "mehr",
    "weitere", "plus d'articles", "voir plus", "más noticias", "mas noticias", "carica", "ещё", "еще", "показать",
    "повече", "більше", "więcej", "další", "ďalšie", "több", "mai mult", "daha fazla", "περισσότερα", "meer nieuws",
    "fler", "flere", "lisää", "vis mer", "もっと", "続き", "更多", "加载", "載入", "더보기", "더 보기", "المزيد",
    "עוד", "بیشتر", "और पढ़ें", "เพิ่มเติม", "xem thêm",
]  # fmt: skip
NAMED = [
    "load-more", "show_more", "seemore", "view-more", "more-btn", "more_button", "morelink", "more-posts", "more-news",
    "more-items", "infinite",
]  # fmt: skip


@pytest.mark.parametrize("said", SAID)
def test_what_a_button_for_more_says(said: str) -> None:
    for text in (said, said.upper()):
        assert _brings_more(element(f"<button>{text}</button>"))
        assert _brings_more(element(f"<button value='{text}'></button>"))
        assert _brings_more(element(f"<button aria-label='{text}'></button>"))
        assert not _brings_more(element("<button>Send</button>"))
    assert _brings_more(element(f"<button>{said.ljust(60, '.')}</button>"))
    assert not _brings_more(element(f"<button>{said.ljust(61, '.')}</button>"))


@pytest.mark.parametrize("name", NAMED)
def test_how_a_button_for_more_is_named(name: str) -> None:
    for names in (f"class={name}", f"id={name.upper()}"):
        assert _brings_more(element(f"<button {names}>+</button>"))


def element(html: str) -> Any:
    found = first(parse_document(f"<body>{html}</body>", URL).root, "button", "a")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("script", "place"),
    [
        ("location.href='/a'", "/a"),
        ('location = "/a"', "/a"),
        ("location.assign('/a')", "/a"),
        ("location.replace('/a')", "/a"),
        ("window.open('/a')", "/a"),
        ("goTo('/a')", "/a"),
        ("return my.go('/a', 1)", "/a"),
        ("javascript: go('https://press.example/a')", "https://press.example/a"),
        ("go('a')", ""),
        ("x = go('/a')", ""),
        ("alert(1)", ""),
        ("location.href='/a'".ljust(1000), "/a"),
        ("location.href='/a'".ljust(1001), ""),
    ],
)
def test_where_a_click_leads(script: str, place: str) -> None:
    escaped = script.replace('"', "&quot;")
    assert place_of_click(element(f'<a onclick="{escaped}">x</a>')) == place
    assert place_of_click(element(f'<a href="{escaped}">x</a>')) == place


def read(text: str | bytes, longest: int = 2000) -> list[ListedLink | BrokenLine]:
    return list(read_url_list(BytesIO(text if isinstance(text, bytes) else text.encode()), longest))


def test_lines_of_a_list() -> None:
    whole = {"url": URL, "headline": " The quay ", "published_at": "2026-05-04T10:00:00Z", "section": "World"}
    lines = ["# a list", "", f" {URL} ", json.dumps(whole), "{", '{"url": 7}', "{}"]
    first_line, object_line, *broken = read("\ufeff" + "\n".join(lines))
    assert first_line == ListedLink(URL, 3)
    assert isinstance(object_line, ListedLink)
    assert (object_line.headline, object_line.section, object_line.position) == ("The quay", "World", 4)
    assert object_line.published_at is not None
    assert [(line.number, line.fault) for line in broken if isinstance(line, BrokenLine)] == [
        (5, "not a JSON object"),
        (6, "an object without url"),
        (7, "an object without url"),
    ]


@pytest.mark.parametrize("names", [("title", "headline"), ("time", "published_at"), ("time", "date")])
def test_the_first_of_two_names_counts(names: tuple[str, str]) -> None:
    values = ["2026-05-04T10:00:00Z", "2026-05-05T10:00:00Z"]
    for place in (0, 1):
        said = {name: "" if index < place else values[index] for index, name in enumerate(names)}
        (found,) = read(json.dumps({"url": URL, **said}))
        assert isinstance(found, ListedLink)
        text = found.headline if "title" in names else found.published_at
        assert text is not None
        assert text[:10] == values[place][:10]


def test_the_longest_url_and_the_longest_line() -> None:
    assert read(URL, len(URL)) == [ListedLink(URL, 1)]
    (broken,) = read(URL, len(URL) - 1)
    assert broken == BrokenLine(1, URL[:-1], f"longer than {len(URL) - 1} characters")
    assert read(URL, 0) == [ListedLink(URL, 1)]
    large = json.dumps({"body": "a" * (1 << 20), "url": URL})
    found = read(f"{large}\n{URL}\n")
    assert [type(line) for line in found] == [BrokenLine, ListedLink]
    assert found[1] == ListedLink(URL, 2)


def test_the_site_of_most_urls() -> None:
    other = "https://courier.example/a"
    lines = f"{other}\n{URL}\n{URL}\n{{".encode()
    assert site_of_most(BytesIO(lines)) == URL
    assert site_of_most(BytesIO(b"{")) is None
    assert is_url_list(BytesIO(lines))
    assert not is_url_list(BytesIO(b""))
    assert not is_url_list(BytesIO(f"{URL}\n{URL}\n{{\n".encode()))
    assert is_url_list(BytesIO(f"{URL}\n{URL}\n{URL}\n{{\n".encode()))


def test_an_article_that_gave_no_line_may_be_had_at_another_url() -> None:
    frontier = Frontier("press", NUMBER)
    again = ListedLink("https://press.example/economy/944692", 2)
    assert frontier.see_again(again.url, again, LISTING) is None
    listed = frontier.see(URL, ListedLink(URL, 1), LISTING)
    assert listed is not None
    frontier.lose(URL)
    assert not frontier.has_lost("https://press.example/world/1")
    packed = frontier.pack(listed)
    frontier.lose(URL)
    assert not frontier.has_lost(URL), "it still waits"
    frontier.unpack(packed)
    assert not frontier.has_lost(URL)
    frontier.lose(URL)
    assert frontier.has_lost(URL)
    found = frontier.see_again(again.url, again, LISTING)
    assert found is not None
    assert [sighting.position for sighting in found.sightings] == [2]
    assert not frontier.has_lost(URL)


def test_a_url_of_another_article() -> None:
    frontier = Frontier("press", NUMBER)
    other = "https://press.example/world/944693"
    listed = frontier.see(URL, ListedLink(URL, 1), LISTING)
    assert listed is not None
    assert not frontier.has_other(other, listed)
    another = frontier.see(other, ListedLink(other, 2), LISTING)
    assert another is not None
    assert frontier.has_other(other, listed)
    assert not frontier.has_other(URL, listed)
    packed = frontier.pack(another)
    assert frontier.has_other(other, listed), "it waits"
    frontier.unpack(packed)
    frontier.lose(other)
    assert not frontier.has_other(other, listed)


def test_a_further_url_of_an_article_is_not_asked_for() -> None:
    frontier = Frontier("press", NUMBER)
    listed = frontier.enter(URL)
    further = "https://press.example/print/7"
    frontier.also(further, listed)
    assert frontier.knows(further)
    assert frontier.see(further, ListedLink(further, 4), LISTING) is None
    assert [sighting.position for sighting in listed.sightings] == [4]
    own = frontier.enter("https://press.example/print/8")
    frontier.also("https://press.example/print/8", listed)
    assert frontier.see("https://press.example/print/8", ListedLink(further, 5), LISTING) is None
    assert [sighting.position for sighting in own.sightings] == [5]
