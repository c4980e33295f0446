"""Responses: an answer of Scrapy as discovery and extraction read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.answer import Answer
from newscrawler.download.page import page_of
from newscrawler.extract import Reading, read_page
from newscrawler.run.errand import errand_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.http import Response

    from newscrawler.items import ListedArticle
    from newscrawler.publication.site import Site


def load_article(
    response: Response, site: Site, listed: Sequence[ListedArticle] = (), *,
    explain: bool = False, witness: bool = False, bounds: Bounds = DEFAULT,
) -> Reading:  # fmt: skip
    """Read the article of a Scrapy response as ``read_page`` does."""
    page = page_of(response)
    return read_page(
        page.body, page.url, requested_url=page.requested_url, headers=page.headers,
        site=site, listed=listed, explain=explain, witness=witness, bounds=bounds,
        recognised=True,  # by the middleware that heeds refusals
    )  # fmt: skip


def answer_of(response: Response) -> Answer:
    """Return a response as discovery reads it."""
    page, errand = page_of(response), errand_of(response.request)
    is_rendered = errand is not None and errand.render is not None
    gave_up_at = errand.rendered.gave_up_at if errand and errand.rendered else None
    return Answer(page.url, page.body, page.headers, is_rendered, gave_up_at)
