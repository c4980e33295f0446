"""Redirects: followed within bounds, on the site, and never in a circle; each that is not says why."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware
from scrapy.downloadermiddlewares.redirect import (
    BaseRedirectMiddleware,
    MetaRefreshMiddleware,
    RedirectMiddleware,
)
from scrapy.http import HtmlResponse, TextResponse
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.response import get_meta_refresh
from w3lib.html import get_meta_refresh as w3lib_meta_refresh

from newscrawler.download.chain_cookies import ChainCookies
from newscrawler.exceptions import Failed, Refused
from newscrawler.run.errand import errand_of

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response

SCHEMES = frozenset({"http", "https"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})

REFRESH_BYTES = 16_384
"""Where Scrapy would find a meta refresh: its first 4096 characters, in any encoding."""

_SCHEME = re.compile(rb"\s*([a-z][a-z0-9+.-]{0,30}):", re.IGNORECASE)


class CheckedRedirect(BaseRedirectMiddleware):
    """Looks at a redirect before it is scheduled: Scrapy drops off-site and circular ones without a word."""

    def handle_referer(self, request: Request, response: Response) -> None:
        """Send none after a redirect; Scrapy's own would complain in each run that nothing sets one."""
        request.headers.pop("Referer", None)

    def _engine_started(self) -> None:
        """Do nothing: Scrapy's own looks for a RefererMiddleware, and warns where there is none."""

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        target = urlparse_cached(redirected)
        if target.scheme not in SCHEMES:
            raise Refused("scheme", redirected.url)
        before = [*request.meta.get("redirect_urls", []), request.url]
        comes_round = _without_fragment(redirected.url) in {_without_fragment(url) for url in before}
        if comes_round and not _has_cookies_for(request, redirected):
            raise Failed("redirect_loop", redirected.url)
        if request.meta.get("redirect_times", 0) >= self.max_redirect_times:
            raise Failed("redirects", f"more than {self.max_redirect_times}")
        offsite = self.crawler.get_downloader_middleware(OffsiteMiddleware)
        spider = self.crawler.spider
        # the offsite middleware lets requests marked dont_filter pass; where one leads to is not the spider's
        # word
        allowed = offsite is None or spider is None or offsite.should_follow(redirected, spider)
        if allowed or request.meta.get("allow_offsite"):
            onward = super()._redirect(redirected, request, reason)
            onward.dont_filter = (
                onward.dont_filter or comes_round
            )  # its URL was asked for, without the cookie
            return onward
        raise Refused("offsite", redirected.url)


class FollowRedirectsMiddleware(CheckedRedirect, RedirectMiddleware):
    """Scrapy's RedirectMiddleware with a look before."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """Follow a Location; where it leads in a circle for want of a cookie that it sets, with that one.

        :raises Refused: ``scheme`` or ``offsite``.
        :raises Failed: ``redirects``, ``redirect_loop``, ``redirect_url``.
        """
        if response.status in REDIRECTS and not request.meta.get("dont_redirect"):
            scheme = _SCHEME.match(response.headers.get("Location") or b"")
            if scheme and scheme.group(1).lower().decode() not in SCHEMES:
                raise Refused("scheme", scheme.group(1).decode())
            _take_cookies(request, response)
        try:
            return super().process_response(request, response)
        except ValueError as error:  # w3lib and Scrapy raise it for what is no URL
            raise Failed("redirect_url", str(error)) from error


class FollowMetaRefreshMiddleware(CheckedRedirect, MetaRefreshMiddleware):
    """Scrapy's MetaRefreshMiddleware with a look before; a page that reloads itself is not a redirect."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """Follow a meta refresh to another page, or a ``Refresh`` header, which browsers take for the same.

        :raises Refused: ``offsite``.
        :raises Failed: ``redirects``, ``redirect_loop``, ``redirect_url``.
        """
        if (stated := response.headers.get("Refresh")) and isinstance(response, HtmlResponse):
            return self._follow_header(request, response, stated.decode("latin-1"))
        if b"refresh" not in response.body[:REFRESH_BYTES].lower():
            return response  # without decoding the page, which nearly every one is spared
        try:
            if isinstance(response, HtmlResponse) and _reloads_itself(response, self._ignore_tags):
                return response
            return super().process_response(request, response)
        except ValueError as error:
            raise Failed("redirect_url", str(error)) from error

    def _follow_header(self, request: Request, response: Response, stated: str) -> Request | Response:
        tag = f'<meta http-equiv="refresh" content="{escape(stated)}">'
        seconds, url = w3lib_meta_refresh(tag, response.url)
        if (
            url is None
            or seconds is None
            or seconds > self._maxdelay
            or request.meta.get("dont_redirect")
            or _without_fragment(url) == _without_fragment(response.url)
        ):
            return response
        try:
            redirected = self._build_redirect_request(request, response, url=url, method="GET", body="")
            return self._redirect(redirected, request, "Refresh header")
        except ValueError as error:
            raise Failed("redirect_url", str(error)) from error


class ScriptRedirects(CheckedRedirect):
    """What a page's script leads to is a redirect like any other: ``RenderMiddleware`` asks for it here."""

    def follow(self, request: Request, response: Response, url: str) -> Request:
        """Return the request that follows.

        :raises Refused: ``scheme`` or ``offsite``.
        :raises Failed: ``redirects``, ``redirect_loop``, ``redirect_address``.
        """
        try:
            redirected = self._build_redirect_request(request, response, url=url, method="GET", body="")
            return self._redirect(redirected, request, "script")
        except ValueError as error:
            raise Failed("redirect_address", str(error)) from error


def _take_cookies(request: Request, response: Response) -> None:
    """Keep what a redirect sets, until the request has come to its end."""
    errand = errand_of(request)
    if errand is not None and "Set-Cookie" in response.headers:
        errand.cookies = errand.cookies or ChainCookies()
        errand.cookies.take(request, response)


def _has_cookies_for(request: Request, redirected: Request) -> bool:
    """Tell whether a request that comes round is another one by the cookies that it now has."""
    errand = errand_of(request)
    return errand is not None and errand.cookies is not None and errand.cookies.change(redirected)


def _reloads_itself(response: TextResponse, ignore_tags: list[str]) -> bool:
    _, url = get_meta_refresh(response, ignore_tags=tuple(ignore_tags))
    return bool(url) and _without_fragment(str(url)) == _without_fragment(response.url)


def _without_fragment(url: str) -> str:
    return url.partition("#")[0]
