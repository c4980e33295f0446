"""RP ONLINE, a regional paper in German, Germany."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class RpOnlineSpider(NewsSpider):
    name = "rp_online"
    title = "RP ONLINE"
    country = "DE"
    kind = "regional"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("rp-online.de",)
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 33 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "nrw": "/nrw/", "staedte": "/nrw/staedte/", "landespolitik": "/nrw/landespolitik/",
        "politik": "/politik/", "wirtschaft": "/wirtschaft/", "panorama": "/panorama/", "sport": "/sport/",
        "kultur": "/kultur/", "leben": "/leben/", "digitales": "/digitales/",
    }  # fmt: skip
    section_names = {
        "nrw": ("NRW",), "staedte": ("Städte",), "landespolitik": ("Landespolitik",),
        "politik": ("Politik",), "wirtschaft": ("Wirtschaft",), "panorama": ("Panorama",),
        "sport": ("Sport",), "kultur": ("Kultur",), "leben": ("Leben",), "digitales": ("Digital",),
    }  # fmt: skip
    section_feeds = {"politik": "http://feeds.rp-online.de/rp-online/rss/politik"}
    feeds = ("/feed.rss",)
    news_sitemaps = ("/sitemap-news.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"_(?:aid|bid)-\d+(?:/[\w-]+)?$"
    article_number = r"_(?:aid|bid)-(\d+)"
    topic_path = r"^/thema/[\w-]+/$"

    layouts = (Layout(name="2024", marker="article > header h2", headline="article > header h2"),)
