"""Kazinform, a news agency in Russian, Kazakhstan."""

from newscrawler.news_spider import NewsSpider


class InformKzSpider(NewsSpider):
    name = "inform_kz"
    title = "Kazinform"
    country = "KZ"
    kind = "agency"
    language = "ru"
    timezone = "Asia/Almaty"
    agency = "Kazinform"
    allowed_domains = ("inform.kz", "qazinform.com")
    home = "https://www.inform.kz"
    languages = {"/kz/": "kk", "/en/": "en"}
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 28 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "vlast": "/ru/vlast_g1", "ekonomika": "/ru/ekonomika_g2", "obschestvo": "/ru/obschestvo_g3",
        "regiony": "/ru/regiony_g5", "proisshestviya": "/ru/proisshestviya_g225",
        "gosprogrammy": "/ru/gosprogrammy_g69",
    }  # fmt: skip
    section_names = {
        "vlast": ("Власть",), "ekonomika": ("Экономика",), "obschestvo": ("Общество",),
        "regiony": ("Регионы",), "proisshestviya": ("Происшествия",), "gosprogrammy": ("Госпрограммы",),
    }  # fmt: skip
    feeds = ("/rss/rus.xml",)
    article_path = r"^/(?:ru|kz|qz|en|ar|cn|oz)/[\w-]+(?:_a\d+|-[0-9a-f]{6,8})$"
    article_number = r"_a(\d+)"
    topic_path = r"_t\d+$"
