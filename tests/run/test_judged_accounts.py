"""Which verdict follows from what a run counted: each ending, at its bound and just below it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from scrapy import Spider
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawler.publication.selection import Selection
from newscrawler.run.listings import said
from newscrawler.run.run import Run
from newscrawler.run.verdict import judge
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.items import ListingKind
    from newscrawler.run.account import Outcome

DAY = datetime(2026, 5, 4, tzinfo=UTC)
SITE = "https://press.example"


class AskingRun(Run):
    """A run whose selection a test sets."""

    asked = Selection()
    has_lines = False

    @property
    def selection(self) -> Selection:
        return self.asked


@pytest.fixture
def run(tmp_path: Path) -> AskingRun:
    crawler = get_crawler(Spider, {**DEFAULTS, "OUTPUT_DIR": str(tmp_path)})
    crawler.stats = MemoryStatsCollector(crawler)
    crawler.stats.set_value("finish_reason", "finished")
    return AskingRun(crawler)


def had(run: Run, count: int, outcome: Outcome, reason: str = "") -> None:
    for _ in range(count):
        url = f"{SITE}/{run.account.listed}"
        run.account.enter(url)
        run.account.settle(url, outcome, reason)


def asked(run: Run, kind: ListingKind, path: str, problem: str = "") -> None:
    listing = run.listings.ask(SITE + path, kind)
    listing.read, listing.problem = not problem, problem


def ended(run: Run) -> tuple[int, str]:
    verdict = judge(run)
    return verdict.exit_code, verdict.line


def test_a_run_that_wanted_nothing_is_good(run: AskingRun) -> None:
    assert ended(run) == (0, "")


@pytest.mark.parametrize(
    ("reason", "code", "line"),
    [
        ("start_error", 1, "the crawl failed at its start: see the log"),
        ("refused", 1, "the site refused too many requests and was left alone (see the log)"),
        ("shutdown", 130, "stopped"),
        ("closespider_itemcount", 0, ""),
    ],
)
def test_why_the_engine_ended(run: AskingRun, reason: str, code: int, line: str) -> None:
    run.stats.set_value("finish_reason", reason)
    had(run, 5, "new")
    assert ended(run)[0] == code
    assert ended(run)[1].startswith(line)


def test_what_stands_before_all_else(run: AskingRun) -> None:
    run.errors["KeyError"] = 2
    assert ended(run) == (1, "a pipeline failed on 2 items (KeyError ×2): see the log")
    run.stats.set_value("spider_exceptions/count", 3)
    assert ended(run) == (1, "3 pages failed in a callback: see the log")
    run.stopped = True
    assert ended(run)[0] == 130
    run.failure = "the disk is full"
    assert ended(run) == (1, "the disk is full")
    run.wrong = "sections=x: not in the site's menus"
    assert ended(run) == (2, "sections=x: not in the site's menus")


ALL_KINDS: dict[ListingKind, str] = {
    "feed": "feeds", "sitemap": "sitemaps", "section": "sections", "topic": "topics",
    "index": "pages of the index", "search": "searches",
}  # fmt: skip


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_kind_of_listings_that_is_lost(run: AskingRun, kind: ListingKind) -> None:
    asked(run, kind, "/a?b=1", "http-500")
    lost = f"none of the {ALL_KINDS[kind]} could be read (/a?b=1: answers 500)"
    assert ended(run) == (1, f"nothing was listed, the site is out of reach or has changed: {lost}")
    had(run, 5, "new")
    assert ended(run) == (3, f"the site may have changed: {lost}")
    asked(run, kind, "/c")
    assert ended(run) == (0, "")


def test_many_lost_listings_are_named_in_part(run: AskingRun) -> None:
    for number in range(5):
        asked(run, "section", f"/{number}", "timeout")
    assert ended(run)[1].endswith(
        "(/0: no answer in time, /1: no answer in time, /2: no answer in time, 2 more)"
    )


def test_listings_that_could_not_be_read(run: AskingRun) -> None:
    run.account.listing_failures.update(["timeout", "timeout", "http-500"])
    assert ended(run) == (
        1,
        "no listing could be read (timeout ×2, http-500 ×1): the site is out of reach or has changed",
    )
    had(run, 5, "new")
    assert ended(run) == (3, "some listings could not be read: timeout ×2, http-500 ×1")


def test_sections_that_are_missing_matter_only_where_nothing_was_listed(run: AskingRun) -> None:
    run.account.sections_missing = 2
    assert ended(run)[1].startswith("no listing could be read (missing ×2)")
    had(run, 1, "unchanged")
    assert ended(run) == (0, "")


def test_listings_without_anything_like_an_article(run: AskingRun) -> None:
    asked(run, "section", "/world")
    run.listings.saw(7, [f"{SITE}/{number}" for number in range(5)])
    line = "nothing was listed: 1 page, 7 links, none looks like an article"
    assert ended(run) == (1, f"{line}; examples: {SITE}/0, {SITE}/1, {SITE}/2")
    run.listings.examples.clear()
    assert ended(run) == (1, line)


@pytest.mark.parametrize(
    "selection",
    [Selection(query="harbour"), Selection(topics=("harbour",)), Selection(since=DAY), Selection(until=DAY)],
)
def test_there_may_be_nothing_of_what_was_asked_for(run: AskingRun, selection: Selection) -> None:
    asked(run, "section", "/world")
    run.asked = selection
    assert ended(run) == (0, "")


def test_a_run_that_a_bound_ended_may_have_listed_nothing(run: AskingRun) -> None:
    asked(run, "section", "/world")
    run.stats.set_value("finish_reason", "closespider_timeout")
    assert ended(run) == (0, "")


@pytest.mark.parametrize(
    ("outcomes", "code", "line"),
    [
        ([(1, "failed", "timeout")], 1, "every article that was asked for failed, 1 in all (timeout ×1)"),
        ([(4, "failed", "timeout"), (2, "left", "depth")], 1, "every article that was asked for failed, 4 in all (timeout ×4)"),
        (
            [(2, "failed", "timeout"), (1, "refused", "robots"), (1, "waiting", "gone")],
            1,
            "none of the listed articles could be had, 4 in all (timeout ×2, robots ×1, gone ×1)",
        ),
        ([(3, "waiting", "gone")], 1, "none of the listed articles could be had, 3 in all (gone ×3)"),
        ([(1, "waiting", "gone")], 1, "none of the listed articles could be had, 1 in all (gone ×1)"),
        ([(2, "rejected", "no_body")], 1, "none of the listed articles could be had, 2 in all (no_body ×2)"),
        ([(2, "left", "depth")], 0, ""),
        ([(3, "refused", "robots")], 1, "none of the listed articles could be had, 3 in all (robots ×3)"),
        ([(9, "rejected", "no_body")], 0, ""),
        ([(1, "rejected", "no_body"), (1, "failed", "x")], 1, "none of the listed articles could be had, 2 in all"),
        ([(3, "failed", "x"), (3, "new", "")], 3, "3 of 6 articles that were asked for failed (x ×3)"),
        ([(3, "failed", "x"), (4, "new", "")], 0, ""),
        ([(2, "failed", "x"), (1, "new", "")], 0, ""),
        ([(1, "failed", "x"), (2, "withdrawn", ""), (3, "revised", "")], 3, "3 of 6 articles that were asked for failed (gone ×2, x ×1)"),
        *(
            ([(3, "failed", "x"), (4, outcome, "")], 0, "")
            for outcome in ("new", "revised", "unchanged", "duplicate")
        ),
        *(
            ([(3, "failed", "x"), (1, "new", ""), (3, outcome, "")], 0, "")
            for outcome in ("rejected", "refused")
        ),
        *(
            ([(3, "failed", "x"), (1, "new", ""), (4, outcome, "y")], 3, "3 of 4 articles that were asked for failed")
            for outcome in ("not_due", "waiting", "out_of_range", "left")
        ),
    ],
)  # fmt: skip
def test_articles_that_could_not_be_had(
    run: AskingRun, outcomes: list[tuple[int, Outcome, str]], code: int, line: str
) -> None:
    for each in outcomes:
        had(run, *each)
    found = ended(run)
    assert found[0] == code
    assert found[1].removeprefix("the site may have changed: ").startswith(line)
    assert bool(found[1]) == bool(line)


@pytest.mark.parametrize(
    ("outcome", "count", "code"),
    [("waiting", 2, 0), ("refused", 2, 0), ("rejected", 2, 0), ("waiting", 3, 1), ("failed", 1, 1)],
)
def test_a_few_are_no_sign_on_a_site_that_has_lines(
    run: AskingRun, outcome: Outcome, count: int, code: int
) -> None:
    run.has_lines = True
    had(run, count, outcome, "x")
    assert ended(run)[0] == code


def test_signs_are_named_each_once(run: AskingRun) -> None:
    run.signs += ["a", "b", "a"]
    assert ended(run) == (3, "the site may have changed: a; b")


PROBLEMS = {
    "not_a_feed": "not a feed", "not_a_sitemap": "not a sitemap", "no_links": "empty",
    "not_named": "not named by the site", "silent": "shows no article", "robots": "refused by robots.txt",
    "robots_unreachable": "its host's robots.txt cannot be read", "truncated": "cut off",
    "challenge": "a challenge stands before it", "offsite": "leads to another site",
    "redirect_loop": "redirects in a circle", "redirects": "redirects too often",
    "connection_lost": "the connection was lost", "connection_refused": "the connection was refused",
    "dns": "its host has no address", "timeout": "no answer in time",
    "retry_after": "told to come back later (Retry-After)", "host_waits": "its host told an earlier run to wait",
    "crawl_delay": "asks for a longer pause between requests than CRAWL_DELAY_MAX", "http-503": "answers 503",
    "tls": "its certificate or TLS fails", "host_tls": "its certificate or TLS fails",
    "host_dns": "its host has no address", "host_refused": "its host refuses the connection",
    "one_link": "all its items lead to one page", "consent": "a consent page stands before it",
    "login": "a login stands before it", "unavailable": "says that it is out of service",
    "too_slow": "too_slow",
}  # fmt: skip


@pytest.mark.parametrize("problem", PROBLEMS)
def test_a_problem_is_said_in_words(problem: str) -> None:
    assert said(problem) == PROBLEMS[problem]
