"""Los Angeles Times, a quality paper in English, the United States."""

from newscrawler.news_spider import NewsSpider


class LaTimesSpider(NewsSpider):
    name = "la_times"
    title = "Los Angeles Times"
    country = "US"
    kind = "quality"
    language = "en"
    timezone = "America/Los_Angeles"
    allowed_domains = ("latimes.com",)
    home = "https://www.latimes.com"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: known URLs; articles: 8 known URLs.
    verified = ("facts 2026",)
    sections = {
        "world-nation": "/world-nation", "politics": "/politics", "business": "/business",
        "entertainment-arts": "/entertainment-arts", "sports": "/sports", "science": "/science",
        "opinion": "/opinion",
    }  # fmt: skip
    feeds = (
        "http://feeds.latimes.com/latimes/news/nationworld/nation",
        "http://feeds.latimes.com/latimes/travel",
    )  # fmt: skip
    news_sitemaps = ("/news-sitemap.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"/story/\d{4}-\d{2}-\d{2}/[\w-]+$|/story/[0-9a-f-]{36}/[\w-]+$|/la-[\w-]+-story\.html$"
    topic_path = r"^/topic/[\w-]+$"
