"""TechCrunch, a technology site in English, the United States."""

from newscrawler.news_spider import NewsSpider


class TechcrunchSpider(NewsSpider):
    name = "techcrunch"
    title = "TechCrunch"
    country = "US"
    kind = "technology"
    language = "en"
    timezone = "America/Los_Angeles"
    allowed_domains = ("techcrunch.com",)
    # Feeds and sitemaps: public lists of 2024 to 2026; sections: a menu; articles: 52 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "startups": "/category/startups/", "venture": "/category/venture/",
        "security": "/category/security/", "ai": "/category/artificial-intelligence/",
        "crypto": "/category/cryptocurrency/", "fintech": "/category/fintech/",
        "hardware": "/category/hardware/", "transportation": "/category/transportation/",
        "media": "/category/media-entertainment/",
    }  # fmt: skip
    section_names = {
        "startups": ("Startups",), "venture": ("Venture",), "security": ("Security",), "ai": ("AI",),
        "crypto": ("Crypto",), "fintech": ("Fintech",), "hardware": ("Hardware",),
        "transportation": ("Transportation",), "media": ("Media & Entertainment",),
    }  # fmt: skip
    feeds = ("/feed/",)
    news_sitemaps = ("/news-sitemap.xml",)
    sitemaps = ("/sitemap_index.xml",)
    article_path = r"^/\d{4}/\d{2}/\d{2}/[\w-]+/?$"
    topic_path = r"^/tag/[\w-]+/$"
