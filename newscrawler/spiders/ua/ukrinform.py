"""Ukrinform, a news agency in Ukrainian, Ukraine."""

from newscrawler.news_spider import NewsSpider


class UkrinformSpider(NewsSpider):
    """ukrinform.ua, one language a host; numbers are counted for each host."""

    name = "ukrinform"
    title = "Ukrinform"
    country = "UA"
    kind = "agency"
    language = "uk"
    timezone = "Europe/Kyiv"
    agency = "Ukrinform"
    allowed_domains = (
        "ukrinform.ua", "ukrinform.ru", "ukrinform.net", "ukrinform.es", "ukrinform.de", "ukrinform.fr",
        "ukrinform.jp", "ukrinform.pl",
    )  # fmt: skip
    home = "https://www.ukrinform.ua"
    languages = {
        "ukrinform.ua": "uk", "ukrinform.ru": "ru", "ukrinform.net": "en", "ukrinform.es": "es",
        "ukrinform.de": "de", "ukrinform.fr": "fr", "ukrinform.jp": "ja", "ukrinform.pl": "pl",
    }  # fmt: skip
    # Sections: known URLs; articles: 13 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {"kyiv": "/rubric-kyiv"}
    article_path = r"^/rubric-[\w-]+/\d+-[\w-]+\.html$"
    article_number = r"ukrinform\.(\w+)/rubric-[\w-]+/(\d+)"
    topic_path = r"^/tag-[\w-]+$"
