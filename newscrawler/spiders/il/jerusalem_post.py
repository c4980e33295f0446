"""The Jerusalem Post, a quality paper in English, Israel."""

from newscrawler.news_spider import NewsSpider


class JerusalemPostSpider(NewsSpider):
    name = "jerusalem_post"
    title = "The Jerusalem Post"
    country = "IL"
    kind = "quality"
    language = "en"
    timezone = "Asia/Jerusalem"
    allowed_domains = ("jpost.com",)
    home = "https://www.jpost.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 26 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "israel-news": "/Israel-News", "arab-israeli-conflict": "/Arab-Israeli-Conflict",
        "middle-east": "/Middle-East", "diaspora": "/Diaspora", "international": "/International",
        "american-politics": "/american-politics", "opinion": "/Opinion",
        "business": "/Jpost-Tech/Business-and-Innovation", "health": "/HEALTH-SCIENCE",
        "breaking": "/Breaking-News",
    }  # fmt: skip
    section_names = {
        "israel-news": ("Israel News",), "arab-israeli-conflict": ("Arab Israeli Conflict",),
        "middle-east": ("Middle East",), "diaspora": ("Diaspora",), "international": ("WORLD NEWS",),
        "american-politics": ("U.S. Politics",), "opinion": ("Opinion",), "business": ("Business & Tech",),
        "health": ("Health & Science",), "breaking": ("Breaking News",),
    }  # fmt: skip
    feeds = ("https://www.jpost.com//rss/rssfeedsfrontpage.aspx",)
    article_path = r"/article-\d{6}$|^/[\w-]+(?:/[\w-]+)*/[\w-]+-\d{6}$"
    article_number = r"-(\d{6})(?:[?#]|$)"
