"""Habertürk, a broadcaster in Turkish, Türkiye."""

from newscrawler.news_spider import NewsSpider


class HaberturkSpider(NewsSpider):
    name = "haberturk"
    title = "Habertürk"
    country = "TR"
    kind = "broadcaster"
    language = "tr"
    timezone = "Europe/Istanbul"
    allowed_domains = ("haberturk.com",)
    home = "https://www.haberturk.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 49 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "gundem": "/gundem", "ekonomi": "/ekonomi", "dunya": "/dunya", "spor": "/spor",
        "magazin": "/magazin", "saglik": "/saglik",
    }  # fmt: skip
    section_names = {
        "gundem": ("Gündem",), "ekonomi": ("Ekonomi",), "dunya": ("Dünya",), "spor": ("Spor",),
        "magazin": ("Magazin",), "saglik": ("Sağlık",),
    }  # fmt: skip
    feeds = ("/rss",)
    news_sitemaps = ("/sitemap_google_news.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"-\d{7}(?:-[\w]+)?$|/\d{7}-[\w-]+$"
    article_number = r"[-/](\d{7})(?:-|[?#]|$)"
