"""Neue Zürcher Zeitung, a quality paper in German, Switzerland."""

from newscrawler.news_spider import NewsSpider


class NzzSpider(NewsSpider):
    name = "nzz"
    title = "Neue Zürcher Zeitung"
    country = "CH"
    kind = "quality"
    language = "de"
    timezone = "Europe/Zurich"
    allowed_domains = ("nzz.ch",)
    home = "https://www.nzz.ch"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 36 known URLs.
    verified = ("facts 2026", "page 2023")
    sections = {
        "international": "/international", "wirtschaft": "/wirtschaft", "finanzen": "/finanzen",
        "meinung": "/meinung", "feuilleton": "/feuilleton", "schweiz": "/schweiz", "zuerich": "/zuerich",
        "sport": "/sport", "panorama": "/panorama", "wissenschaft": "/wissenschaft",
        "technologie": "/technologie", "gesellschaft": "/gesellschaft",
    }  # fmt: skip
    section_names = {
        "international": ("International",), "wirtschaft": ("Wirtschaft",), "finanzen": ("Finanzen",),
        "meinung": ("Meinung",), "feuilleton": ("Feuilleton",), "schweiz": ("Schweiz",),
        "zuerich": ("Zürich",), "sport": ("Sport",), "panorama": ("Panorama",),
        "wissenschaft": ("Wissenschaft",), "technologie": ("Technologie",),
        "gesellschaft": ("Gesellschaft",),
    }  # fmt: skip
    section_feeds = {
        "feuilleton": "https://nzz.ch/feuilleton.rss", "finanzen": "https://nzz.ch/finanzen.rss",
        "schweiz": "https://nzz.ch/schweiz.rss", "wirtschaft": "https://nzz.ch/wirtschaft.rss",
    }  # fmt: skip
    news_sitemaps = ("/sitemap/news0.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"-?ld\.\d+$"
    article_number = r"ld\.(\d+)"
