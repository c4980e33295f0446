"""CNN, a broadcaster in English, the United States."""

from newscrawler.news_spider import NewsSpider


class CnnSpider(NewsSpider):
    name = "cnn"
    title = "CNN"
    country = "US"
    kind = "broadcaster"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("cnn.com",)
    home = "https://www.cnn.com"
    # Feeds and sitemaps: public lists of 2020 to 2021; sections: known URLs; articles: 40 known URLs.
    verified = ("facts 2026",)
    sections = {
        "us": "/us", "world": "/world", "politics": "/politics", "business": "/business",
        "health": "/health", "travel": "/travel", "sport": "/sport",
    }  # fmt: skip
    feeds = ("http://rss.cnn.com/rss/cnn_world.rss", "http://rss.cnn.com/rss/cnn_travel.rss")
    news_sitemaps = ("http://www.cnn.com/sitemaps/sitemap-news.xml", "/sitemap/news.xml")
    article_path = r"^/\d{4}/\d{2}/\d{2}/[\w-]+/[\w-]+(?:/index\.html)?/?$"
