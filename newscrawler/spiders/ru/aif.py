"""Аргументы и факты, a general news site in Russian, Russia."""

from newscrawler.news_spider import NewsSpider


class AifSpider(NewsSpider):
    name = "aif"
    title = "Аргументы и факты"
    country = "RU"
    kind = "general"
    language = "ru"
    timezone = "Europe/Moscow"
    allowed_domains = ("aif.ru",)
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 22 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "politics": "/politics", "world": "/politics/world", "society": "/society", "money": "/money",
        "incidents": "/incidents", "health": "/health",
    }  # fmt: skip
    section_names = {
        "politics": ("Политика",), "world": ("В мире",), "society": ("Общество",), "money": ("Деньги",),
        "incidents": ("Происшествия",), "health": ("Здоровье",),
    }  # fmt: skip
    feeds = ("http://www.aif.ru/rss/news.php",)
    article_path = r"^/(?!gazeta/|static/|dossier/)(?:[\w-]+/){1,3}[a-z0-9]+(?:_[a-z0-9]+){2,}$"
    topic_path = r"/trend_\d+$"
