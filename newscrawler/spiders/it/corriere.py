"""Corriere della Sera, a quality paper in Italian, Italy."""

from newscrawler.news_spider import NewsSpider


class CorriereSpider(NewsSpider):
    name = "corriere"
    title = "Corriere della Sera"
    country = "IT"
    kind = "quality"
    language = "it"
    timezone = "Europe/Rome"
    allowed_domains = ("corriere.it",)
    home = "https://www.corriere.it"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 6 known URLs.
    verified = ("facts 2026",)
    sections = {
        "cronache": "/cronache/", "politica": "/politica/", "esteri": "/esteri/", "economia": "/economia/",
        "sport": "/sport/", "scienze": "/scienze/", "salute": "/salute/",
    }  # fmt: skip
    feeds = ("/rss/homepage.xml",)
    sitemaps = (
        "/rss/sitemap_v2.xml", "/dynamic-sitemap/sitemap-last-100/Economia.xml",
        "/dynamic-sitemap/sitemap-last-100/Salute.xml",
    )  # fmt: skip
    article_path = r"/\d{2}_[a-z]+_\d{2}/[\w-]+\.shtml$"
    article_number = r"-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-z]{12,14})"
