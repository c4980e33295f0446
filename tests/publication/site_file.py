"""The file of a site as a user writes it, and the ways to break it."""

from __future__ import annotations

SITE_FILE = '''"""A daily."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class BadSpider(NewsSpider):
    """bad.example."""

    name = "bad"
    allowed_domains = ("bad.example",)
    timezone = "Europe/London"
    next_page = "a[rel=next]"
    layouts = (Layout(name="2026", marker="div.story", headline="h1"),)
'''


def with_change(old: str, new: str) -> str:
    """Return the file with a change, and with the imports that it needs."""
    assert old in SITE_FILE
    text = SITE_FILE.replace(old, new)
    if "ImageRule" in text:
        text = text.replace("import Layout\n", "import ImageRule, Layout\n")
    if "HtmlListing" in text:
        names = "HtmlListing, JsonListing, ListingLayout"
        text = text.replace(
            "import Layout\n", f"import Layout; from newscrawler.publication.listing_layout import {names}\n"
        )
    return text
