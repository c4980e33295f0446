"""The hostile newsroom as publications, for crawls as users start them."""

from typing import ClassVar

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.listing_layout import HtmlListing, JsonListing, ListingLayout
from tests.hostile.hostile_server import SITE


class GazetteSpider(NewsSpider):
    name = "gazette"
    allowed_domains = (SITE,)
    language = "en"
    timezone = "Europe/London"
    sections: ClassVar = {"front": "/"}
    article_links = "a.article"


class JsonGazetteSpider(GazetteSpider):
    """Its further rows and its topics are asked for."""

    name = "json_gazette"
    listing_layouts = (
        ListingLayout(
            "declared",
            marker="html",
            rows=HtmlListing(row="a.article"),
            api={"section": JsonListing("/rows", method="GET", rows="items")},
            topic_url="/topics/{slug}",
            topic_index="/topics",
        ),
    )


class FeedGazetteSpider(GazetteSpider):
    name = "feed_gazette"
    sections: ClassVar = {}
    feeds = ("/feed.xml",)
