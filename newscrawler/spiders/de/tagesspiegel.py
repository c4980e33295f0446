"""Der Tagesspiegel, a quality paper in German, Germany."""

from newscrawler.news_spider import NewsSpider


class TagesspiegelSpider(NewsSpider):
    name = "tagesspiegel"
    title = "Der Tagesspiegel"
    country = "DE"
    kind = "quality"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("tagesspiegel.de",)
    home = "https://www.tagesspiegel.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 44 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "politik": "/politik/", "internationales": "/internationales/", "berlin": "/berlin/",
        "gesellschaft": "/gesellschaft/", "wirtschaft": "/wirtschaft/", "kultur": "/kultur/",
        "wissen": "/wissen/", "gesundheit": "/gesundheit/", "sport": "/sport/", "meinung": "/meinung/",
        "potsdam": "/potsdam/",
    }  # fmt: skip
    section_names = {
        "politik": ("Politik",), "internationales": ("Internationales",), "berlin": ("Berlin",),
        "gesellschaft": ("Gesellschaft",), "wirtschaft": ("Wirtschaft",), "kultur": ("Kultur",),
        "wissen": ("Wissen",), "gesundheit": ("Gesundheit",), "sport": ("Sport",), "meinung": ("Meinung",),
        "potsdam": ("Potsdam",),
    }  # fmt: skip
    feeds = ("/contentexport/feed",)
    news_sitemaps = ("/news.xml",)
    sitemaps = ("/contentexport/static/sitemap-index_{YYYY}.xml",)
    article_path = r"(?:-\d{7,8}|/\d{7,8})\.html$"
    article_number = r"[-/](\d{7,8})\.html"
    topic_path = r"^/[\w-]+/themen/[\w-]+$"
