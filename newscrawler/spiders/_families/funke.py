"""Funke: the regional papers of the Funke media group, which share one CMS."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class FunkeSpider(NewsSpider):
    """Layouts and article numbers of all papers of the group."""

    article_path = r"/article\d+/[^/]+\.html$"
    article_number = r"/article(\d+)/"
    # the h1 stands among the breadcrumbs and is worded for search engines; readers see the h2
    layouts = (
        Layout(
            name="2025",
            marker="main hgroup h2",
            headline="main hgroup h2",
            topics="main > section > ul > li.inline-grid > a, main > div > ul > li > a.text-overline",
        ),
    )
