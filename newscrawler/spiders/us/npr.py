"""NPR, a public broadcaster in English, the United States."""

from newscrawler.news_spider import NewsSpider


class NprSpider(NewsSpider):
    name = "npr"
    title = "NPR"
    country = "US"
    kind = "public"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("npr.org",)
    home = "https://www.npr.org"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 19 known URLs.
    verified = ("facts 2026", "page 2016")
    sections = {
        "news": "/sections/news/", "national": "/sections/national/", "world": "/sections/world/",
        "politics": "/sections/politics/", "business": "/sections/business/", "health": "/sections/health/",
        "science": "/sections/science/", "climate": "/sections/climate/", "race": "/sections/codeswitch/",
        "culture": "/sections/culture/", "books": "/books/", "movies": "/sections/movies/",
        "television": "/sections/television/",
    }  # fmt: skip
    section_names = {
        "news": ("News",), "national": ("National",), "world": ("World",), "politics": ("Politics",),
        "business": ("Business",), "health": ("Health",), "science": ("Science",), "climate": ("Climate",),
        "race": ("Race",), "culture": ("Culture",), "books": ("Books",), "movies": ("Movies",),
        "television": ("Television",),
    }  # fmt: skip
    feeds = ("https://feeds.npr.org/1125/rss.xml",)
    article_path = (
        r"^/(?:sections/[\w-]+/)?\d{4}/\d{2}/\d{2}/(?:\d+|[a-z]+-?s1-\d+)/[\w-]+$|"
        r"^/\d{4}/\d{2}/\d{2}/(?:\d+|nx-s1-\d+|g-s1-\d+)(?:/|$)"
    )
    article_number = r"/\d{4}/\d{2}/\d{2}/(\d+|nx-s1-\d+|g-s1-\d+)(?:/|[?#]|$)"
    topic_path = r"^/(?:tags|series)/\d+/[\w-]+$"
