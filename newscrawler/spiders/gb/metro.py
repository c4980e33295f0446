"""Metro, a tabloid in English, the United Kingdom."""

from newscrawler.news_spider import NewsSpider


class MetroSpider(NewsSpider):
    name = "metro"
    title = "Metro"
    country = "GB"
    kind = "tabloid"
    language = "en"
    timezone = "Europe/London"
    allowed_domains = ("metro.co.uk",)
    # Feeds and sitemaps: public lists of 2024 to 2026; sections: a menu; articles: 79 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "news": "/news/", "uk": "/news/uk/", "politics": "/news/politics/", "world": "/news/world/",
        "us": "/news/us/", "tech": "/news/tech/", "weird": "/news/weird/", "sport": "/sport/",
        "football": "/sport/football/", "entertainment": "/entertainment/", "lifestyle": "/lifestyle/",
    }  # fmt: skip
    section_names = {
        "news": ("News",), "uk": ("Channel: UK UK",), "politics": ("Politics",),
        "world": ("Channel: World World",), "us": ("US",), "tech": ("Tech",), "weird": ("Weird",),
        "sport": ("Sport",), "football": ("Football",), "entertainment": ("Entertainment",),
        "lifestyle": ("Lifestyle",),
    }  # fmt: skip
    feeds = ("/news/feed/",)
    news_sitemaps = ("/news-sitemap.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/\d{4}/\d{2}/\d{2}/[\w-]+-\d{6,9}/?$"
    article_number = r"-(\d{6,9})/?(?:[?#]|$)"
    topic_path = r"^/tag/[\w-]+/$"
