"""Lesotho Times, a general news site in English, Lesotho."""

from newscrawler.news_spider import NewsSpider


class LesothoTimesSpider(NewsSpider):
    name = "lesotho_times"
    title = "Lesotho Times"
    country = "LS"
    kind = "general"
    language = "en"
    timezone = "Africa/Maseru"
    allowed_domains = ("lestimes.com",)
    # Feeds and sitemaps: public lists of 2025 to 2026; sections: a menu; articles: 52 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "news": "/category/news/", "local-news": "/category/news/local-news/",
        "crime-courts": "/category/crime-courts/", "business": "/category/business/",
        "sport": "/category/sport/", "features": "/category/features-analysis/",
        "opinion": "/category/opinion/", "comment": "/category/comment/",
        "big-interview": "/category/big-interview/", "scrutator": "/category/scrutator/",
    }  # fmt: skip
    section_names = {
        "news": ("News",), "local-news": ("Local News",), "crime-courts": ("Crime & Courts",),
        "business": ("Business",), "sport": ("Sport",), "features": ("Features",), "opinion": ("Opinion",),
        "comment": ("Comment",), "big-interview": ("Big Interview",), "scrutator": ("Scrutator",),
    }  # fmt: skip
    feeds = ("/feed/",)
    sitemaps = ("/sitemap_index.xml",)
    article_path = r"^/(?!category|tag|author)\w+(?:-\w+){2,}/?$"
    topic_path = r"^/tag/[\w-]+/$"
