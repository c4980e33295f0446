"""A pager of numbers alone leads to the next page, and nothing else that has numbers does."""

import pytest

from newscrawler.discovery.pagers.next_page import next_page
from newscrawler.discovery.pagers.numbered_pager import next_by_number, pager_elsewhere
from newscrawler.document import parse_document

PAGE = "https://paper.example/world"


def pager(urls: dict[int, str]) -> str:
    return "".join(f"<li><a href='{url}'>{said}</a></li>" for said, url in urls.items())


@pytest.mark.parametrize(
    ("own", "urls", "following"),
    [
        (PAGE, {2: "?PAGEN_1=2", 3: "?PAGEN_1=3"}, "?PAGEN_1=2"),
        (f"{PAGE}?PAGEN_1=2", {1: "/world", 3: "?PAGEN_1=3", 4: "?PAGEN_1=4"}, "?PAGEN_1=3"),
        (PAGE, {1: "?ab=0", 2: "?ab=3", 3: "?ab=6"}, "?ab=3"),
        (f"{PAGE}?ab=3", {1: "?ab=0", 2: "?ab=3", 3: "?ab=6"}, "?ab=6"),
        (f"{PAGE}?ab=6", {1: "?ab=0", 2: "?ab=3", 3: "?ab=6"}, None),
        (f"{PAGE}?in=eu", {2: "?in=eu&cur=2", 3: "?in=eu&cur=3"}, "?in=eu&cur=2"),
        (PAGE, {2: "?id=4711", 3: "?id=4798", 4: "?id=5001"}, None),
        (PAGE, {2: "?vote=2"}, None),
        (PAGE, {day: f"?day={day}" for day in range(1, 31)}, None),
        (PAGE, {2: "/sport?cur=2", 3: "/sport?cur=3"}, None),
        (f"{PAGE}?in=eu", {2: "?cur=2", 3: "?cur=3"}, None),
        (PAGE, {3: "?cur=1", 2: "?cur=2"}, None),
    ],
)
def test_the_next_of_the_numbers(own: str, urls: dict[int, str], following: str | None) -> None:
    document = parse_document(f"<body><main>{pager(urls)}</main>", own)
    assert next_page(document.root, own) == (PAGE + following if following else None)


def test_numbers_that_go_down_or_leave_out_the_next_lead_nowhere() -> None:
    links = [(str(said), f"{PAGE}?cur={stated}") for said, stated in ((3, 3), (4, 4))]
    assert next_by_number(links, PAGE) is None
    assert next_by_number(links, f"{PAGE}?cur=2") == f"{PAGE}?cur=3"
    assert next_by_number(links, f"{PAGE}?cur=newest") is None
    assert next_by_number([("2", f"{PAGE}?cur=2")], PAGE) is None


FRONT = "https://paper.example/"


@pytest.mark.parametrize(
    ("urls", "following"),
    [
        ({2: "news?p=2", 3: "news?p=3"}, "news?p=2"),
        ({2: "news/page/2/", 3: "news/page/3/"}, "news/page/2/"),
        ({2: "news/seite-2.html", 3: "news/seite-3.html"}, "news/seite-2.html"),
        ({1: "i.php?view=list&start=0", 2: "i.php?view=list&start=8"}, "i.php?view=list&start=0"),
        ({2: "i.php?start=8&view=list", 3: "i.php?start=16&view=list"}, "i.php?start=8&view=list"),
        ({2: "news?p=1", 3: "news?p=2"}, "news?p=1"),  # counted from 0
        ({1: "a/9001", 2: "a/9002", 3: "a/9003"}, None),  # most read
        ({1: "a?id=40", 2: "a?id=77", 3: "a?id=90"}, None),
        ({2: "world?p=2", 3: "sport?p=3"}, None),
        ({4: "news?p=4", 5: "news?p=5"}, None),
        ({2: "news?p=2"}, None),
        ({day: f"archive/2025/11/{day}" for day in range(1, 31)}, "archive/2025/11/30"),  # the latest day
    ],
)
def test_the_list_of_a_front_page_may_lie_elsewhere(urls: dict[int, str], following: str | None) -> None:
    document = parse_document(f"<body><main>{pager(urls)}</main>", FRONT)
    assert next_page(document.root, FRONT) == (FRONT + following if following else None)
    links = [(str(said), FRONT + url) for said, url in urls.items()]
    assert pager_elsewhere(links, f"{FRONT}world/") is None, "it may be another section's"
    assert pager_elsewhere(links, f"{FRONT}?in=eu") is None


LINKS = [(str(said), f"{PAGE}?cur={said}") for said in (2, 3)]


@pytest.mark.parametrize(
    "others",
    [
        [("Home", "https://paper.example/")],
        [("12345", f"{PAGE}?cur=12345")],
        [("4", "https://paper.example/sport?cur=4")],
        [("4", f"{PAGE}?cur=4&in=eu")],
        [("4", f"{PAGE}?cur=four")],
        [("4", f"{PAGE}?cur=4000000")],
    ],
)
def test_links_that_are_no_part_of_the_pager_change_nothing(others: list[tuple[str, str]]) -> None:
    for links in ([*others, *LINKS], [*LINKS, *others]):
        assert next_by_number(links, PAGE) == f"{PAGE}?cur=2"


@pytest.mark.parametrize(("count", "is_pager"), [(20, True), (21, False)])
def test_a_pager_has_at_most_twenty_numbers(count: int, is_pager: bool) -> None:
    links = [(str(said), f"{PAGE}?cur={said}") for said in range(1, count + 1)]
    assert next_by_number(links, PAGE) == (f"{PAGE}?cur=2" if is_pager else None)
    elsewhere = [(str(said), f"https://paper.example/news/{said}") for said in range(1, count + 1)]
    first = "https://paper.example/news/1"
    assert pager_elsewhere(elsewhere, "https://paper.example/") == (first if is_pager else None)


@pytest.mark.parametrize(
    ("pages", "begins"),
    [
        ({1: 1, 2: 2}, True), ({1: 0, 2: 1}, True), ({2: 2, 3: 3}, True), ({2: 1, 3: 2}, True),
        ({1: 0, 2: 10}, True), ({1: 1, 2: 11}, True), ({2: 10, 3: 20}, True), ({2: 11, 3: 21}, True),
        ({1: 2, 2: 3}, False), ({1: -1, 2: 0}, False), ({2: 3, 3: 4}, False), ({1: 2, 2: 12}, False),
        ({1: 10, 2: 20}, False), ({3: 3, 4: 4}, False), ({2: 2, 4: 4}, False), ({1: 1, 2: 2, 3: 4}, False),
        ({1: 2, 2: 1}, False), ({1: 1, 2: 1}, False), ({1: 1}, False),
    ],
)  # fmt: skip
def test_numbers_that_are_counted_or_are_offsets(pages: dict[int, int], begins: bool) -> None:
    home = "https://paper.example/"
    links = [(str(said), f"{home}news?from={stated}") for said, stated in pages.items()]
    assert pager_elsewhere(links, home) == (links[0][1] if begins else None)
    assert pager_elsewhere([("1000", f"{home}news?from=1000"), *links], home) == (
        links[0][1] if begins else None
    )
    assert pager_elsewhere(links, f"{home}?a=1") is pager_elsewhere(links, f"{home}world/") is None
