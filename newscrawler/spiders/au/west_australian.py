"""The West Australian, a regional paper in English, Australia."""

from newscrawler.news_spider import NewsSpider


class WestAustralianSpider(NewsSpider):
    name = "west_australian"
    title = "The West Australian"
    country = "AU"
    kind = "regional"
    language = "en"
    timezone = "Australia/Perth"
    allowed_domains = ("thewest.com.au",)
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 20 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "news": "/news", "wa": "/news/wa", "australia": "/news/australia", "world": "/news/world",
        "crime": "/news/crime", "politics": "/politics", "business": "/business", "sport": "/sport",
        "afl": "/sport/afl", "opinion": "/opinion", "lifestyle": "/lifestyle",
        "entertainment": "/entertainment", "travel": "/travel", "technology": "/technology",
    }  # fmt: skip
    section_names = {
        "news": ("News",), "wa": ("WA News",), "australia": ("Australia",), "world": ("World",),
        "crime": ("Crime",), "politics": ("Politics",), "business": ("Business",), "sport": ("Sport",),
        "afl": ("AFL",), "opinion": ("Opinion",), "lifestyle": ("Lifestyle",),
        "entertainment": ("Entertainment",), "travel": ("Travel",), "technology": ("Technology",),
    }  # fmt: skip
    section_feeds = {"wa": "/news/wa/rss"}
    feeds = ("/rss",)
    news_sitemaps = ("/news-sitemap.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"-c-\d+$|-ng-b\d+z$"
    article_number = r"-(c-\d+|ng-b\d+z)(?:[?#]|$)"
    topic_path = r"^/topic/[\w-]+$"
