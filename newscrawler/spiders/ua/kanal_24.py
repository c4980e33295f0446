"""24 Канал, a broadcaster in Ukrainian, Ukraine."""

from newscrawler.news_spider import NewsSpider


class Kanal24Spider(NewsSpider):
    name = "kanal_24"
    title = "24 Канал"
    country = "UA"
    kind = "broadcaster"
    language = "uk"
    timezone = "Europe/Kyiv"
    allowed_domains = ("24tv.ua",)
    languages = {"/ru/": "ru"}
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 11 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "novini": "/novini_tag1117/", "ukrayina": "/ukrayina_tag1119/",
        "publikatsiyi": "/publikatsiyi_tag4896/",
    }  # fmt: skip
    section_names = {"novini": ("Новини",), "ukrayina": ("Новини України",), "publikatsiyi": ("Публікації",)}
    feeds = ("http://24tv.ua/rss/all.xml?lang=ru",)
    article_path = r"_n\d+/?$"
    article_number = r"//(?:[\w.-]+)/(ru/)?[^?#]*_n(\d+)"
    topic_path = r"_tag\d+/?$"
