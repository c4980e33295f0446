"""Expressen, a tabloid in Swedish, Sweden."""

from newscrawler.news_spider import NewsSpider


class ExpressenSpider(NewsSpider):
    name = "expressen"
    title = "Expressen"
    country = "SE"
    kind = "tabloid"
    language = "sv"
    timezone = "Europe/Stockholm"
    allowed_domains = ("expressen.se",)
    home = "https://www.expressen.se"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 4 known URLs.
    verified = ("facts 2026",)
    sections = {
        "nyheter": "/nyheter/", "sport": "/sport/", "noje": "/noje/", "debatt": "/debatt/",
        "ledare": "/ledare/", "kultur": "/kultur/", "gt": "/gt/",
    }  # fmt: skip
    section_feeds = {
        "nyheter": "https://feeds.expressen.se/nyheter/", "gt": "https://feeds.expressen.se/gt",
        "sport": "https://feeds.expressen.se/sport/", "noje": "https://feeds.expressen.se/noje/",
        "debatt": "https://feeds.expressen.se/debatt/", "ledare": "https://feeds.expressen.se/ledare/",
        "kultur": "https://feeds.expressen.se/kultur/",
    }  # fmt: skip
    feeds = ("https://feeds.expressen.se/kvp/", "https://feeds.expressen.se/fotboll/")
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/(?:[\w-]+/){1,3}\w+(?:-\w+){2,}/?$"
    topic_path = r"^/om/[\w-]+/$"
