"""One scenario for each promise: what is served, what must hold, and which switch the promise hangs on."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.hostile.checks import (
    all_are,
    at_most,
    ends_at_once,
    gaps_of,
    held_back,
    left_by_refusal,
    nobody_inside,
    one_at_once,
    opted_out,
    outcomes,
)
from tests.hostile.hostile_server import SITE, article, drip, first, http, late, slow_head
from tests.hostile.pages import serve_ways_inside
from tests.hostile.rooms import (
    CALENDAR,
    CHALLENGE,
    EMPTY_STORIES,
    FARM,
    GROWING,
    LARGE,
    LONG_URL,
    MANY,
    NEWS,
    PARAMETERS,
    SESSIONS,
    listed_once,
    off_the_site,
    opt_outs,
    served,
    with_robots,
)

if TYPE_CHECKING:
    from tests.hostile.checks import Check
    from tests.hostile.rooms import Fill


STOCK = "scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler"
OURS = "newscrawler.downloadermiddlewares"
SCRAPYS = "scrapy.downloadermiddlewares"


def without(*ours: str, **scrapys: int) -> dict[str, Any]:
    """Settings with some of our downloader middlewares off and Scrapy's own on."""
    off = dict.fromkeys((f"{OURS}.{name}" for name in ours), None)
    return {
        "DOWNLOADER_MIDDLEWARES": {
            **off,
            **{f"{SCRAPYS}.{n.replace('__', '.')}": at for n, at in scrapys.items()},
        }
    }


@dataclass
class Scenario:
    """A promise."""

    name: str
    fill: Fill
    check: Check
    """Holds with the feature on, fails with it off."""
    off: dict[str, Any]
    """Settings that switch the feature off."""
    settings: dict[str, Any] = field(default_factory=dict)
    allow: str = "{site}:{port},{other}:{port}"


TRAPS = {
    "SPIDER_MIDDLEWARES": {"newscrawler.spidermiddlewares.traps.AvoidTrapsMiddleware": None},
    "DOWNLOADER_MIDDLEWARES": {"newscrawler.downloadermiddlewares.traps.LeaveTrapsMiddleware": None},
}
SCENARIOS = (
    Scenario("address guard", lambda room: {"articles": serve_ways_inside(room)}, nobody_inside,
             {"DOWNLOAD_HANDLERS": {"http": STOCK, "https": STOCK}, **without("guard.GuardMiddleware")}),
    Scenario("address guard at the connection", lambda room: {"articles": serve_ways_inside(room)}, nobody_inside,
             {"DOWNLOAD_HANDLERS": {"http": STOCK, "https": STOCK}}, without("guard.GuardMiddleware")),
    Scenario("allowed host with another port", served({"/news/1": http(200, article(1))}),
             all_are("refused address", asked=0), {"ALLOWED_PRIVATE_HOSTS": SITE}, allow="{site}:1"),
    Scenario("robots.txt 503", with_robots(http(503)), all_are("failed robots_unreachable", asked=0),
             without("robotstxt.RobotsMiddleware", robotstxt__RobotsTxtMiddleware=100)),
    Scenario("robots.txt without an end", with_robots(drip(b"x" * 1000, 0.2)),
             all_are("failed robots_unreachable", asked=0),
             without("robotstxt.RobotsMiddleware", robotstxt__RobotsTxtMiddleware=100), {"HEADERS_TIMEOUT": 1, "RETRY_TIMES": 0}),
    Scenario("robots.txt 403", with_robots(http(403)), all_are("refused robots", asked=0),
             without("robotstxt.RobotsMiddleware", robotstxt__RobotsTxtMiddleware=100)),
    Scenario("robots.txt disallows", with_robots(http(200, b"User-agent: newscrawler\nDisallow: /news/")),
             all_are("refused robots", asked=0), {"ROBOTSTXT_OBEY": False}),
    Scenario("robots.txt of 700 KB",
             with_robots(http(200, b"User-agent: *\nDisallow: /news/\n" + b"# x\n" * 180_000 + b"Allow: /\n")),
             all_are("refused robots", asked=0), {"ROBOTSTXT_OBEY": False}),
    Scenario("Crawl-delay", with_robots(http(200, b"User-agent: *\nCrawl-delay: 1.5\n")), gaps_of(1.5),
             without("pace.PaceMiddleware")),
    Scenario("Request-rate", with_robots(http(200, b"User-agent: *\nRequest-rate: 2/3\n")), gaps_of(1.5),
             without("pace.PaceMiddleware")),
    Scenario("Crawl-delay of an hour", with_robots(http(200, b"User-agent: *\nCrawl-delay: 3600\n")),
             all_are("left crawl_delay", asked=0), without("pace.PaceMiddleware")),
    Scenario("Retry-After", served({**NEWS, "/news/1": first(1, http(503, b"", "Retry-After: 2"), http(200, article(1)))}),
             held_back, without("pace.PaceMiddleware"), {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.01}),
    Scenario("Retry-After of a day", served({**NEWS, "/news/1": http(429, b"", "Retry-After: 86400")}),
             at_most(2, left_retry_after=20), without("pace.PaceMiddleware"),
             {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.01}),
    Scenario("quick end", served(NEWS), ends_at_once, {"DOWNLOADER": "scrapy.core.downloader.Downloader"},
             {"DOWNLOAD_DELAY": 0.6, "CLOSESPIDER_PAGECOUNT": 3, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}),
    Scenario("one request at once", served({path: late(0.1, answer) for path, answer in NEWS.items()}), one_at_once,
             {"DOWNLOADER": "scrapy.core.downloader.Downloader"}, {"CONCURRENT_REQUESTS_PER_DOMAIN": 1}),
    Scenario("challenges stop the site", served(dict.fromkeys(NEWS, CHALLENGE)), left_by_refusal,
             without("refusals.RefusalsMiddleware"), {"CHALLENGES_MAX": 3, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.05}),
    Scenario("refusals stop the site", served(dict.fromkeys(NEWS, http(403))), left_by_refusal,
             {"REFUSALS_MAX": 0}, {"REFUSALS_MAX": 5, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.05}),
    Scenario("gzip that ends too early", served({"/x": http(200, gzip.compress(article(1))[:-30],
                                                           "Content-Encoding: gzip")}),
             all_are("failed truncated"), without("decompress.DecompressMiddleware", httpcompression__HttpCompressionMiddleware=590)),
    Scenario("Content-Length too short", served({"/x": http(200, article(1), length=450)}), all_are("failed truncated"),
             {"DOWNLOAD_HANDLERS": {"http": STOCK}}),
    Scenario("headers without end", served({"/x": http(200, article(1), *[f"A-{n}: b" for n in range(400)])}),
             all_are("failed headers"), {"HEADERS_MAX_COUNT": 1000}),
    Scenario("headers too slow", served({"/x": slow_head(http(200, article(1)), 1.2)}), all_are("failed timeout"),
             {"HEADERS_TIMEOUT": 0}, {"HEADERS_TIMEOUT": 2, "RETRY_TIMES": 1}),
    Scenario("body too slow", served({"/x": drip(http(200, article(1)), 0.25, 30)}), all_are("failed timeout"),
             {"DOWNLOAD_MIN_RATE": 0},
             {"HEADERS_TIMEOUT": 2, "DOWNLOAD_MIN_RATE": 1000, "DOWNLOAD_RATE_WINDOW": 0.5, "RETRY_TIMES": 1}),
    Scenario("answer too late", served({"/x": late(5, http(200, article(1)))}), all_are("failed timeout"),
             {"DOWNLOAD_TIMEOUT": 30}, {"DOWNLOAD_TIMEOUT": 2, "HEADERS_TIMEOUT": 0, "RETRY_TIMES": 1}),
    Scenario("redirect off the site", off_the_site,
             all_are("refused offsite"), without("redirect.FollowRedirectsMiddleware", redirect__RedirectMiddleware=600)),
    Scenario("redirect in a circle", served({"/x": http(302, b"", "Location: /x")}), all_are("failed redirect_loop"),
             without("redirect.FollowRedirectsMiddleware", redirect__RedirectMiddleware=600)),
    Scenario("page that reloads itself",
             served({"/x": http(200, article(1, '<meta http-equiv="refresh" content="1;url=/x">'))}), all_are("new"),
             without("redirect.FollowMetaRefreshMiddleware", redirect__MetaRefreshMiddleware=580)),
    Scenario("two URLs, one article",
             served({"/news/1": http(200, article(1)), "/old/1": http(302, b"", "Location: /news/1")}),
             outcomes(news__1="new", old__1="duplicate redirect"),
             {"EXTENSIONS": {"newscrawler.extensions.settle_dropped.SettleDropped": None}}),
    Scenario("host budget of requests", served(NEWS), at_most(11, new=10, left_host_requests=10),
             {"HOST_MAX_REQUESTS": 0}, {"HOST_MAX_REQUESTS": 11}),
    Scenario("host budget of bytes", served(NEWS), at_most(7, left_host_bytes=16, new=4),
             {"HOST_MAX_BYTES": 0}, {"HOST_MAX_BYTES": 2000, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "CONCURRENT_REQUESTS": 1}),
    Scenario("run budget", served(NEWS), at_most(6, new=5, left_run_requests=15),
             {"RUN_MAX_REQUESTS": 0}, {"RUN_MAX_REQUESTS": 6}),
    Scenario("calendar without end", CALENDAR, at_most(25), TRAPS, {"TRAP_PAGES": 20}),
    Scenario("sessions in paths", SESSIONS, at_most(10, new=2), TRAPS),
    Scenario("ever-new parameters", PARAMETERS, at_most(25), TRAPS, {"TRAP_PAGES": 20}),
    Scenario("growing path", GROWING, at_most(6), TRAPS),
    Scenario("link farm", FARM, at_most(80), TRAPS, {"TRAP_PAGES": 5}),
    Scenario("archive of empty stories", EMPTY_STORIES, at_most(100), TRAPS, {"TRAP_ARTICLES": 30, "TRAP_PAGES": 10}),
    Scenario("pages of one listing", EMPTY_STORIES, at_most(35), {"LISTING_MAX_PAGES": 0}, {"LISTING_MAX_PAGES": 5}),
    Scenario("sitemaps in sitemaps", lambda room: {**CALENDAR(room), "kind": "sitemap"}, at_most(4),
             {"SITEMAP_MAX_DEPTH": 0}),
    Scenario("articles of one sitemap", lambda room: {**MANY(room), "kind": "sitemap"},
             at_most(22, new=20, left_listing_items=30), {"SITEMAP_MAX_ITEMS": 0}, {"SITEMAP_MAX_ITEMS": 20}),
    Scenario("depth", EMPTY_STORIES, at_most(35), {"DEPTH_LIMIT": 0}, {"DEPTH_LIMIT": 4}),
    Scenario("articles of one page", MANY, at_most(22, new=20, left_listing_items=30), {"LISTING_MAX_ITEMS": 0},
             {"LISTING_MAX_ITEMS": 20}),
    Scenario("links of one page", MANY, at_most(12, new=10, left_links_per_page=40), {"LINKS_PER_PAGE": 0},
             {"LINKS_PER_PAGE": 10}),
    Scenario("body too large as sent", served({"/x": http(200, article(1))}), all_are("failed too_large"),
             {"DOWNLOAD_MAXSIZE": 0}, {"DOWNLOAD_MAXSIZE": 300}),
    Scenario("body too large as inflated", served({"/x": http(200, gzip.compress(LARGE), "Content-Encoding: gzip")}),
             all_are("failed too_large"), {"DOWNLOAD_MAXSIZE": 0}, {"DOWNLOAD_MAXSIZE": 30_000}),
    Scenario("three encodings of one body",
             served({"/x": http(200, gzip.compress(gzip.compress(gzip.compress(article(1)))),
                                "Content-Encoding: gzip, gzip, gzip")}),
             all_are("failed encoding"), {"ENCODINGS_MAX": 0}),
    Scenario("headers too large", served({"/x": http(200, article(1), *[f"A-{n}: {'b' * 990}" for n in range(9)])}),
             all_are("failed headers"), {"HEADERS_MAX_SIZE": 0}, {"HEADERS_MAX_SIZE": 8000}),
    Scenario("many redirects",
             served({**{f"/x/{n}": http(302, b"", f"Location: /x/{n + 1}") for n in range(6)}, "/x/6": http(200, article(1))},
                    ["/x/0"]), all_are("failed redirects"), {"REDIRECT_MAX_TIMES": 20}, {"REDIRECT_MAX_TIMES": 5}),
    Scenario("long URL", LONG_URL, all_are("left url_length", asked=1), {"URLLENGTH_LIMIT": 0}),
    Scenario("redirect to a long URL",
             served({"/x": http(302, b"", f"Location: /{'y' * 3000}"), f"/{'y' * 3000}": http(200, article(1))}, ["/x"]),
             all_are("left url_length"), {"URLLENGTH_LIMIT": 0}),
    Scenario("deep path", listed_once("/" + "/".join("abcdefghijklmnopqrstuvwxyz")), all_are("left trap_path", asked=1),
             {"PATH_MAX_DEPTH": 0}),
    Scenario("many parameters", listed_once("/x?" + "&amp;".join(f"a{n}={n}" for n in range(40))),
             all_are("left trap_parameters", asked=1), {"PARAMETERS_MAX": 0}),
    Scenario("robots.txt beyond its bound", with_robots(http(200, b"User-agent: *\nAllow: /\n" + b"# x\n" * 300
                                                              + b"Disallow: /news/\n")), all_are("new"),
             {"ROBOTS_MAX_SIZE": 0}, {"ROBOTS_MAX_SIZE": 1000}),
    Scenario("opt-outs are noted", opt_outs, opted_out, without("opt_outs.OptOutsMiddleware", "robotstxt.RobotsMiddleware")),
    Scenario("opt-outs are obeyed", opt_outs,
             outcomes(header="refused ai_opt_out", meta="refused ai_opt_out", robots="refused ai_opt_out", none="new"),
             {"OBEY_AI_OPT_OUTS": False}, {"OBEY_AI_OPT_OUTS": True}),
)  # fmt: skip
