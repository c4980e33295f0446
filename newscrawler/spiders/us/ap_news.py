"""Associated Press, a news agency in English, the United States."""

from newscrawler.news_spider import NewsSpider


class ApNewsSpider(NewsSpider):
    name = "ap_news"
    title = "Associated Press"
    country = "US"
    kind = "agency"
    language = "en"
    timezone = "America/New_York"
    agency = "AP"
    allowed_domains = ("apnews.com",)
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 33 known URLs.
    verified = ("facts 2026",)
    sections = {
        "entertainment": "/hub/entertainment", "financial-markets": "/hub/financial-markets",
        "world-news": "/hub/world-news", "politics": "/hub/politics",
    }  # fmt: skip
    news_sitemaps = ("/news-sitemap-content.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/(?:article/[\w-]+|[0-9a-f]{32})$"
    article_number = r"(?:^|[/-])([0-9a-f]{32})(?:[?#]|$)"
    topic_path = r"^/hub/[\w-]+$"
