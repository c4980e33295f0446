"""Anadolu Ajansı, a news agency in Turkish, Türkiye."""

from newscrawler.news_spider import NewsSpider


class AnadoluSpider(NewsSpider):
    name = "anadolu"
    title = "Anadolu Ajansı"
    country = "TR"
    kind = "agency"
    language = "tr"
    timezone = "Europe/Istanbul"
    agency = "AA"
    allowed_domains = ("aa.com.tr",)
    home = "https://www.aa.com.tr"
    languages = {"/en/": "en", "/ar/": "ar", "/ru/": "ru", "/fr/": "fr", "/es/": "es"}
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 6 known URLs.
    verified = ("facts 2026",)
    sections = {
        "gundem": "/tr/gundem", "ekonomi": "/tr/ekonomi", "spor": "/tr/spor", "egitim": "/tr/egitim",
        "yasam": "/tr/yasam",
    }  # fmt: skip
    feeds = ("/tr/rss/default?cat=guncel", "/en/rss/default?cat=live")
    article_path = r"^/[a-z]{2}/[\w-]+/[^/]+/\d+$"
    article_number = r"/(\d{5,8})(?:[?#]|$)"
