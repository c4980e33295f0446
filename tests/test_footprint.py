"""What a crawl does not hold: packages that it has no use for, and articles that it is done with."""

import subprocess
import sys
from pathlib import Path

import pytest

from newscrawler.discovery.frontier import Frontier
from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.listing import Listing
from newscrawler.spiders.tass.spider import TassSpider
from tests.crawl import ROOT, command
from tests.newsroom.fixtures import NewsroomFactory

UNUSED = (
    "newscrawler.archives.reading",
    "newscrawler.archives.workers",
    "newscrawler.backfill",
    "newscrawler.drafts",
    "newscrawler.fleet",
    "newscrawler.report",
    "newscrawler.saved_pages",
    "playwright",
    "procrastinate",
    "requests",
    "rich",
    "scrapy_playwright",
    "sqlalchemy.dialects.postgresql",
    "tldextract",
    "warcio",
)
REPORT = """
import atexit, sys
from scrapy.cmdline import execute
atexit.register(lambda: print(*sys.modules))
execute()
"""
LINK = ListedLink("https://tass.com/politics/1894085", position=1)


@pytest.mark.slow
def test_a_crawl_of_a_declared_site_loads_nothing_that_it_does_not_use(
    newsroom: NewsroomFactory, tmp_path: Path
) -> None:
    crawl = command("tass", tmp_path, {"CLOSESPIDER_ITEMCOUNT": "1"}, site_url=newsroom("today").base_url)
    done = subprocess.run(
        [sys.executable, "-c", REPORT, *crawl[3:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "newscrawler.pipelines.export_jsonl" in loaded
    assert not [name for name in UNUSED if name in loaded]


def test_what_listings_said_is_held_as_long_as_the_request_and_the_article_is_asked_for_once() -> None:
    frontier = Frontier("tass", TassSpider.article_number)
    listing = Listing("section", "politics", "https://tass.com/politics")
    listed = frontier.see(LINK.url, LINK, listing)
    assert listed is not None
    assert frontier.see(LINK.url, LINK, listing) is None
    assert len(listed.sightings) == 2
    del listed  # its request was read, refused, known from an earlier run, or dropped
    assert not frontier.listed
    assert frontier.see(LINK.url, LINK, listing) is None
