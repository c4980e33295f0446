"""cleveland.com, a regional paper in English, the United States."""

from newscrawler.news_spider import NewsSpider


class ClevelandSpider(NewsSpider):
    name = "cleveland"
    title = "cleveland.com"
    country = "US"
    kind = "regional"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("cleveland.com",)
    home = "https://www.cleveland.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 16 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "metro": "/metro/", "crime": "/crime/", "politics": "/politics/", "news": "/news/",
        "entertainment": "/entertainment/", "music": "/music/", "dining": "/dining/",
    }  # fmt: skip
    section_names = {
        "metro": ("Metro",), "crime": ("Crime",), "politics": ("National Politics & Elections",),
        "news": ("News",), "entertainment": ("Entertainment",), "music": ("Music",),
        "dining": ("Dining Out",),
    }  # fmt: skip
    feeds = ("https://cleveland.com/arc/outboundfeeds/rss/category/news/?outputType=xml",)
    article_path = r"^/[\w-]+/\d{4}/\d{2}/[\w-]+\.html$|^/[\w-]+/index\.ssf/\d{4}/\d{2}/[\w]+\.html$"
