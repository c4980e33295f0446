"""AI and text-mining opt-outs of answers: noted for the article, obeyed if the operator says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.ai_opt_outs import header_opt_outs, page_opt_outs
from newscrawler.exceptions import Refused
from newscrawler.run.errand import article_errand

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class OptOutsMiddleware:
    """Adds the opt-outs of headers to those of robots.txt in the errand of an article, which takes them over.

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
        errand = article_errand(request)
        if errand is None:
            return response
        headers = {
            name.decode("latin-1").lower(): [value.decode("latin-1") for value in values]
            for name, values in response.headers.items()
        }
        stated = [*errand.opt_outs, *header_opt_outs(headers)]
        if self.obey:
            stated += page_opt_outs(response.body)
        errand.opt_outs = list(dict.fromkeys(stated))
        self._judge(request)
        return response

    def _judge(self, request: Request) -> None:
        errand = article_errand(request)
        if self.obey and errand is not None and errand.opt_outs:
            raise Refused("ai_opt_out", ", ".join(errand.opt_outs))
