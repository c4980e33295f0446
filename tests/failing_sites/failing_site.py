"""A small news site: some stories each day, a front page, a feed, a sitemap; what fails is scripted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.newsroom.connection import LoopbackServer
from tests.newsroom.http import Request, Response, html, plain, xml

FIRST_DAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
"""A Monday, in the morning."""

THINGS = ("harbour", "bridge", "market", "library", "station", "theatre", "orchard", "museum")
DONE = ("opens again", "is painted blue", "loses its roof", "has a new keeper", "stays closed", "is sold")


class Site(LoopbackServer):
    """One site on an address of its own."""

    def __init__(self, host: str, *, stories: int = 3, shown: int = 12, feed: bool = True) -> None:
        """Make a site.

        :param stories: new ones a day.
        :param shown: on the front page and in the feed.
        """
        super().__init__(host, 0, 0.0)
        self.day = 0
        self.stories, self.shown, self.feed = stories, shown, feed
        self.robots = ""
        self.sitemap = False
        self.quiet: frozenset[int] = frozenset()
        """Days without a story."""
        self.head = ""
        """What the front page has in its head."""
        self.dated = True
        self.page: Response | None = None
        """What stands in place of the front page."""

    def numbers(self) -> list[int]:
        """The stories that are shown, the newest first."""
        days = [day for day in range(self.day, -1, -1) if day not in self.quiet]
        told = [day * self.stories + number for day in days for number in range(self.stories - 1, -1, -1)]
        return told[: self.shown]

    def path(self, number: int) -> str:
        """Where a story is; its day stands there too, unless nothing is dated."""
        if not self.dated:
            return f"/news/{headline(number).lower().replace(' ', '-')}-{1000 + number}"
        told = FIRST_DAY + timedelta(days=number // self.stories)
        return f"/news/{told:%Y/%m/%d}/{headline(number).lower().replace(' ', '-')}"

    def respond(self, request: Request) -> Response:
        """Give what there is."""
        pages = {
            "/robots.txt": lambda: plain(self.robots),
            "/": lambda: self.page or self._front(),
            "/rss.xml": lambda: xml(self._feed()),
            "/news.xml": lambda: xml(self._sitemap()),
        }
        if request.path in pages and (self.feed or request.path != "/rss.xml"):
            return pages[request.path]()
        found = [
            number for number in range((self.day + 1) * self.stories) if self.path(number) == request.path
        ]
        return html(self._story(found[0])) if found else html("<h1>Not found</h1>", 404)

    def _front(self) -> Response:
        feed = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">' if self.feed else ""
        rows = "".join(f'<h2><a href="{self.path(n)}">{headline(n)}</a></h2>' for n in self.numbers())
        return html(f"<html><head>{feed}{self.head}</head><body>{rows}</body></html>")

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>{headline(n)}</title><link>{self.base_url}{self.path(n)}</link></item>"
            for n in self.numbers()
        )
        return f"<rss><channel><title>Paper</title>{items}</channel></rss>"

    def _sitemap(self) -> str:
        urls = "".join(f"<url><loc>{self.base_url}{self.path(n)}</loc></url>" for n in self.numbers())
        return f"<urlset>{urls}</urlset>"

    def _story(self, number: int) -> str:
        told = FIRST_DAY + timedelta(days=number // self.stories) - timedelta(hours=1)
        time = f'<meta property="article:published_time" content="{told.isoformat()}">' if self.dated else ""
        words = f"The {THINGS[number % 8]} {DONE[number % 6]}, its owner number {number} told the council. "
        facts = " ".join(f"Case {number * 100 + case} was heard on the spot." for case in range(20))
        return (
            f"<html><head><title>{headline(number)}</title>{time}</head>"
            f"<body><article><h1>{headline(number)}</h1><p>{words * 3}</p><p>{facts}</p></article></body>"
            "</html>"
        )


def headline(number: int) -> str:
    """Return what a story is called."""
    return f"The {THINGS[number % 8]} {DONE[number % 6]} for the {number + 2} time"
