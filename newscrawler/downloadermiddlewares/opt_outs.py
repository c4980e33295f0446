"""AI and text-mining opt-outs of answers: noted for the article, obeyed if the operator says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.ai_opt_outs import header_opt_outs, page_opt_outs
from newscrawler.exceptions import Refused

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class OptOutsMiddleware:
    """Puts the opt-outs of robots.txt and headers into ``request.meta["opt_outs"]``, which the article takes over.

    Those of the page itself are read where it is parsed; before that only if they are to be obeyed.
    Setting: ``OBEY_AI_OPT_OUTS`` (then a page with an opt-out is refused: ``ai_opt_out``).
    """

    def __init__(self, crawler: Crawler) -> None:
        self.obey = crawler.settings.getbool("OBEY_AI_OPT_OUTS")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Ask not even for what robots.txt opts out.

        :raises Refused: ``ai_opt_out``.
        """
        self._judge(request)

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the opt-outs of an answer.

        :raises Refused: ``ai_opt_out``.
        """
        if request.meta.get("robots_file"):
            return response
        headers = {
            name.decode("latin-1").lower(): [value.decode("latin-1") for value in values]
            for name, values in response.headers.items()
        }
        stated = [*request.meta.get("opt_outs", []), *header_opt_outs(headers)]
        if self.obey:
            stated += page_opt_outs(response.body)
        request.meta["opt_outs"] = list(dict.fromkeys(stated))
        self._judge(request)
        return response

    def _judge(self, request: Request) -> None:
        stated = request.meta.get("opt_outs")
        if self.obey and stated and "listed" in request.meta:
            raise Refused("ai_opt_out", ", ".join(stated))
