"""Keep each exchange in WARC files as it came over the network, where ``WARC_DIR`` names a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.exceptions import NotConfigured

from newscrawler.exceptions import Left, OutputError
from newscrawler.run.errand import ArticleErrand, ListingErrand, errand_of
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawler.archives.warc_folder import WarcFolder


class ArchiveMiddleware:
    """Downloader middleware, nearest to the network: answers are as they were sent, redirects and errors too.

    A folder that cannot be written to ends the run: who has asked for an archive wants it whole.
    """

    def __init__(self, crawler: Crawler, folder: WarcFolder) -> None:
        self._run = run_of(crawler)
        self._folder = folder
        self._run.archive = folder

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build, with the lock of the site held.

        :raises NotConfigured: no folder is named.
        :raises OutputError: it cannot be used.
        """
        if not crawler.settings.get("WARC_DIR"):
            raise NotConfigured
        from newscrawler.archives.warc_folder import WarcFolder  # noqa: PLC0415 - only this needs warcio

        run = run_of(crawler)
        _ = run.ledger  # opens it: one run of a site at a time
        folder = WarcFolder.of(crawler.settings, run.site)
        assert folder is not None
        return cls(crawler, folder)

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep an answer.

        :raises Left: it cannot be kept; the run ends.
        """
        if not response.url.startswith(("http://", "https://")) or "cached" in response.flags:
            return response
        errand = errand_of(request)
        try:
            kept = self._folder.keep(request, response, self._known(request))
        except OutputError as error:
            self._run.stop_for(error)
            raise Left("archive_error") from error
        if isinstance(errand, ArticleErrand):
            errand.archived = kept
        self._run.stats.inc_value("newscrawler/archived")
        return response

    def _known(self, request: Request) -> dict[str, str]:
        """Return what the run knows of a request, for the metadata record."""
        found = {"run": self._run.id, "site": self._run.site}
        errand = errand_of(request)
        if isinstance(errand, ListingErrand):
            return found | {"listing-kind": errand.kind}
        if not isinstance(errand, ArticleErrand):
            return found
        listed = errand.listed
        found["requested"] = listed.url
        if listed.published_at and "\n" not in listed.published_at:
            found["listed-time"] = listed.published_at
        for sighting in listed.sightings[:1]:
            found |= {"listing": sighting.url, "listing-kind": sighting.kind}
        return found
