"""The Wall Street Journal, a business paper in English, the United States."""

from newscrawler.news_spider import NewsSpider


class WsjSpider(NewsSpider):
    name = "wsj"
    title = "The Wall Street Journal"
    country = "US"
    kind = "business"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("wsj.com",)
    home = "https://www.wsj.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 24 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "world": "/news/world", "us": "/news/us", "politics": "/news/politics", "economy": "/news/economy",
        "business": "/news/business", "markets": "/news/markets", "opinion": "/news/opinion",
    }  # fmt: skip
    section_names = {
        "world": ("World",), "us": ("U.S.",), "politics": ("Politics",), "economy": ("Economy",),
        "business": ("Business",), "markets": ("Markets",), "opinion": ("Opinion",),
    }  # fmt: skip
    feeds = ("https://feeds.content.dowjones.io/public/rss/socialeconomyfeed",)
    article_path = r"^/articles/[\w-]+-\d{8,}$|^/articles/SB\d+$|^/(?:[\w-]+/){1,3}[\w-]+-[0-9a-f]{8}$"
    article_number = r"-([0-9a-f]{8}|\d{11}|\d{10})(?:[?#]|$)"
    topic_path = r"^/topics/[\w-]+/[\w-]+$"
