"""Tamedia: the papers of the Swiss publisher, which share one CMS."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class TamediaSpider(NewsSpider):
    """Layout and article numbers of all papers of the publisher."""

    article_number = r"-(\d{9,12})(?:[?#]|$)"
    # the h1 stands among the breadcrumbs and is worded for search engines; readers see the h2
    layouts = (
        Layout(name="2023", marker="[data-testid=content-title]", headline="[data-testid=content-title]"),
    )
