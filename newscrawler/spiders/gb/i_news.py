"""The i Paper, a quality paper in English, the United Kingdom."""

from newscrawler.news_spider import NewsSpider


class INewsSpider(NewsSpider):
    name = "i_news"
    title = "The i Paper"
    country = "GB"
    kind = "quality"
    language = "en"
    timezone = "Europe/London"
    allowed_domains = ("inews.co.uk",)
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 113 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "news": "/category/news", "politics": "/category/news/politics", "uk": "/category/news/uk",
        "world": "/category/news/world", "health": "/category/news/health",
        "education": "/category/news/education", "science": "/category/news/science",
        "environment": "/category/news/environment", "opinion": "/category/opinion",
        "culture": "/category/culture", "lifestyle": "/category/inews-lifestyle",
        "money": "/category/inews-lifestyle/money",
    }  # fmt: skip
    section_names = {
        "news": ("News",), "politics": ("Politics",), "uk": ("UK",), "world": ("World",),
        "health": ("Health",), "education": ("Education",), "science": ("Science",),
        "environment": ("Environment",), "opinion": ("Opinion",), "culture": ("Culture",),
        "lifestyle": ("Life & More",), "money": ("Money",),
    }  # fmt: skip
    feeds = ("/feed",)
    sitemaps = ("/sitemap.xml", "/sitemap.xml?yyyy={YYYY}&mm={MM}&dd={DD}")
    article_path = r"^/(?!category/|topic/|author/)(?:[\w-]+/)+[\w-]+-\d{6,8}$"
    article_number = r"-(\d{6,8})(?:[?#]|$)"
    topic_path = r"^/topic/[\w-]+$"
