"""UrduPoint, a general news site in English, Pakistan."""

from newscrawler.news_spider import NewsSpider


class UrdupointSpider(NewsSpider):
    name = "urdupoint"
    title = "UrduPoint"
    country = "PK"
    kind = "general"
    language = "en"
    timezone = "Asia/Karachi"
    allowed_domains = ("urdupoint.com",)
    home = "https://www.urdupoint.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 16 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "pakistan": "/en/news/pakistan.html", "world": "/en/news/world.html",
        "middle-east": "/en/news/middle-east.html", "business": "/en/news/business.html",
        "sports": "/en/news/sports.html", "technology": "/en/news/technology.html",
        "showbiz": "/en/news/showbiz.html", "health": "/en/news/health.html",
        "education": "/en/news/education.html", "kashmir": "/en/news/kashmir.html",
    }  # fmt: skip
    section_names = {
        "pakistan": ("Pakistan",), "world": ("World",), "middle-east": ("Middle East",),
        "business": ("Business",), "sports": ("Sports",), "technology": ("Technology",),
        "showbiz": ("Showbiz",), "health": ("Health",), "education": ("Education",), "kashmir": ("Kashmir",),
    }  # fmt: skip
    feeds = ("/en/sitemap/news.rss",)
    article_path = r"^/en/[\w-]+/[\w-]+-\d{5,8}\.html$"
    article_number = r"-(\d{5,8})\.html"
