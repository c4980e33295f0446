"""The Guardian, a quality paper in English, the United Kingdom."""

from newscrawler.news_spider import NewsSpider


class GuardianSpider(NewsSpider):
    name = "guardian"
    title = "The Guardian"
    country = "GB"
    kind = "quality"
    language = "en"
    timezone = "Europe/London"
    allowed_domains = ("theguardian.com",)
    home = "https://www.theguardian.com"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 47 known URLs.
    verified = ("facts 2026",)
    sections = {
        "uk": "/uk-news", "world": "/world", "us": "/us-news", "australia": "/australia-news",
        "politics": "/politics", "environment": "/environment", "business": "/business",
        "technology": "/technology", "science": "/science", "sport": "/sport", "football": "/football",
        "books": "/books", "film": "/film", "music": "/music", "commentisfree": "/commentisfree",
        "society": "/society", "media": "/media",
    }  # fmt: skip
    news_sitemaps = ("/sitemaps/news.xml",)
    article_path = r"^/[\w-]+(?:/[\w-]+)*/\d{4}/[a-z]{3}/\d{2}/[\w-]+$"
    topic_path = r"^/[\w-]+/[\w-]+$"
