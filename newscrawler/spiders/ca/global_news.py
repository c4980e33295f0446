"""Global News, a broadcaster in English, Canada."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class GlobalNewsSpider(NewsSpider):
    name = "global_news"
    title = "Global News"
    country = "CA"
    kind = "broadcaster"
    language = "en"
    timezone = "America/Toronto"
    allowed_domains = ("globalnews.ca",)
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 33 known URLs.
    verified = ("facts 2026", "page 2026")
    sections = {
        "world": "/world/", "canada": "/canada/", "us-news": "/us-news/", "politics": "/politics/",
        "money": "/money/", "health": "/health/", "entertainment": "/entertainment/",
        "lifestyle": "/lifestyle/", "sports": "/sports/", "perspectives": "/perspectives/",
    }  # fmt: skip
    section_names = {
        "world": ("World",), "canada": ("Canada",), "us-news": ("U.S. News",), "politics": ("Politics",),
        "money": ("Money",), "health": ("Health",), "entertainment": ("Entertainment",),
        "lifestyle": ("Lifestyle",), "sports": ("Sports",), "perspectives": ("Perspectives",),
    }  # fmt: skip
    section_feeds = {"canada": "/canada/feed/"}
    feeds = ("/feed/",)
    news_sitemaps = ("/news-sitemap.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/news/\d+/[\w-]+/?$"
    article_number = r"/news/(\d+)/"
    topic_path = r"^/tag/[\w-]+/$"
    layouts = (Layout(name="2026", marker=".l-article", topics="meta[property='article:tag']@content"),)
