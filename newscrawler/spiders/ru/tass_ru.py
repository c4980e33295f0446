"""ТАСС, a news agency in Russian, Russia."""

from newscrawler.news_spider import NewsSpider


class TassRuSpider(NewsSpider):
    name = "tass_ru"
    title = "ТАСС"
    country = "RU"
    kind = "agency"
    language = "ru"
    timezone = "Europe/Moscow"
    agency = "ТАСС"
    allowed_domains = ("tass.ru",)
    # Feeds and sitemaps: public lists; sections: a menu; articles: 5 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "politika": "/politika", "v-strane": "/v-strane",
        "mezhdunarodnaya-panorama": "/mezhdunarodnaya-panorama", "ekonomika": "/ekonomika",
        "armiya-i-opk": "/armiya-i-opk", "obschestvo": "/obschestvo", "moskva": "/moskva", "tek": "/tek",
        "tehnologii": "/tehnologii", "nedvizhimost": "/nedvizhimost",
    }  # fmt: skip
    section_names = {
        "politika": ("Политика",), "v-strane": ("В стране",), "mezhdunarodnaya-panorama": ("В рубрику →",),
        "ekonomika": ("В рубрику →",), "armiya-i-opk": ("Армия и ОПК",), "obschestvo": ("Общество",),
        "moskva": ("Москва",), "tek": ("ТЭК",), "tehnologii": ("Технологии",),
        "nedvizhimost": ("В рубрику →",),
    }  # fmt: skip
    feeds = ("/rss/v2.xml",)
    article_path = r"^/[\w-]+/\d{5,9}$"
    article_number = r"/[\w-]+/(\d{5,9})(?:[?#]|$)"
