"""The hostile newsroom as a publication, for a crawl as users start it."""

from typing import ClassVar

from newscrawler.news_spider import NewsSpider
from tests.hostile.server import SITE


class GazetteSpider(NewsSpider):
    name = "gazette"
    allowed_domains = (SITE,)
    language = "en"
    timezone = "Europe/London"
    sections: ClassVar = {"front": "/"}
    article_links = "a.article"
