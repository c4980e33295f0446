"""Braunschweiger Zeitung, a regional paper in German, Germany."""

from newscrawler.spiders._families.funke import FunkeSpider


class BraunschweigerZeitungSpider(FunkeSpider):
    name = "braunschweiger_zeitung"
    title = "Braunschweiger Zeitung"
    country = "DE"
    kind = "regional"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("braunschweiger-zeitung.de",)
    home = "https://www.braunschweiger-zeitung.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 14 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "politik": "/politik/", "niedersachsen": "/niedersachsen/",
        "braunschweig": "/niedersachsen/braunschweig/", "wolfsburg": "/niedersachsen/wolfsburg/",
        "sport": "/sport/", "wirtschaft": "/wirtschaft/", "kultur": "/kultur/", "panorama": "/panorama/",
    }  # fmt: skip
    section_names = {
        "politik": ("Politik",), "niedersachsen": ("Region",), "braunschweig": ("Braunschweig",),
        "wolfsburg": ("Wolfsburg",), "sport": ("Sport",), "wirtschaft": ("Wirtschaft",),
        "kultur": ("Kultur",), "panorama": ("Panorama",),
    }  # fmt: skip
    feeds = ("/rss",)
    news_sitemaps = ("/sitemaps/news.xml",)
    sitemaps = ("/sitemaps/archive/sitemap-{YYYY}-{MM}-p00.xml.gz",)
    topic_path = r"^/themen/[\w-]+/$"
