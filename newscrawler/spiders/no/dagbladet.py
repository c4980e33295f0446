"""Dagbladet, a tabloid in Norwegian, Norway."""

from newscrawler.spiders._families.labrador import LabradorSpider


class DagbladetSpider(LabradorSpider):
    name = "dagbladet"
    title = "Dagbladet"
    country = "NO"
    kind = "tabloid"
    language = "no"
    timezone = "Europe/Oslo"
    allowed_domains = ("dagbladet.no",)
    home = "https://www.dagbladet.no"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 24 known URLs.
    verified = ("facts 2026", "page 2024", "page 2026")
    sections = {
        "nyheter": "/nyheter", "sport": "/sport", "kjendis": "/kjendis", "kultur": "/kultur",
        "meninger": "/meninger", "tema": "/tema", "reise": "/reise", "mat": "/mat",
    }  # fmt: skip
    section_names = {
        "nyheter": ("Nyheter",), "sport": ("Sport",), "kjendis": ("Kjendis",), "kultur": ("Kultur",),
        "meninger": ("Meninger",), "tema": ("Tema",), "reise": ("Reise",), "mat": ("Mat",),
    }  # fmt: skip
    feeds = ("/?lab_viewport=rss",)
    news_sitemaps = ("/sitemap",)
    sitemaps = ("/app/jw-api-proxy/sitemap/index/dagbladet.xml",)
    article_path = r"^/(?!annonse/|video/|studio/)(?:[\w-]+/)+\d{7,9}$"
    article_number = r"/(\d{7,9})(?:[?#]|$)"
    topic_path = r"^/emne/[\w-]+$"
