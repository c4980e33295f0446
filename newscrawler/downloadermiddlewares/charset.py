"""Charset: an answer that declares what is no charset gets one before Scrapy decodes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.http import TextResponse

from newscrawler.document.charset import UNKNOWN, as_utf8, declares_no_charset

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response


class CharsetMiddleware:
    """Makes ``response.text`` safe where the site declares a codec of Python that is no charset.

    Scrapy would decode by it: ``punycode`` takes hours for a page of some megabytes, ``zlib`` raises. The
    bytes themselves then say which charset it is.
    """

    def process_response(self, request: Request, response: Response) -> Response:
        """Return the answer, with a charset of its own if its declaration is of no use."""
        if not isinstance(response, TextResponse):
            return response
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        if not declares_no_charset(response.body, content_type):
            return response
        _, name = as_utf8(response.body, content_type, response.url)
        return response.replace(encoding="utf-8" if name == UNKNOWN else name)
