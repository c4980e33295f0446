"""Labrador: a CMS of Nordic papers."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class LabradorSpider(NewsSpider):
    """The layout of articles."""

    layouts = (
        Layout(
            name="2024",
            marker=".byline address.name > a[itemprop='url name']",
            authors=".byline address.name > a[itemprop='url name']",
        ),
    )
