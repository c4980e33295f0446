"""One scenario for each promise: what is served, what must hold, and which switch the promise hangs on."""

from __future__ import annotations

import gzip
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.hostile.pages import SPELLINGS, serve_ways_inside
from tests.hostile.server import SITE, Asked, HostileNewsroom, article, drip, first, http, late

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

STOCK = "scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler"
OURS = "newscrawler.middlewares"
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
    fill: Callable[[HostileNewsroom], dict[str, Any]]
    """Serves the pages; returns the spider's arguments."""
    check: Callable[[dict[str, Any], HostileNewsroom], None]
    """Holds with the feature on, fails with it off."""
    off: dict[str, Any]
    """Settings that switch the feature off."""
    settings: dict[str, Any] = field(default_factory=dict)
    allow: str = "{site}:{port},{other}:{port}"


def paths(result: dict[str, Any], room: HostileNewsroom) -> dict[str, str]:
    """Path -> outcome."""
    return {url.removeprefix(room.site): outcome for url, outcome in result["outcomes"].items()}


def served(
    answers: dict[str, Any], listed: list[str] | None = None
) -> Callable[[HostileNewsroom], dict[str, Any]]:
    """Serve paths and list them as articles."""

    def fill(room: HostileNewsroom) -> dict[str, Any]:
        room.routes.update(answers)
        return {"articles": [room.site + path for path in listed or answers], "allowed": [SITE]}

    return fill


def with_robots(robots: Any, *more: str) -> Callable[[HostileNewsroom], dict[str, Any]]:
    """Serve an article under this robots.txt."""

    def fill(room: HostileNewsroom) -> dict[str, Any]:
        room.robots = robots
        room.routes.update({path: http(200, article(1)) for path in ("/news/1", "/news/2", *more)})
        return {"articles": [room.site + path for path in ("/news/1", "/news/2", *more)]}

    return fill


def listing(make: Callable[[Asked, int], str]) -> Any:
    """Serve listing pages that a function makes of the request."""

    async def answer(asked: Asked, writer: asyncio.StreamWriter, before: int) -> None:
        body = f"<html><body>{make(asked, before)}<p>{'News of the day. ' * 80}</p></body></html>"
        writer.write(http(200, body.encode()))

    return answer


def lists(start: str, routes: dict[str, Any]) -> Callable[[HostileNewsroom], dict[str, Any]]:
    """Serve paths and start from a listing."""

    def fill(room: HostileNewsroom) -> dict[str, Any]:
        room.routes.update(routes)
        return {"listings": [room.site + start], "allowed": [SITE]}

    return fill


# --- What must hold ---------------------------------------------------------------------------------------------


def nobody_inside(result: dict[str, Any], room: HostileNewsroom) -> None:
    assert not room.broken_in
    assert len(result["outcomes"]) == 2 * len(SPELLINGS)
    assert not [url for url, outcome in result["outcomes"].items() if outcome.startswith("new")]


def outcomes(**expected: str) -> Callable[[dict[str, Any], HostileNewsroom], None]:
    """Every path of the spelling ``news_1`` for /news/1 has this outcome."""

    def check(result: dict[str, Any], room: HostileNewsroom) -> None:
        found = paths(result, room)
        assert {path: found.get(path) for path in found} == {
            f"/{k.replace('__', '/')}": v for k, v in expected.items()
        }

    return check


def all_are(outcome: str, *, asked: int | None = None) -> Callable[[dict[str, Any], HostileNewsroom], None]:
    def check(result: dict[str, Any], room: HostileNewsroom) -> None:
        assert set(result["outcomes"].values()) == {outcome}
        if asked is not None:
            assert sum(a.path != "/robots.txt" for a in room.asked) == asked

    return check


def at_most(requests: int, **counts: int) -> Callable[[dict[str, Any], HostileNewsroom], None]:
    """The site was asked no more than this, and so many addresses had each outcome (``new``, ``left_trap_session``)."""

    def check(result: dict[str, Any], room: HostileNewsroom) -> None:
        assert len(room.asked) <= requests
        found = Counter(outcome.replace(" ", "_") for outcome in result["outcomes"].values())
        for outcome, count in counts.items():
            assert found[outcome] == count, found

    return check


def left_by_refusal(result: dict[str, Any], room: HostileNewsroom) -> None:
    assert result["stats"]["finish_reason"] == "refused"
    assert len(room.asked) <= 8
    assert Counter(outcome.split(" ")[0] for outcome in result["outcomes"].values())["left"] >= 13


def good_in_time(result: dict[str, Any], room: HostileNewsroom) -> None:
    all_are("failed timeout")(result, room)
    assert result["stats"]["elapsed_time_seconds"] < 6


def held_back(result: dict[str, Any], room: HostileNewsroom) -> None:
    """After the Retry-After nothing was sent for that long, to the whole host."""
    assert set(result["outcomes"].values()) == {"new"}
    busy = next(i for i, asked in enumerate(room.asked) if asked.path == "/news/1")
    assert room.asked[busy + 1].time - room.asked[busy].time >= 1.9


def opted_out(result: dict[str, Any], room: HostileNewsroom) -> None:
    stated = {url.removeprefix(room.site): text["opt_outs"] for url, text in result["texts"].items()}
    assert stated == {
        "/header": ["header:noai", "header:tdm-reservation"],
        "/meta": ["meta:noai", "meta:tdm-reservation"],
        "/robots": ["robots:GPTBot"],
        "/none": [],
    }


def gaps_of(seconds: float) -> Callable[[dict[str, Any], HostileNewsroom], None]:
    def check(result: dict[str, Any], room: HostileNewsroom) -> None:
        assert set(result["outcomes"].values()) == {"new"}
        assert min(room.gaps()) >= seconds * 0.5  # many crawls share this process; exactly in test_politeness
        assert max(asked.open_at_once for asked in room.asked[1:]) == 1

    return check


def one_at_once(result: dict[str, Any], room: HostileNewsroom) -> None:
    all_are("new")(result, room)
    assert max(asked.open_at_once for asked in room.asked) == 1


def ends_at_once(result: dict[str, Any], room: HostileNewsroom) -> None:
    assert result["stats"]["elapsed_time_seconds"] < 4.5
    assert Counter(outcome.split(" ")[0] for outcome in result["outcomes"].values())["left"] >= 15


def _opt_outs(room: HostileNewsroom) -> dict[str, Any]:
    room.robots = http(200, b"User-agent: GPTBot\nDisallow: /robots\n\nUser-agent: *\nAllow: /\n")
    meta = '<meta name="robots" content="noai"><meta name="tdm-reservation" content="1">'
    return served(
        {
            "/header": http(200, article(1), "X-Robots-Tag: noai", "TDM-Reservation: 1"),
            "/meta": http(200, article(1, meta)),
            "/robots": http(200, article(1)),
            "/none": http(200, article(1)),
        }
    )(room)


def _off_the_site(room: HostileNewsroom) -> dict[str, Any]:
    room.other_routes["/y"] = http(200, article(1))
    return served({"/x": http(302, b"", f"Location: {room.other}/y")})(room)


# --- The scenarios ----------------------------------------------------------------------------------------------

CHALLENGE = http(
    200, b"<html><title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x></script></html>"
)
CALENDAR = lists(
    "/calendar/1",
    {
        "/calendar/*": listing(
            lambda asked, _: f'<a href="/calendar/{int(asked.path.split("/")[2]) + 1}">next</a>'
        )
    },
)
SESSIONS = lists(
    "/(S(aaaaaaaaaaaaaaaa0001))/news",
    {
        "/(S(*": listing(
            lambda asked, _: (
                f'<a href="/(S(aaaaaaaaaaaaaaaa{len(asked.path)}{asked.time % 1:.9f}))/news">again</a>'.replace(
                    "0.", ""
                )
                + "".join(
                    f'<a class="article" href="/(S({asked.time * 1e9:020.0f}))/story/{n}">x</a>'
                    for n in (1, 2)
                )
                if asked.path.endswith("/news")
                else "<h1>Story</h1>"
            )
        )
    },
)
PARAMETERS = lists(
    "/list?x=1",
    {"/list": listing(lambda asked, _: f'<a href="/list?x={int(asked.path.split("=")[1]) + 1}">more</a>')},
)
GROWING = lists("/a/", {"/a/*": listing(lambda asked, _: f'<a href="{asked.path}a/">deeper</a>')})
WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove")
FARM = lists(
    "/amber/",
    {
        f"/{word}*": listing(
            lambda asked, _: (
                "".join(
                    f'<a href="{"/".join(asked.path.split("/")[:-1][-3:])}{next_word}/">x</a>'
                    for next_word in (f"{a}{b}" for a in WORDS for b in WORDS)
                    if next_word not in asked.path
                )
                .replace('href="', 'href="/')
                .replace('href="//', 'href="/')
            )
        )
        for word in WORDS
    },
)
EMPTY_STORIES = lists(
    "/archive/1",
    {
        "/archive/*": listing(
            lambda asked, _: (
                f'<a href="/archive/{int(asked.path.split("/")[2]) + 1}">next</a>'
                + "".join(
                    f'<a class="article" href="/item/{asked.path.split("/")[2]}{n}">x</a>' for n in range(5)
                )
            )
        ),
        "/item/*": listing(lambda asked, _: "nothing"),
    },
)
MANY = lists(
    "/many",
    {
        "/many": listing(lambda *_: "".join(f'<a class="article" href="/n/{n}">x</a>' for n in range(50))),
        "/n/*": http(200, article(1)),
    },
)
LARGE = article(1) + b"<p>News of the day.</p>" * 3000


def listed_once(path: str) -> Callable[[HostileNewsroom], dict[str, Any]]:
    """Serve a listing with one article at an address."""
    served_at = path.partition("?")[0]
    return lists(
        "/list",
        {
            "/list": listing(lambda *_: f'<a class="article" href="{path}">x</a>'),
            served_at: http(200, article(1)),
        },
    )


LONG_ADDRESS = listed_once("/" + "y" * 3000)
TRAPS = {"SPIDER_MIDDLEWARES": {f"{OURS}.traps.AvoidTraps": None}, **without("traps.LeaveTraps")}
NEWS = {f"/news/{number}": http(200, article(number)) for number in range(1, 21)}

SCENARIOS = (
    Scenario("address guard", lambda room: {"articles": serve_ways_inside(room)}, nobody_inside,
             {"DOWNLOAD_HANDLERS": {"http": STOCK, "https": STOCK}, **without("guard.Guard")}),
    Scenario("address guard at the connection", lambda room: {"articles": serve_ways_inside(room)}, nobody_inside,
             {"DOWNLOAD_HANDLERS": {"http": STOCK, "https": STOCK}}, without("guard.Guard")),
    Scenario("allowed host with another port", served({"/news/1": http(200, article(1))}),
             all_are("refused address", asked=0), {"ALLOWED_PRIVATE_HOSTS": SITE}, allow="{site}:1"),
    Scenario("robots.txt 503", with_robots(http(503)), all_are("failed robots_unreachable", asked=0),
             without("robots.ObeyRobots", robotstxt__RobotsTxtMiddleware=100)),
    Scenario("robots.txt without an end", with_robots(drip(b"x" * 1000, 0.2)),
             all_are("failed robots_unreachable", asked=0),
             without("robots.ObeyRobots", robotstxt__RobotsTxtMiddleware=100), {"HEADERS_TIMEOUT": 1, "RETRY_TIMES": 0}),
    Scenario("robots.txt 403", with_robots(http(403)), all_are("refused robots", asked=0),
             without("robots.ObeyRobots", robotstxt__RobotsTxtMiddleware=100)),
    Scenario("robots.txt disallows", with_robots(http(200, b"User-agent: newscrawler\nDisallow: /news/")),
             all_are("refused robots", asked=0), {"ROBOTSTXT_OBEY": False}),
    Scenario("robots.txt of 700 KB",
             with_robots(http(200, b"User-agent: *\nDisallow: /news/\n" + b"# x\n" * 180_000 + b"Allow: /\n")),
             all_are("refused robots", asked=0), {"ROBOTSTXT_OBEY": False}),
    Scenario("Crawl-delay", with_robots(http(200, b"User-agent: *\nCrawl-delay: 1.5\n")), gaps_of(1.5),
             without("politeness.KeepPace")),
    Scenario("Request-rate", with_robots(http(200, b"User-agent: *\nRequest-rate: 2/3\n")), gaps_of(1.5),
             without("politeness.KeepPace")),
    Scenario("Crawl-delay of an hour", with_robots(http(200, b"User-agent: *\nCrawl-delay: 3600\n")),
             all_are("left crawl_delay", asked=0), without("politeness.KeepPace")),
    Scenario("Retry-After", served({**NEWS, "/news/1": first(1, http(503, b"", "Retry-After: 2"), http(200, article(1)))}),
             held_back, without("politeness.KeepPace"), {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.01}),
    Scenario("Retry-After of a day", served({**NEWS, "/news/1": http(429, b"", "Retry-After: 86400")}),
             at_most(2, left_retry_after=20), without("politeness.KeepPace"),
             {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.01}),
    Scenario("quick end", served(NEWS), ends_at_once, {"DOWNLOADER": "scrapy.core.downloader.Downloader"},
             {"DOWNLOAD_DELAY": 1, "CLOSESPIDER_TIMEOUT": 2, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}),
    Scenario("one request at once", served({path: late(0.1, answer) for path, answer in NEWS.items()}), one_at_once,
             {"DOWNLOADER": "scrapy.core.downloader.Downloader"}, {"CONCURRENT_REQUESTS_PER_DOMAIN": 1}),
    Scenario("challenges stop the site", served(dict.fromkeys(NEWS, CHALLENGE)), left_by_refusal,
             without("refusals.HeedRefusals"), {"CHALLENGES_MAX": 3, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.05}),
    Scenario("refusals stop the site", served(dict.fromkeys(NEWS, http(403))), left_by_refusal,
             {"REFUSALS_MAX": 0}, {"REFUSALS_MAX": 5, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.05}),
    Scenario("gzip that ends too early", served({"/x": http(200, gzip.compress(article(1))[:-30],
                                                           "Content-Encoding: gzip")}),
             all_are("failed truncated"), without("decompress.Decompress", httpcompression__HttpCompressionMiddleware=590)),
    Scenario("Content-Length too short", served({"/x": http(200, article(1), length=450)}), all_are("failed truncated"),
             {"DOWNLOAD_HANDLERS": {"http": STOCK}}),
    Scenario("headers without end", served({"/x": http(200, article(1), *[f"A-{n}: b" for n in range(400)])}),
             all_are("failed headers"), {"HEADERS_MAX_COUNT": 1000}),
    Scenario("headers too slow", served({"/x": drip(http(200, article(1)), 0.05, 20)}), good_in_time,
             {"HEADERS_TIMEOUT": 0}, {"HEADERS_TIMEOUT": 0.15, "RETRY_TIMES": 1}),
    Scenario("body too slow", served({"/x": drip(http(200, article(1)), 0.1, 20)}), good_in_time,
             {"DOWNLOAD_MIN_RATE": 0},
             {"HEADERS_TIMEOUT": 0.9, "DOWNLOAD_MIN_RATE": 1000, "DOWNLOAD_RATE_WINDOW": 0.5, "RETRY_TIMES": 1}),
    Scenario("answer too late", served({"/x": late(3, http(200, article(1)))}), good_in_time,
             {"DOWNLOAD_TIMEOUT": 30}, {"DOWNLOAD_TIMEOUT": 1, "HEADERS_TIMEOUT": 0, "RETRY_TIMES": 1}),
    Scenario("redirect off the site", _off_the_site,
             all_are("refused offsite"), without("redirects.FollowRedirects", redirect__RedirectMiddleware=600)),
    Scenario("redirect in a circle", served({"/x": http(302, b"", "Location: /x")}), all_are("failed redirect_loop"),
             without("redirects.FollowRedirects", redirect__RedirectMiddleware=600)),
    Scenario("page that reloads itself",
             served({"/x": http(200, article(1, '<meta http-equiv="refresh" content="1;url=/x">'))}), all_are("new"),
             without("redirects.FollowMetaRefresh", redirect__MetaRefreshMiddleware=580)),
    Scenario("two addresses, one article",
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
    Scenario("long address", LONG_ADDRESS, all_are("left url_length", asked=1), {"URLLENGTH_LIMIT": 0}),
    Scenario("redirect to a long address",
             served({"/x": http(302, b"", f"Location: /{'y' * 3000}"), f"/{'y' * 3000}": http(200, article(1))}, ["/x"]),
             all_are("left url_length"), {"URLLENGTH_LIMIT": 0}),
    Scenario("deep path", listed_once("/" + "/".join("abcdefghijklmnopqrstuvwxyz")), all_are("left trap_path", asked=1),
             {"PATH_MAX_DEPTH": 0}),
    Scenario("many parameters", listed_once("/x?" + "&amp;".join(f"a{n}={n}" for n in range(40))),
             all_are("left trap_parameters", asked=1), {"PARAMETERS_MAX": 0}),
    Scenario("robots.txt beyond its bound", with_robots(http(200, b"User-agent: *\nAllow: /\n" + b"# x\n" * 300
                                                              + b"Disallow: /news/\n")), all_are("new"),
             {"ROBOTS_MAX_SIZE": 0}, {"ROBOTS_MAX_SIZE": 1000}),
    Scenario("opt-outs are noted", _opt_outs, opted_out, without("opt_outs.NoteOptOuts", "robots.ObeyRobots")),
    Scenario("opt-outs are obeyed", _opt_outs,
             outcomes(header="refused ai_opt_out", meta="refused ai_opt_out", robots="refused ai_opt_out", none="new"),
             {"OBEY_AI_OPT_OUTS": False}, {"OBEY_AI_OPT_OUTS": True}),
)  # fmt: skip
