"""netzpolitik.org, a technology site in German, Germany."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class NetzpolitikSpider(NewsSpider):
    name = "netzpolitik"
    title = "netzpolitik.org"
    country = "DE"
    kind = "technology"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("netzpolitik.org",)
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 186 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "ueberwachung": "/category/ueberwachung/", "netze": "/category/netze/",
        "oeffentlichkeit": "/category/oeffentlichkeit/", "kultur": "/category/kultur/",
        "wissen": "/category/wissen/", "nutzerrechte": "/category/nutzerrechte/",
        "technologie": "/category/technologie/", "demokratie": "/category/demokratie/",
    }  # fmt: skip
    section_names = {
        "ueberwachung": ("Überwachung",), "netze": ("Netze",), "oeffentlichkeit": ("Öffentlichkeit",),
        "kultur": ("Kultur",), "wissen": ("Wissen",), "nutzerrechte": ("Nutzerrechte",),
        "technologie": ("Technologie",), "demokratie": ("Demokratie",),
    }  # fmt: skip
    feeds = ("/feed/",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/\d{4}/[\w-]+/?$"
    topic_path = r"^/tag/[\w-]+/$"

    layouts = (
        Layout(name="2024", marker=".entry-footer__tags", topics=".entry-footer__list a[href*='/tag/']"),
    )
