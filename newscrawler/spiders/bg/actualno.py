"""Actualno.com, a general news site in Bulgarian, Bulgaria."""

from newscrawler.news_spider import NewsSpider


class ActualnoSpider(NewsSpider):
    name = "actualno"
    title = "Actualno.com"
    country = "BG"
    kind = "general"
    language = "bg"
    timezone = "Europe/Sofia"
    allowed_domains = ("actualno.com",)
    home = "https://www.actualno.com"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 57 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "bulgaria": "/bulgaria", "politics": "/politics", "society": "/society", "business": "/business",
        "crime": "/crime", "europe": "/europe", "balkani": "/balkani", "america": "/america",
        "healthy": "/healthy", "education": "/education", "sport": "/sport", "bgfootball": "/bgfootball",
        "curious": "/curious", "columnist": "/columnist", "interview": "/interview",
    }  # fmt: skip
    section_names = {
        "bulgaria": ("България ",), "politics": ("Политика",), "society": ("Общество",),
        "business": ("Икономика",), "crime": ("Крими",), "europe": ("Европа",), "balkani": ("Балкани",),
        "america": ("Америка",), "healthy": ("Здравеопазване",), "education": ("Образование",),
        "sport": ("Спорт ",), "bgfootball": ("Футбол БГ",), "curious": ("Любопитно",),
        "columnist": ("Колумнисти",), "interview": ("Интервю",),
    }  # fmt: skip
    section_feeds = {"europe": "/rss/europe"}
    feeds = ("/rss/novini-new", "http://rss.actualno.com/")
    article_path = r"-news_\d+\.html$"
    article_number = r"-news_(\d+)\.html"
    topic_path = r"^/tag/[^/]+$"
