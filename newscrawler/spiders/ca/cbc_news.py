"""CBC News, a public broadcaster in English, Canada."""

from newscrawler.news_spider import NewsSpider


class CbcNewsSpider(NewsSpider):
    name = "cbc_news"
    title = "CBC News"
    country = "CA"
    kind = "public"
    language = "en"
    timezone = "America/Toronto"
    allowed_domains = ("cbc.ca",)
    home = "https://www.cbc.ca"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 7 known URLs.
    verified = ("facts 2026",)
    sections = {
        "world": "/news/world", "canada": "/news/canada", "politics": "/news/politics",
        "business": "/news/business", "health": "/news/health",
    }  # fmt: skip
    feeds = ("/webfeed/rss/rss-topstories",)
    article_path = r"-\d\.\d{6,7}$"
    article_number = r"-(\d\.\d{6,7})(?:[?#]|$)"
