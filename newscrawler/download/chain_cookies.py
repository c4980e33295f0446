"""Chain cookies: what a chain of redirects sets, sent back where it comes round, and forgotten at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.http.cookies import CookieJar

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response


class ChainCookies:
    """The cookies that answered one request on its way; those of another host or path are not its own.

    A server that gives each reader a cookie and leads back for a look whether it came would lead one without
    cookies in a circle. No cookie is sent anywhere but in such a circle.
    """

    def __init__(self) -> None:
        self._jar = CookieJar()
        self._sent: set[bytes] = set()

    def take(self, request: Request, response: Response) -> None:
        """Keep what an answer sets."""
        self._jar.extract_cookies(response, request)

    def change(self, request: Request) -> bool:
        """Give a request that would come round again its cookies; tell whether it is another one by that."""
        request.headers.pop("Cookie", None)
        self._jar.add_cookie_header(request)
        cookies = request.headers.get("Cookie")
        if not cookies or cookies in self._sent:
            return False
        self._sent.add(cookies)
        return True
