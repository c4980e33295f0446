"""The rules that end a listing."""

from datetime import UTC, datetime

import pytest

from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.discovery.listing import Listing
from newscrawler.publication.selection import Selection

OLD, NEW = "2026-05-03T12:00:00+03:00", "2026-05-05T12:00:00+03:00"


def page(*numbers: int, time: str | None = None, cursor: int | None = None) -> ListingPage:
    links = [
        ListedLink(f"https://press.example/{number}", place, published_at=time)
        for place, number in enumerate(numbers, 1)
    ]
    return ListingPage(links, cursor=cursor)


def listing() -> Listing:
    return Listing("section", "world", "https://press.example/world")


def test_positions_go_on_over_the_pages() -> None:
    world, first, second = listing(), page(1, 2), page(3, 4)
    world.enter(first)
    world.enter(second)
    assert [link.position for link in (*first.links, *second.links)] == [1, 2, 3, 4]


def test_a_listing_goes_on_while_it_shows_something_new() -> None:
    world = listing()
    for numbers, goes_on in (((1, 2), True), ((1, 2), True), ((2, 1), False)):
        shown = page(*numbers)
        world.enter(shown)
        assert world.goes_on(shown, Selection()) is goes_on


def test_a_listing_ends_when_its_cursor_comes_back() -> None:
    world = listing()
    for number, cursor, goes_on in ((1, 7, True), (2, 6, True), (3, 7, False)):
        shown = page(number, cursor=cursor)
        world.enter(shown)
        assert world.goes_on(shown, Selection()) is goes_on
        assert world.goes_on(shown, Selection()) is goes_on, "a question changes nothing"


@pytest.mark.parametrize(
    ("time", "goes_on"), [(OLD, False), (NEW, True), (None, True), ("May 3, 12:00", True)]
)
def test_a_listing_ends_before_since(time: str | None, goes_on: bool) -> None:
    world, shown = listing(), page(1, 2, time=time)
    world.enter(shown)
    assert world.goes_on(shown, Selection(since=datetime(2026, 5, 4, tzinfo=UTC))) is goes_on


def test_a_listing_ends_after_the_pages_that_were_asked_for() -> None:
    world, shown = listing(), page(1)
    world.enter(shown)
    assert not world.goes_on(shown, Selection(max_pages=1))
    assert world.goes_on(shown, Selection(max_pages=2))


def test_a_redundant_listing_ends_after_two_pages_without_an_article() -> None:
    index = Listing("index", None, "https://press.example/", redundant=True)
    index.enter(page(1))
    assert not index.leads_nowhere(0)
    assert index.leads_nowhere(0)
    other = listing()
    assert not any(other.leads_nowhere(0) for _ in range(5))
