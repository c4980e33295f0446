"""WIRED, a technology site in English, the United States."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class WiredSpider(NewsSpider):
    name = "wired"
    title = "WIRED"
    country = "US"
    kind = "technology"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("wired.com",)
    home = "https://www.wired.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 122 known URLs.
    verified = ("facts 2026", "page 2019", "page 2024")
    sections = {
        "business": "/category/business/", "science": "/category/science/",
        "security": "/category/security/", "politics": "/category/politics/",
        "backchannel": "/category/backchannel/", "culture": "/category/culture/",
        "ideas": "/category/ideas/", "gear": "/category/gear/", "ai": "/category/artificial-intelligence/",
        "transportation": "/category/transportation/",
    }  # fmt: skip
    section_names = {
        "business": ("Business",), "science": ("Science",), "security": ("Security",),
        "politics": ("Politics",), "backchannel": ("Backchannel",), "culture": ("Culture",),
        "ideas": ("Ideas",), "gear": ("Gear",), "ai": ("Artificial Intelligence",),
        "transportation": ("Transportation",),
    }  # fmt: skip
    section_feeds = {"security": "/category/security/feed/"}
    feeds = ("/feed/rss",)
    news_sitemaps = ("/feed/google-latest-news/sitemap-google-news",)
    sitemaps = ("/sitemap.xml", "/sitemap-archive-1.xml")
    article_path = r"^/(?:story|review|gallery)/[\w-]+/?$|^/\d{4}/\d{2}/[\w-]+/?$"
    topic_path = r"^/tag/[\w-]+/$"

    layouts = (
        Layout(name="2024", marker="[data-testid=TagCloudWrapper]", topics="[data-testid=TagCloudWrapper] a"),
    )
