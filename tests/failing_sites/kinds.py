"""Every kind of failure that a site, or a user's own code, can show; and what a run says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.run.endings import Ending
from newscrawler.spiders.any_site import AnySiteSpider
from tests.failing_sites.kind import GOOD, Kind, Said, all_of, fails, nothing, shows
from tests.newsroom.http import Fault, html

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response

SHELL = html('<a href="/about">About</a><a href="/login">Log in</a><script src="/app.js"></script>')
NO_NEWS = html("".join(f'<a href="/shop/{n}">Chair {n}</a>' for n in range(20)))
MOVED = Fault("body", body=b"<html><p>Our feeds have moved</p></html>")
EMPTY = Fault("body", body=b"<rss><channel><title>Paper</title></channel></rss>", content_type="text/xml")
NOTICE = Fault(
    "body",
    body=b"<html><head><title>Dear readers</title></head><body><article><h1>Dear readers</h1><p>"
    + b"Our presses stand still today, since the river has come into the cellar. Come back tomorrow. " * 9
    + b"</p></article></body></html>",
)
GALLERY = Fault("body", body=b"<html><h1>Pictures</h1><img src=/x.jpg></html>")
LATER = Fault(status=429, headers={"Retry-After": "3600"})
MISSING = Fault(status=404)
FEED = b'<link rel="alternate" type="application/rss+xml" href="/rss.xml">'
OTHER_FEED = '<link rel="alternate" type="application/rss+xml" href="/other.xml">'
NO_ROBOTS = "its host's robots.txt cannot be read"
ANY_MORE = " any more"
SINCE = ", since 11 November, 1 run"


class Raises:
    """A pipeline of a user's."""

    def process_item(self, item: Any) -> Any:
        """Raise."""
        raise KeyError("price")


class RaisingSpider(AnySiteSpider):
    """A spider whose callback of articles raises."""

    def parse_article(self, response: Response) -> Iterator[Any]:
        """Raise."""
        raise KeyError("price")


class BrokenStart(AnySiteSpider):
    """A spider that cannot begin."""

    async def start(self) -> AsyncIterator[Any]:
        """Raise."""
        raise KeyError("price")
        yield


def articles(name: str, fault: Fault, reason: str, tenth: Said | None = None) -> Kind:
    """Return the kind of a site whose articles all fail: new ones, and those that are looked at again."""
    first = Said(Ending.ALL_ARTICLES_FAILED, reason)
    return Kind(f"articles_{name}", fails("/news/*", fault), first, tenth or first)


def feed(name: str, fault: Fault, words: str) -> Kind:
    """Return the kind of a site whose only feed is lost, while its front page is good."""
    first, tenth = (
        Said(Ending.KIND_LOST, f"/rss.xml: {words}{since}")
        for since in ("", ANY_MORE * words.startswith("not ") + SINCE)
    )
    return Kind(f"feed_{name}", fails("/rss.xml", fault), first, tenth)


def host(
    name: str, breaks: Any, words: str, tenth: Ending = Ending.KIND_LOST, site: dict[str, Any] | None = None
) -> Kind:
    """Return the kind of a site whose listings are all out of reach.

    :param tenth: how the tenth run ends, which looks at known articles, too.
    """
    first = Said(Ending.NOTHING_LISTED_ALL_LOST, f"/: {words}")
    return Kind(name, breaks, first, Said(tenth, f"/: {words}{SINCE}"), site=site or {})


FRONT_ONLY = {"feed": False}
KINDS = (
    articles("500", Fault(status=500), "http-500"),
    articles("404", MISSING, "gone", Said(Ending.HALF_FAILED, "that were asked for failed (gone")),
    articles("cut_off", Fault("cut"), "truncated"),
    articles("reset", Fault("reset"), "connection_lost"),
    Kind("articles_403", fails("/news/*", Fault(status=403)), *(Said(Ending.LEFT_ALONE),) * 2),
    Kind("articles_451", fails("/news/*", Fault(status=451)),
         Said(Ending.NOTHING_HAD, "http-451"), Said(Ending.LEFT_ALONE)),
    Kind("articles_are_galleries", fails("/news/*", GALLERY),
         Said(Ending.MANY_REJECTED, "no_body"), Said(Ending.MANY_REJECTED, "no_body")),
    Kind("articles_lead_home", fails("/news/*", Fault("redirect", location="/")),
         Said(Ending.MANY_REJECTED, "listing"), Said(Ending.MANY_REJECTED, "listing")),
    Kind("articles_without_a_time", shows(dated=False), Said(Ending.FEW_DATED), Said(Ending.FEW_DATED),
         site={"stories": 12}),
    Kind("articles_are_one_notice", fails("/news/*", NOTICE), Said(Ending.ONE_FOR_ALL, "body"),
         Said(Ending.ONE_FOR_ALL, "body"), site={"stories": 6}),
    feed("is_html", MOVED, "not a feed"),
    feed("404", MISSING, "answers 404"),
    feed("410", Fault(status=410), "answers 410"),
    feed("500", Fault(status=500), "answers 500"),
    feed("451", Fault(status=451), "answers 451"),
    feed("is_empty", EMPTY, "empty"),
    feed("is_cut_off", Fault("cut"), "cut off"),
    feed("stands_behind_a_challenge", Fault("challenge"), "a challenge stands before it"),
    feed("says_later", LATER, "answers 429"),
    Kind("feed_is_no_longer_named", shows(feed=False),
         GOOD, Said(Ending.KIND_LOST, "not named by the site any more, since 11 November")),
    Kind("feed_alone_is_html", fails("/rss.xml", MOVED), Said(Ending.NOTHING_LISTED_ALL_LOST, "not a feed"),
         Said(Ending.NOTHING_LISTED_ALL_LOST, f"not a feed{ANY_MORE}{SINCE}"), arguments={"source": "feed"}),
    Kind("one_of_two_feeds_500", all_of(fails("/other.xml", Fault(status=500)), shows(head=OTHER_FEED)),
         Said(Ending.SOME_LISTINGS_FAILED, "http-500"), Said(Ending.SOME_LISTINGS_FAILED, "http-500")),
    Kind("sitemap_is_html", fails("/news.xml", MOVED), Said(Ending.KIND_LOST, "/news.xml: not a sitemap"),
         Said(Ending.KIND_LOST, f"not a sitemap{ANY_MORE}{SINCE}"), site={"sitemap": True}),
    Kind("sitemap_404", fails("/news.xml", MISSING), Said(Ending.KIND_LOST, "/news.xml: answers 404"),
         Said(Ending.KIND_LOST, f"answers 404{SINCE}"), site={"sitemap": True}),
    Kind("front_is_a_script_shell", shows(page=SHELL),
         Said(Ending.NOTHING_LIKE_AN_ARTICLE, "1 page, 2 links"),
         Said(Ending.KIND_LOST, f"/: shows no article{SINCE}"), site=FRONT_ONLY),
    Kind("front_is_a_shell_beside_a_feed", fails("/", Fault("body", body=FEED + SHELL.body)), GOOD,
         Said(Ending.KIND_LOST, f"/: shows no article{SINCE}")),
    Kind("no_news_site", shows(page=NO_NEWS), Said(Ending.NOTHING_LIKE_AN_ARTICLE, "1 page, 20 links"),
         Said(Ending.KIND_LOST, f"/: shows no article{SINCE}"), site=FRONT_ONLY),
    Kind("far_below_usual", shows(shown=1), GOOD,
         Said(Ending.FAR_BELOW_USUAL, "articles listed: 1, usually 12"), site={"stories": 12}),
    host("host_500", fails("*", Fault(status=500)), NO_ROBOTS, Ending.ALL_ARTICLES_FAILED),
    host("host_503", fails("*", Fault(status=503)), NO_ROBOTS, Ending.ALL_ARTICLES_FAILED),
    host("host_resets", fails("*", Fault("reset")), NO_ROBOTS, Ending.ALL_ARTICLES_FAILED),
    host("host_says_later", fails("*", LATER), NO_ROBOTS, Ending.ALL_ARTICLES_FAILED),
    host("crawl_delay_600", shows(robots="User-agent: *\nCrawl-delay: 600\n"),
         "asks for a longer pause between requests than CRAWL_DELAY_MAX"),
    host("robots_refuses_all", shows(robots="User-agent: *\nDisallow: /\n"), "refused by robots.txt",
         Ending.NOTHING_HAD),
    Kind("robots_refuses_articles", shows(robots="User-agent: *\nDisallow: /news/\n"),
         *(Said(Ending.NOTHING_HAD, "robots"),) * 2),
    Kind("challenge", fails("*", Fault("challenge")), *(Said(Ending.LEFT_ALONE),) * 2),
    host("every_listing_moved", all_of(fails("/", MISSING), fails("/rss.xml", MISSING)), "answers 404"),
    host("front_in_a_circle", fails("/", Fault("redirect", location="/")), "redirects in a circle",
         site=FRONT_ONLY),
    host("front_leads_away", fails("/", Fault("redirect", location="https://elsewhere.example/")),
         "leads to another site", site=FRONT_ONLY),
    Kind("pipeline_raises", nothing, Said(Ending.PIPELINE_ERROR, "KeyError"),
         Said(Ending.PIPELINE_ERROR, "KeyError"), settings={"ITEM_PIPELINES": {Raises: 50}}),
    Kind("callback_raises", nothing, Said(Ending.CALLBACK_ERROR), Said(Ending.CALLBACK_ERROR),
         spider=RaisingSpider),
    Kind("start_raises", nothing, Said(Ending.START_ERROR), Said(Ending.START_ERROR), spider=BrokenStart),
    Kind("stopped", nothing, Said(Ending.STOPPED), Said(Ending.STOPPED), stopped=True),
    Kind("a_good_day", nothing, GOOD, GOOD),
    Kind("a_quiet_day", shows(quiet=frozenset({9})), GOOD, GOOD, site={"stories": 1, "shown": 6}),
    Kind("one_of_six_fails", fails("/news/*-for-the-2-time", Fault(status=500)), GOOD, GOOD,
         site={"stories": 6}),
)  # fmt: skip
"""Two sites each: one that is so from its first run on, and one that becomes so on its tenth."""
