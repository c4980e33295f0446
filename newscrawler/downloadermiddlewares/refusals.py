"""Refusals: recognised, counted and left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.bounds import setting
from newscrawler.document.reading_time import read_within
from newscrawler.exceptions import Failed, KillsTheReader, Left, OutputError, Refused
from newscrawler.extraction.not_an_article import NotAnArticle, recognise
from newscrawler.run.errand import RobotsErrand, errand_of
from newscrawler.run.failures import REFUSAL_STATUSES
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


PARTS = frozenset({206, 226})
"""Statuses of an answer that is a part of a page, or its difference from another; we ask for neither."""

NOTICES = frozenset({"soft_404", "unavailable"})
"""What a page says instead of a status; where the status says it, that counts."""


class RefusalsMiddleware:
    """Recognise refusals in answers. Settings: ``REFUSALS_MAX``, ``CHALLENGES_MAX`` (0: never leave)."""

    def __init__(self, crawler: Crawler) -> None:
        self.run = run_of(crawler)
        self.refusals = self.run.refusals
        self.seconds = crawler.settings.getint(setting("page_seconds"))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Ask nothing more once the site is left.

        :raises Left: ``refused``.
        """
        if self.refusals.stopped:
            raise Left("refused", request.url)

    def process_response(self, request: Request, response: Response) -> Response:
        """Count an answer, and take none for an article that is a page in its place.

        :raises Refused: ``challenge``, ``consent``, ``login``, or ``http-403`` and its like.
        :raises Failed: ``soft_404``, ``unavailable``, ``partial``; ``too_slow`` beyond ``PAGE_MAX_SECONDS``.
        """
        errand = errand_of(request)
        if isinstance(errand, RobotsErrand) or 300 <= response.status < 400:
            return response
        rendered = errand.rendered if errand else None
        is_what_was_asked = rendered is not None and rendered.found_what_was_asked
        found = None if is_what_was_asked else self._instead(response)
        if found is not None and not (found.kind in NOTICES and response.status != 200):
            self.refusals.answered(found.kind, challenge=True)
            error = Failed if found.kind in NOTICES else Refused
            raise error(found.kind, f"{response.url}: {found.reason}")
        if response.status in PARTS:
            raise Failed("partial", f"{response.url} answers {response.status}")
        if response.status in REFUSAL_STATUSES:
            self.refusals.answered(f"http-{response.status}")
            raise Refused(f"http-{response.status}", response.url)
        self.refusals.answered()
        return response

    def _instead(self, response: Response) -> NotAnArticle | None:
        """Return what stands in the page's place; nothing for one that has killed: its reader rejects it."""

        def look() -> tuple[NotAnArticle | None] | None:
            return read_within(self.seconds, lambda: (_look_at(response),))

        try:
            looked = self.run.read(response.url, look, to_its_end=False)
        except KillsTheReader:
            return None
        except OutputError as error:
            self.run.stop_for(error)
            raise Left("output_error", response.url) from error
        if looked is None:
            raise Failed("too_slow", f"{response.url}: looking at it takes longer than PAGE_MAX_SECONDS")
        return looked[0]


def _look_at(response: Response) -> NotAnArticle | None:
    """Return what stands in the page's place."""
    names = ("Content-Type", "Cf-Mitigated")
    headers = {name.lower(): (response.headers.get(name) or b"").decode("latin-1") for name in names}
    return recognise(response.body, response.url, headers)
