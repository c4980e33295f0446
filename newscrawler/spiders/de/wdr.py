"""WDR, a public broadcaster in German, Germany."""

from newscrawler.news_spider import NewsSpider


class WdrSpider(NewsSpider):
    name = "wdr"
    title = "WDR"
    country = "DE"
    kind = "public"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("wdr.de",)
    home = "https://www1.wdr.de"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 34 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "nachrichten": "/nachrichten/index.html", "rheinland": "/nachrichten/rheinland/index.html",
        "westfalen-lippe": "/nachrichten/westfalen-lippe/index.html",
        "ruhrgebiet": "/nachrichten/ruhrgebiet/index.html",
        "landespolitik": "/nachrichten/landespolitik/index.html",
        "wirtschaft": "/nachrichten/wirtschaft/index.html", "sport": "/sport/index.html",
        "wissen": "/wissen/index.html", "verbraucher": "/verbraucher/index.html",
        "kultur": "/kultur/index.html",
    }  # fmt: skip
    section_names = {
        "nachrichten": ("Nachrichten",), "rheinland": ("Rheinland",),
        "westfalen-lippe": ("Westfalen-Lippe",), "ruhrgebiet": ("Ruhrgebiet",),
        "landespolitik": ("Landespolitik",), "wirtschaft": ("Wirtschaft",), "sport": ("Sport",),
        "wissen": ("Wissen",), "verbraucher": ("Verbraucher",), "kultur": ("Kultur",),
    }  # fmt: skip
    feeds = ("/uebersicht-100.feed", "http://podcast.wdr.de/quarks.xml")
    article_path = r"^/(?!mediathek/).*-\d{3}\.html$"
