"""NRK, a public broadcaster in Norwegian, Norway."""

from newscrawler.news_spider import NewsSpider


class NrkSpider(NewsSpider):
    name = "nrk"
    title = "NRK"
    country = "NO"
    kind = "public"
    language = "no"
    timezone = "Europe/Oslo"
    allowed_domains = ("nrk.no",)
    home = "https://www.nrk.no"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 11 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "nyheter": "/nyheter/", "norge": "/norge/", "urix": "/urix/", "sport": "/sport/",
        "kultur": "/kultur/", "livsstil": "/livsstil/", "viten": "/viten/", "ytring": "/ytring/",
        "dokumentar": "/dokumentar/", "sapmi": "/sapmi/", "nordland": "/nordland/", "rogaland": "/rogaland/",
        "trondelag": "/trondelag/",
    }  # fmt: skip
    section_names = {
        "nyheter": ("Nyheter",), "norge": ("Norge",), "urix": ("Urix",), "sport": ("Sport",),
        "kultur": ("Kultur",), "livsstil": ("Livsstil",), "viten": ("Viten",), "ytring": ("Ytring",),
        "dokumentar": ("Dokumentar",), "sapmi": ("NRK Sápmi",), "nordland": ("Nordland",),
        "rogaland": ("Rogaland",), "trondelag": ("Trøndelag",),
    }  # fmt: skip
    feeds = ("/norge/toppsaker.rss",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/(?!emne/|etikk/).*-1\.\d{7,9}$"
    not_article = r"/emne/"
    article_number = r"-1\.(\d{7,9})(?:[?#]|$)"
    topic_path = r"^/emne/[\w-]+-1\.\d+$"
