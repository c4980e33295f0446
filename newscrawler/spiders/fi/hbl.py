"""Hufvudstadsbladet, a quality paper in Swedish, Finland."""

from newscrawler.news_spider import NewsSpider


class HblSpider(NewsSpider):
    name = "hbl"
    title = "Hufvudstadsbladet"
    country = "FI"
    kind = "quality"
    language = "sv"
    timezone = "Europe/Helsinki"
    allowed_domains = ("hbl.fi",)
    home = "https://www.hbl.fi"
    # Feeds and sitemaps: public lists of 2026; articles: 2 known URLs.
    verified = ("facts 2026",)
    feeds = ("/rss",)
    article_path = r"^/(?:artikel/[\w-]+|\d{4}-\d{2}-\d{2}/[\w-]+)/?$"
