"""The newsroom: a publication served on loopback, with validators, epochs and its own list of what it
serves."""

from __future__ import annotations

import contextlib
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, Literal

from tests.newsroom.connection import LoopbackServer
from tests.newsroom.expected import ExpectedArticle, expected_articles, stories
from tests.newsroom.feeds_only_site import FeedsOnlySite
from tests.newsroom.http import Publication, Request, Response, html, plain
from tests.newsroom.older import OlderSite
from tests.newsroom.plain_site import PlainSite
from tests.newsroom.scripted_site import ScriptedSite
from tests.newsroom.today import TodaySite
from tests.newsroom.today_api import searched_text

if TYPE_CHECKING:
    from collections.abc import Sequence

Layout = Literal["today", "older", "plain", "feeds", "scripted"]

EPOCH_TIME = datetime(2025, 12, 21, 12, 40, tzinfo=UTC)
"""When epoch 0 was last changed; each epoch comes twelve hours later."""


class Newsroom(LoopbackServer):
    """A news site on loopback; a context manager that serves from entry to exit: ``with Newsroom() as
    newsroom``."""

    def __init__(
        self,
        layout: Layout = "today",
        *,
        epoch: int = 0,
        host: str = "127.0.0.1",
        port: int = 0,
        latency: float = 0.0,
        page_size: int = 5,
        home: str | None = None,
        listing: Literal["sound", "not_json", "stuck"] = "sound",
        validators: bool = True,
        lying_validators: bool = False,
        robots: str | None = None,
        rss_items: int = 20,
        consent: bool = False,
    ) -> None:
        """Make a newsroom; nothing is served before it is entered.

        ``page_size``: most stories in one answer of a listing. ``home``: the base address that pages state,
        if it is not the server's own. ``listing``: a JSON listing that is not JSON, or whose cursor never
        moves. ``lying_validators``: the ETag stays the same after a change. ``robots``: another robots.txt.
        ``consent``: a layer on top of each page of the scripted layout.
        """
        super().__init__(host, port, latency)
        self.epoch = epoch
        self.validators = validators
        self.lying_validators = lying_validators
        self.robots = robots
        self.home = home
        self.publication: Publication
        if layout == "today":
            self.publication = TodaySite(page_size=page_size, listing=listing, rss_items=rss_items)
        elif layout == "older":
            self.publication = OlderSite(page_size=page_size, listing=listing, rss_items=rss_items)
        elif layout == "plain":
            self.publication = PlainSite(page_size=page_size)
        elif layout == "scripted":
            self.publication = ScriptedSite(page_size=page_size, consent=consent)
        else:
            self.publication = FeedsOnlySite()
        self._rendered: dict[tuple[str, int], Response | None] = {}

    # What it serves

    @property
    def articles(self) -> list[ExpectedArticle]:
        """Every article of the present epoch, newest first."""
        return self.expected(self.epoch)

    def expected(self, epoch: int) -> list[ExpectedArticle]:
        """Every article of that epoch, newest first."""
        return expected_articles(self.publication, epoch)

    @property
    def set_aside(self) -> dict[str, str]:
        """Address of each page that is listed and lacks something -> the field that it lacks."""
        return {
            self.publication.address(story): "body" if story.headline else "headline"
            for story in stories(self.epoch)
            if not story.whole and self.publication.holds(story)
        }

    def found_by(self, query: str) -> list[ExpectedArticle]:
        """The articles that the site's search gives for these words."""
        words = query.lower().split()
        there = {s.number: searched_text(s) for s in stories(self.epoch)}
        return [a for a in self.articles if all(word in there[a.number] for word in words)]

    # Answers

    def started(self) -> None:
        self.publication.base = self.home or self.base_url

    def respond(self, request: Request) -> Response:
        if request.path.startswith("/__newsroom__/"):
            return self._control(request.path.split("/")[2:])
        if request.method not in ("GET", "HEAD"):
            return self.publication.respond(request, self.epoch) or html("<h1>Not found</h1>", 404)
        found = self._render(request, self.epoch)
        if found is None:
            return html("<h1>Not found</h1>", 404)
        response = Response(found.body, found.status, found.content_type, dict(found.headers))
        if response.status == 200 and self.validators:
            etag, changed = self._validators(request, found)
            response.headers |= {"ETag": etag, "Last-Modified": format_datetime(changed, usegmt=True)}
            if _is_current(request, etag, changed):
                return Response(b"", 304, headers=response.headers)
        return response

    def _render(self, request: Request, epoch: int) -> Response | None:
        key = (request.target, epoch)
        if key not in self._rendered:
            if request.path == "/robots.txt" and self.robots is not None:
                self._rendered[key] = plain(self.robots)
            else:
                self._rendered[key] = self.publication.respond(request, epoch)
        return self._rendered[key]

    def _validators(self, request: Request, found: Response) -> tuple[str, datetime]:
        """ETag, and the time of the epoch in which the page last changed."""
        since = self.epoch
        while since and (before := self._render(request, since - 1)) and before.body == found.body:
            since -= 1
        content = request.target.encode() if self.lying_validators else found.body
        return f'"{zlib.crc32(content):08x}"', EPOCH_TIME + timedelta(hours=12 * since)

    def _control(self, words: Sequence[str]) -> Response:
        """``/__newsroom__/epoch/1``, ``/__newsroom__/reset``, ``/__newsroom__/stats``."""
        self.requests.pop()
        if words[0] == "epoch" and len(words) > 1:
            self.epoch = int(words[1])
        elif words[0] == "reset":
            self.reset()
        return plain(f"epoch {self.epoch}, {len(self.requests)} requests, {dict(self.statuses)}\n")


def _is_current(request: Request, etag: str, changed: datetime) -> bool:
    """Whether the client's copy is still good; the ETag decides where it sends one."""
    if known := request.headers.get("if-none-match"):
        return etag in [tag.strip().removeprefix("W/") for tag in known.split(",")]
    if since := request.headers.get("if-modified-since"):
        with contextlib.suppress(ValueError):
            return parsedate_to_datetime(since) >= changed
    return False
