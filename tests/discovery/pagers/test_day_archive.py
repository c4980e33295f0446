"""Listings of one day each lead to the day before, and a front page to the latest of them."""

from __future__ import annotations

from datetime import date

import pytest

from newscrawler.discovery.pagers.day_archive import DayArchive, day_of_listing
from newscrawler.discovery.pagers.next_page import next_page
from newscrawler.document import parse_document

URL = "https://paper.example"
TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "path",
    [
        "/archive/2026/11/28/",
        "/2026/11/28",
        "/archive/2026-11-28.html",
        "/news/20261128",
        "/archiv/28.11.2026/index.php",
        "/archive/28-11-2026",
        "/?date=2026-11-28",
        "/list?d=20261128&lang=en",
        "/archive.php?year=2026&month=11&day=28",
        "/archive?Y=2026&M=11&D=28",
        "/archive/2026-11-28",
    ],
)
def test_the_day_of_a_listing(path: str) -> None:
    assert day_of_listing(URL + path) == date(2026, 11, 28)


@pytest.mark.parametrize(
    "path",
    [
        "/2026/11/28/quay",
        "/2026/",
        "/news/202611",
        "/story-20261128-quay",
        "/2026/13/28",
        "/2026/02/30/",
        "/?id=2811",
        "/",
    ],
)
def test_what_lists_no_day(path: str) -> None:
    assert day_of_listing(URL + path) is None


def test_what_lies_between_may_be_missing() -> None:
    links = [(str(day), f"{URL}/archive/2026/11/{day}") for day in (20, 24, 28, 29)]
    assert DayArchive(f"{URL}/archive/2026/11/28").day_before(links, TODAY) == f"{URL}/archive/2026/11/24"
    assert DayArchive(f"{URL}/archive/2026/11/20").day_before(links, TODAY) is None


def test_another_archive_does_not_count() -> None:
    links = [("Sport", f"{URL}/sport/2026/11/27"), ("Guide", f"{URL}/guide/2026/11/26")]
    assert DayArchive(f"{URL}/archive/2026/11/28").day_before(links, TODAY) is None


@pytest.mark.parametrize(
    ("label", "path", "leads_back"),
    [
        ("29", "/archive/2026/11/29/", True),
        ("29", "/2026/11/29/", True),
        ("« Previous day", "/news/2026/11/29/", True),
        ("Вчера", "/all?day=29.11.2026", True),
        ("29", "/epaper/2026-11-29", False),
        ("Tonight", "/tv/2026-11-29", False),
        ("2", "/archive/2026/12/02/", False),
    ],
)
def test_the_way_from_a_page_without_a_day(label: str, path: str, leads_back: bool) -> None:
    found = DayArchive(f"{URL}/").day_before([(label, URL + path)], TODAY)
    assert found == (URL + path if leads_back else None)


CALENDAR = "".join(f"<td><a href=/archive/2026/11/{day:02}/>{day}</a>" for day in range(1, 30))
STEPS = "<a href=/archive/2026/11/27/>prev</a> <a href=/archive/2026/11/29/>next</a>"
PAGES = "<a href=/archive/2026/11/28/?page=2>2</a>"


@pytest.mark.parametrize(
    ("path", "markup", "expected"),
    [
        ("/archive/2026/11/28/", f"<table class=calendar>{CALENDAR}</table>", "/archive/2026/11/27/"),
        ("/", f"<table class=calendar>{CALENDAR}</table>", "/archive/2026/11/29/"),
        ("/archive/2026/11/28/", STEPS, "/archive/2026/11/27/"),
        ("/archive/2026/11/28/", STEPS.replace(">next", " rel=next>next"), "/archive/2026/11/27/"),
        ("/archive/2026/11/28/", STEPS + PAGES, "/archive/2026/11/28/?page=2"),
        ("/archive/2026/11/28/?page=2", STEPS + PAGES, "/archive/2026/11/27/"),
        ("/", STEPS + "<a href=/?page=2>2</a>", "/?page=2"),
        ("/archive/2026/11/1/", STEPS, None),
        ("/sport/", STEPS.replace("prev", "Previous day").replace("next", "29"), None),
        ("/sport/", STEPS.replace("archive", "sport").replace("next", "29"), "/sport/2026/11/29/"),
        ("/", "<a href=/20261104>Quay</a><a href=/20261103>Mill</a>", None),
        ("/letters/", "<a href=/letters/2026-11-28>Letters of Saturday</a>", None),
    ],
)
def test_the_next_page(path: str, markup: str, expected: str | None) -> None:
    found = next_page(parse_document(f"<body>{markup}", URL + path).root, URL + path)
    assert found == (URL + expected if expected else None)


MONTHS = "".join(f"<li><a href=/2026/{month:02}/>{month} 2026</a>" for month in range(1, 12))


@pytest.mark.parametrize(
    ("path", "markup", "expected"),
    [
        ("/", MONTHS, "/2026/11/"),
        ("/2026/11/", MONTHS, "/2026/10/"),
        ("/2026/11/", MONTHS + "<a href=/2026/11/page/2/>2</a>", "/2026/11/page/2/"),
        ("/2026/11/page/2/", MONTHS + "<a href=/2026/11/>1</a>", "/2026/10/"),
        ("/2026/01/", MONTHS, None),
        ("/", "<a href='/?m=202610'>October</a>", "/?m=202610"),
        ("/sport/", MONTHS, None),
    ],
)
def test_archives_of_months(path: str, markup: str, expected: str | None) -> None:
    found = next_page(parse_document(f"<body>{markup}", URL + path).root, URL + path)
    assert found == (URL + expected if expected else None)


def test_a_month_counts_as_its_last_day() -> None:
    assert day_of_listing(f"{URL}/2026/02/") == date(2026, 2, 28)
