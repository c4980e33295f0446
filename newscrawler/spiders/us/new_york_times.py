"""The New York Times, a quality paper in English, the United States."""

from newscrawler.news_spider import NewsSpider


class NewYorkTimesSpider(NewsSpider):
    name = "new_york_times"
    title = "The New York Times"
    country = "US"
    kind = "quality"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("nytimes.com",)
    home = "https://www.nytimes.com"
    # Feeds and sitemaps: public lists of 2021; sections: known URLs; articles: 232 known URLs.
    verified = ("facts 2026",)
    sections = {
        "world": "/section/world", "nyregion": "/section/nyregion", "business": "/section/business",
        "science": "/section/science", "arts": "/section/arts", "opinion": "/section/opinion",
    }  # fmt: skip
    feeds = ("https://rss.nytimes.com/services/xml/rss/nyt/HomePage.xml",)
    sitemaps = ("http://www.nytimes.com/sitemaps/sitemap_news/sitemap.xml.gz",)
    article_path = r"^/(?:interactive/)?\d{4}/\d{2}/\d{2}/(?:[\w-]+/)+[\w-]+\.html$"
    topic_path = r"^/(?:topic|by)/[\w/-]+$"
