"""What the run is told of listings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawler.crawling.listing_report import ListingReport, moved_to
from newscrawler.discovery.answer import Found, Problem
from newscrawler.discovery.listed_link import ListedLink, ListingPage
from newscrawler.discovery.listing import Listing
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.listing_layout import HtmlListing, ListingLayout

if TYPE_CHECKING:
    from newscrawler.run.listings import AskedListing

URL = "https://press.example/world"


class PressSpider(NewsSpider):
    name = "press"
    allowed_domains = ("press.example",)


@pytest.fixture
def report() -> ListingReport:
    return PressSpider.from_crawler(get_crawler(PressSpider)).report


@pytest.fixture
def listing() -> Listing:
    return Listing("section", "world", URL)


def entered(report: ListingReport) -> AskedListing:
    (asked,) = report.run.listings.asked.values()
    return asked


def test_an_answer_counts_its_links(report: ListingReport, listing: Listing) -> None:
    found = Found(links=[ListedLink(f"{URL}/{number}", number) for number in (1, 2)], seen=9)
    report.answered(listing, found, Response(URL))
    asked = entered(report)
    assert (asked.read, asked.articles, asked.moved_to) == (True, 2, None)
    assert report.run.listings.links == 9


def test_a_page_that_repeats_others_counts_no_links(report: ListingReport, listing: Listing) -> None:
    pages = [("a", "b"), ("c", "b"), ("a", "c"), (), ("d",)]
    for names in pages:
        links = [ListedLink(f"{URL}/{name}", number) for number, name in enumerate(names)]
        listing.enter(ListingPage(links=links))
        report.answered(listing, Found(links=links), Response(URL))
    asked = entered(report)
    assert (asked.articles, asked.repeats) == (5, 1)


def test_a_problem_is_counted_and_the_first_one_stands(report: ListingReport, listing: Listing) -> None:
    for reason in ("not_a_feed", "http-500"):
        report.turned_out(listing, Found(problem=Problem(reason)))
    assert entered(report).problem == "not_a_feed"
    assert report.run.stats.get_value("newscrawler/listing/broken") == 2
    assert report.run.account.listing_failures == {"not_a_feed": 1, "http-500": 1}


def test_a_section_that_is_not_there_is_no_failure(report: ListingReport, listing: Listing) -> None:
    report.turned_out(listing, Found(problem=Problem("http-404", "missing", is_failure=False)))
    assert (report.run.account.sections_missing, report.run.account.listing_failures) == (1, {})


def test_a_declared_part_that_no_row_had_is_known(report: ListingReport, listing: Listing) -> None:
    rows = HtmlListing(row="li", headline="h2", published_at="time", lead="p")
    listing.layout = ListingLayout("press", "html", rows)
    links = [ListedLink(f"{URL}/{number}", number, lead="For good.") for number in range(10)]
    report.answered(listing, Found(links=links, read_by=rows), Response(URL))
    report.answered(listing, Found(links=links), Response(URL))  # read otherwise
    assert report.run.declared_parts.unmatched() == [
        f"rows of listings: {part} is declared by layout 'press', and stood in none of 10 rows"
        for part in ("headline", "published_at")
    ]


def test_a_pager_that_was_not_found_is_said_once_and_counted(
    report: ListingReport, listing: Listing, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    for _ in range(2):
        report.turned_out(listing, Found(only_first=True))
    assert caplog.text.count("page 1 only: no link to older news was found") == 1
    assert report.run.stats.get_value("newscrawler/listing/page_1_only") == 2


def test_sitemaps_that_were_left_out_are_counted(report: ListingReport) -> None:
    for older in (0, 2, 3):
        report.turned_out(Listing("sitemap", None, f"{URL}.xml"), Found(older=older))
    assert report.run.stats.get_value("newscrawler/listing/left/lastmod") == 5


@pytest.mark.parametrize(("reason", "problem"), [("retry_after", "retry_after"), ("budget", "")])
def test_only_a_host_that_told_us_to_wait_is_a_problem(
    report: ListingReport, listing: Listing, reason: str, problem: str
) -> None:
    report.run.listings.ask(listing.url, listing.kind)
    report.left(listing, reason)
    assert entered(report).problem == problem


@pytest.mark.parametrize(("reasons", "place"), [([301, 308], URL), ([301, 302], None), ([], None)])
def test_only_permanent_redirects_say_where_a_listing_is_now(reasons: list[int], place: str | None) -> None:
    request = Request("https://press.example/old", meta={"redirect_reasons": reasons})
    assert moved_to(Response(URL, request=request)) == place
