"""Daily Maverick, a quality paper in English, South Africa."""

from newscrawler.news_spider import NewsSpider


class DailyMaverickSpider(NewsSpider):
    name = "daily_maverick"
    title = "Daily Maverick"
    country = "ZA"
    kind = "quality"
    language = "en"
    timezone = "Africa/Johannesburg"
    allowed_domains = ("dailymaverick.co.za",)
    home = "https://www.dailymaverick.co.za"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 5 known URLs.
    verified = ("facts 2026",)
    sections = {
        "news": "/section/news/", "south-africa": "/section/south-africa/", "world": "/section/world/",
        "business": "/section/business/", "maverick-citizen": "/section/maverick-citizen/",
        "sport": "/section/sport/", "maverick-news": "/section/maverick-news/",
        "politics": "/section/politics/",
    }  # fmt: skip
    feeds = ("/feed/summaryengine", "/dmrss")
    news_sitemaps = ("/news-sitemap.xml",)
    sitemaps = ("/sitemap_index.xml",)
    article_path = r"^/(?:article|opinionista)/\d{4}-\d{2}-\d{2}-[\w-]+/?$"
    topic_path = r"^/article_tag/[\w-]+/$"
