"""Somogyi Hírlap (SONLINE), a regional paper in Hungarian, Hungary."""

from newscrawler.news_spider import NewsSpider


class SonlineSpider(NewsSpider):
    name = "sonline"
    title = "Somogyi Hírlap (SONLINE)"
    country = "HU"
    kind = "regional"
    language = "hu"
    timezone = "Europe/Budapest"
    allowed_domains = ("sonline.hu",)
    home = "https://www.sonline.hu"
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 8 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "kozelet": "/kozelet/", "orszag-vilag": "/orszag-vilag/", "kek-hirek": "/kek-hirek/",
        "gazdasag": "/gazdasag/", "sport": "/sport/", "kultura": "/kultura/", "eletstilus": "/eletstilus/",
        "sztarvilag": "/sztarvilag/",
    }  # fmt: skip
    section_names = {
        "kozelet": ("Közélet",), "orszag-vilag": ("Ország-világ",), "kek-hirek": ("Kék hírek",),
        "gazdasag": ("Gazdaság",), "sport": ("Sport",), "kultura": ("Kultúra",),
        "eletstilus": ("Életstílus",), "sztarvilag": ("Sztárvilág",),
    }  # fmt: skip
    feeds = ("/feed/",)
    article_path = r"^/(?!adatbazis/|pr/|cimke/)[\w-]+/[\w-]+-\d{6,8}/?$"
    article_number = r"-(\d{6,8})/?(?:[?#]|$)"
    topic_path = r"^/cimke/[\w-]+/?$"
