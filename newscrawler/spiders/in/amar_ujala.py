"""अमर उजाला (Amar Ujala), a general news site in Hindi, India."""

from newscrawler.news_spider import NewsSpider


class AmarUjalaSpider(NewsSpider):
    name = "amar_ujala"
    title = "अमर उजाला (Amar Ujala)"
    country = "IN"
    kind = "general"
    language = "hi"
    timezone = "Asia/Kolkata"
    allowed_domains = ("amarujala.com",)
    home = "https://www.amarujala.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 19 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "india": "/india-news", "world": "/world", "business": "/business",
        "uttar-pradesh": "/uttar-pradesh", "shimla": "/shimla", "technology": "/technology",
        "astrology": "/astrology", "photo-gallery": "/photo-gallery",
    }  # fmt: skip
    section_names = {
        "india": ("India News",), "world": ("World News",), "business": ("Business News",),
        "uttar-pradesh": ("उत्तर प्रदेश",), "shimla": ("Shimla",), "technology": ("टेक",),
        "astrology": ("Astrology",), "photo-gallery": ("फोटो",),
    }  # fmt: skip
    feeds = ("/rss/breaking-news.xml",)
    article_path = r"^/(?:[\w-]+/){1,3}\w+(?:-\w+){3,}$"
