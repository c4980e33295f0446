"""Dnevni avaz, a general news site in Bosnian, Bosnia and Herzegovina."""

from newscrawler.news_spider import NewsSpider


class AvazSpider(NewsSpider):
    name = "avaz"
    title = "Dnevni avaz"
    country = "BA"
    kind = "general"
    language = "bs"
    timezone = "Europe/Sarajevo"
    allowed_domains = ("avaz.ba",)
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 20 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "vijesti": "/vijesti", "crna-hronika": "/vijesti/crna-hronika", "globus": "/globus",
        "showbiz": "/showbiz", "lifestyle": "/lifestyle", "zabava": "/zabava",
    }  # fmt: skip
    section_names = {
        "vijesti": ("Vijesti",), "crna-hronika": ("Crna hronika",), "globus": ("Globus",),
        "showbiz": ("Showbiz",), "lifestyle": ("Lifestyle",), "zabava": ("Zabava",),
    }  # fmt: skip
    feeds = ("/rss",)
    article_path = r"^/(?!tag/).*/\d{5,7}/[^/]+$"
    article_number = r"/(\d{5,7})/"
    topic_path = r"^/tag/\d+/[\w-]+$"
