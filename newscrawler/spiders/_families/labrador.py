"""Labrador: a CMS of Nordic papers."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class LabradorSpider(NewsSpider):
    """The layout of articles."""

    layouts = (
        Layout(
            name="2024",
            marker="article.article-entity",
            authors=".bylines .byline address.name",
            topics="[itemprop=keywords] a",
        ),
    )
