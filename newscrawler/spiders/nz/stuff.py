"""Stuff, a general news site in English, New Zealand."""

from newscrawler.news_spider import NewsSpider


class StuffSpider(NewsSpider):
    name = "stuff"
    title = "Stuff"
    country = "NZ"
    kind = "general"
    language = "en"
    timezone = "Pacific/Auckland"
    allowed_domains = ("stuff.co.nz",)
    home = "https://www.stuff.co.nz"
    # Feeds and sitemaps: public lists of 2020; sections: known URLs; articles: 16 known URLs.
    verified = ("facts 2026",)
    sections = {
        "national": "/national", "politics": "/politics", "world": "/world-news", "business": "/business",
        "life-style": "/life-style", "travel": "/travel",
    }  # fmt: skip
    feeds = ("http://www.stuff.co.nz/feeds/topstories.xml",)
    article_path = r"^/(?:[\w-]+/)+\d{6,9}/[\w-]+$"
    article_number = r"/(\d{6,9})/"
