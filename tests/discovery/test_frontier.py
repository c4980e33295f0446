"""Each article is asked for once, and what listings said of it is kept as long as its request."""

import pytest

from newscrawler.discovery.frontier import Frontier, required_kinds
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.listing import Listing
from newscrawler.items import ListingKind, StatedDate
from newscrawler.publication.selection import Selection

URL = "https://press.example/world/944692"
NUMBER = r"/[a-z]+/(\d+)"


def listing(kind: ListingKind) -> Listing:
    return Listing(kind, kind, f"https://press.example/{kind}")


def link(position: int = 1, **said: str) -> ListedLink:
    return ListedLink(URL, position, **said)  # type: ignore[arg-type]  # texts alone are said here


def test_an_article_is_wanted_once_under_whichever_url() -> None:
    frontier = Frontier("press", NUMBER)
    listed = frontier.see(URL, link(), listing("section"))
    assert listed is not None
    assert listed.key == "press:944692"
    assert frontier.see(f"{URL}?page=1", link(), listing("feed")) is None
    assert frontier.see("https://press.example/economy/944692", link(3), listing("topic")) is None
    assert [(seen.kind, seen.position) for seen in listed.sightings] == [
        ("section", 1), ("feed", 1), ("topic", 3)
    ]  # fmt: skip
    assert frontier.knows("https://press.example/sports/944692")
    assert not frontier.knows("https://press.example/sports/944693")


def test_a_whole_instant_is_better_than_a_printed_time_and_the_first_text_stays() -> None:
    frontier = Frontier("press", NUMBER)
    listed = frontier.see(URL, link(published_at="May 4, 19:27", lead="One"), listing("section"))
    assert listed is not None
    frontier.see(
        URL, link(published_at="2017-05-04T19:27:00+03:00", lead="Two", section="World"), listing("feed")
    )
    frontier.see(URL, link(published_at="2017-05-04T19:28:00+03:00"), listing("sitemap"))
    assert (listed.published_at, listed.time_source) == ("2017-05-04T19:27:00+03:00", "feed")
    assert (listed.lead, listed.section) == ("One", "World")


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("feed", "feed"),
        ("sitemap", "sitemap"),
        ("section", "listing"),
        ("topic", "listing"),
        ("search", "listing"),
    ],
)
def test_who_gave_a_time(kind: ListingKind, source: str) -> None:
    said = link(published_at="2017-05-04T19:27:00+03:00")
    listed = Frontier("press", NUMBER).see(URL, said, listing(kind))
    assert listed is not None
    assert listed.time_source == source


def test_several_arguments_intersect() -> None:
    required = required_kinds(Selection(topics=("a",), query="ferry"))
    assert required == {"topic", "search"}
    frontier = Frontier("press", NUMBER, required)
    assert frontier.see(URL, link(), listing("topic")) is None
    assert frontier.see(URL, link(), listing("topic")) is None
    listed = frontier.see(URL, link(), listing("search"))
    assert listed is not None
    assert len(listed.sightings) == 3
    assert frontier.see(URL, link(), listing("search")) is None


@pytest.mark.parametrize(
    ("selection", "kinds"),
    [
        (Selection(), set()),
        (Selection(topics=("a",)), set()),
        (Selection(query="ferry"), set()),
        (Selection(source="feed"), set()),
        (Selection(topics=("a",), source="feed"), {"topic", "feed"}),
    ],
)
def test_one_argument_alone_requires_nothing(selection: Selection, kinds: set[str]) -> None:
    assert required_kinds(selection) == kinds


def test_what_is_required_of_one_article_is_not_fulfilled_by_another() -> None:
    frontier = Frontier("press", NUMBER, frozenset({"topic", "search"}))
    other = ListedLink("https://press.example/world/944693", 1)
    assert frontier.see(URL, link(), listing("topic")) is None
    assert frontier.see(other.url, other, listing("search")) is None
    for each in (link(), other):
        listed = frontier.see(each.url, each, listing("search" if each.url == URL else "topic"))
        assert listed is not None
        assert listed.url == each.url


@pytest.mark.parametrize(
    ("url", "stated"),
    [
        ("https://press.example/2026/11/23/quay", (StatedDate("url", "2026-11-23"),)),
        ("https://press.example/2026/quay", ()),
    ],
)
def test_the_day_that_a_url_states_is_kept(url: str, stated: tuple[StatedDate, ...]) -> None:
    assert Frontier("press").enter(url).stated == stated
