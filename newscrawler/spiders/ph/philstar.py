"""Philstar.com, a general news site in English, the Philippines."""

from newscrawler.news_spider import NewsSpider


class PhilstarSpider(NewsSpider):
    name = "philstar"
    title = "Philstar.com"
    country = "PH"
    kind = "general"
    language = "en"
    timezone = "Asia/Manila"
    allowed_domains = ("philstar.com",)
    home = "https://www.philstar.com"
    languages = {"/pilipino-star-ngayon/": "tl", "/pang-masa/": "tl"}
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 7 known URLs.
    verified = ("facts 2026",)
    sections = {
        "headlines": "/headlines", "nation": "/nation", "business": "/business", "sports": "/sports",
        "entertainment": "/entertainment", "lifestyle": "/lifestyle", "opinion": "/opinion",
    }  # fmt: skip
    section_feeds = {
        "headlines": "/rss/headlines", "business": "/rss/business", "entertainment": "/rss/entertainment",
        "nation": "/rss/nation", "sports": "/rss/sports",
    }  # fmt: skip
    feeds = ("https://interaksyon.philstar.com/feed/",)
    article_path = r"/\d{4}/\d{2}/\d{2}/\d{6,8}/[\w-]+$"
    article_number = r"/\d{4}/\d{2}/\d{2}/(\d{6,8})/"
