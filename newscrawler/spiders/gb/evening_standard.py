"""The Standard, a regional paper in English, the United Kingdom."""

from newscrawler.news_spider import NewsSpider


class EveningStandardSpider(NewsSpider):
    name = "evening_standard"
    title = "The Standard"
    country = "GB"
    kind = "regional"
    language = "en"
    timezone = "Europe/London"
    allowed_domains = ("standard.co.uk",)
    home = "https://www.standard.co.uk"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: known URLs; articles: 2 known URLs.
    verified = ("facts 2026",)
    sections = {
        "news": "/news", "london": "/news/london", "world": "/news/world", "sport": "/sport",
        "football": "/sport/football", "culture": "/culture", "lifestyle": "/lifestyle",
    }  # fmt: skip
    section_feeds = {"london": "/news/london/rss", "world": "http://www.standard.co.uk/news/world/rss"}
    feeds = ("/rss",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"-(?:b|a)\d{6,8}\.html$"
    article_number = r"-([ab]\d{6,8})\.html"
    topic_path = r"^/topic/[\w-]+$"
