"""Ask for listings with the validators of their last answer; a 304 stands for it, and the ledger keeps it.

The callback reads the kept answer as it would a new one: known articles are dropped before any request, those
that are due are looked at again, and the listings behind this one are asked for in their turn. So nothing
that a killed run left undone is hidden by a 304.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from scrapy.http import Headers
from scrapy.responsetypes import responsetypes

from newscrawler.exceptions import OutputError
from newscrawler.ledger.rows import Listing, url_hash
from newscrawler.run.errand import listing_errand
from newscrawler.run.run import run_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawler.run.errand import ListingErrand

KINDS = frozenset({"section", "topic", "feed", "sitemap", "index"})
"""Kinds of listings that this is for."""

LARGEST = 4 * 1024 * 1024
"""Bytes of an answer that is kept; a larger one is asked for whole each time."""

_HEADERS = ("If-None-Match", "If-Modified-Since")


class NotModifiedMiddleware:
    """Downloader middleware; belongs nearer to the engine than decompression and redirects.

    One in ``VERIFY_NOT_MODIFIED`` requests is sent without validators: a server that has the same ones on
    another body has lied before or will, and is not asked so again.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._run = run_of(crawler)
        self._ledger = self._run.ledger
        self._verify = crawler.settings.getint("VERIFY_NOT_MODIFIED")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build with the run's ledger."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Add the validators of the last answer."""
        errand = _errand(request)
        if errand is None:
            return
        if errand.validators != "none":  # a redirect or retry brings them along
            for name in _HEADERS:
                request.headers.pop(name, None)
            errand.validators = "none"
        try:
            listing = self._listing(request.url)
        except OutputError as error:
            self._run.stop_for(error)
            return
        if listing is None or not listing.trusted:
            return
        if self._is_sample(listing):
            errand.validators = "withheld"
            return
        errand.validators = "sent"
        if listing.etag:
            request.headers["If-None-Match"] = listing.etag
        if listing.last_modified:
            request.headers["If-Modified-Since"] = listing.last_modified

    def _listing(self, url: str) -> Listing | None:
        """Return what is kept of a listing, whether or not it is committed yet."""
        return self._run.batch.listings.get(url_hash(url)) or self._ledger.listing(url)

    def _keep_listing(self, listing: Listing) -> None:
        self._run.batch.listings[listing.key] = listing

    def _is_sample(self, listing: Listing) -> bool:
        if self._verify and not listing.proven:
            return listing.asked % 2 == 1  # never seen to tell a change: a lie is found in two runs
        # the key spreads the listings of a site over the runs
        return self._verify > 0 and (listing.asked + listing.key[0]) % self._verify == self._verify - 1

    def process_response(self, request: Request, response: Response) -> Response:
        """Turn a 304 into the answer that it stands for; keep a new answer that has validators."""
        errand = _errand(request)
        if errand is None:
            return response
        try:
            if response.status == 304 and errand.validators == "sent":
                listing = self._listing(request.url)
                return response if listing is None else self._kept(listing, response)
            if response.status == 200:
                self._keep(request, response, on_trial=errand.validators == "withheld")
        except OutputError as error:
            self._run.stop_for(error)
        return response

    def _kept(self, listing: Listing, response: Response) -> Response:
        self._run.account.listings_not_modified += 1
        self._crawler.stats.inc_value("newscrawler/listing/not_modified")
        self._keep_listing(replace(listing, asked=listing.asked + 1, checked=datetime.now(UTC)))
        headers = Headers(response.headers)
        headers.pop("Content-Encoding", None)
        for name, value in (("Content-Type", listing.content_type), ("Link", listing.link)):
            if value:
                headers[name] = value
        body = zlib.decompress(listing.body)
        cls = responsetypes.from_args(headers=headers, url=response.url, body=body)
        return response.replace(
            cls=cls, status=200, headers=headers, body=body, flags=[*response.flags, "not-modified"]
        )

    def _keep(self, request: Request, response: Response, *, on_trial: bool) -> None:
        etag, last_modified = _header(response, "ETag"), _header(response, "Last-Modified")
        if not etag and not last_modified:
            return
        before = self._listing(request.url)
        if before and not before.trusted:
            return
        trusted, proven = True, before is not None and before.proven
        if before and not on_trial and (before.etag, before.last_modified) != (etag, last_modified):
            proven = True
        if before and on_trial:
            same = (before.etag, before.last_modified) == (etag, last_modified)
            is_same_body = zlib.decompress(before.body) == response.body
            trusted, proven = not same or is_same_body, proven or not (same or is_same_body)
            if not trusted:
                self._crawler.stats.inc_value("newscrawler/listing/false_validators")
        if len(response.body) > LARGEST or "no-store" in (_header(response, "Cache-Control") or ""):
            return
        self._keep_listing(
            Listing(
                key=url_hash(request.url),
                site=self._ledger.site,
                url=request.url,
                etag=etag,
                last_modified=last_modified,
                content_type=_header(response, "Content-Type"),
                link=_header(response, "Link"),
                body=zlib.compress(response.body, 1),
                asked=before.asked + 1 if before else 0,
                trusted=trusted,
                checked=datetime.now(UTC),
                proven=proven,
            )
        )


def _errand(request: Request) -> ListingErrand | None:
    """Return the errand of a request for a listing as it lies on the server; a rendered page is not that."""
    errand = listing_errand(request)
    if errand is None or errand.kind not in KINDS or errand.render is not None or request.method != "GET":
        return None
    return errand


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
