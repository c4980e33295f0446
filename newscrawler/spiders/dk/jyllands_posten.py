"""Jyllands-Posten, a quality paper in Danish, Denmark."""

from newscrawler.news_spider import NewsSpider


class JyllandsPostenSpider(NewsSpider):
    name = "jyllands_posten"
    title = "Jyllands-Posten"
    country = "DK"
    kind = "quality"
    language = "da"
    timezone = "Europe/Copenhagen"
    allowed_domains = ("jyllands-posten.dk",)
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 22 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "indland": "/indland/", "politik": "/politik/", "international": "/international/",
        "europa": "/international/europa/", "erhverv": "/erhverv/", "aarhus": "/jpaarhus/",
        "sport": "/sport/", "kultur": "/kultur/", "debat": "/debat/", "livsstil": "/livsstil/",
        "biler": "/biler/", "rejser": "/rejser/",
    }  # fmt: skip
    section_names = {
        "indland": ("Indland",), "politik": ("Politik",), "international": ("International",),
        "europa": ("Europa",), "erhverv": ("Erhverv",), "aarhus": ("Aarhus",), "sport": ("Sport",),
        "kultur": ("Kultur",), "debat": ("Debat",), "livsstil": ("Livsstil",), "biler": ("Biler",),
        "rejser": ("Rejser",),
    }  # fmt: skip
    feeds = ("https://newsletter-proxy.aws.jyllands-posten.dk/v1/latestNewsRss/jyllands-posten.dk",)
    sitemaps = ("/sitemapindex.xml",)
    article_path = r"/ECE\d+/[\w-]+/?$"
    article_number = r"/(ECE\d+)/"
    topic_path = r"^/tags/[^/]+$"
