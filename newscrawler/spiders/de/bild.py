"""BILD, a tabloid in German, Germany."""

from newscrawler.news_spider import NewsSpider


class BildSpider(NewsSpider):
    name = "bild"
    title = "BILD"
    country = "DE"
    kind = "tabloid"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("bild.de",)
    home = "https://www.bild.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 78 known URLs.
    verified = ("facts 2026", "page 2023")
    sections = {
        "news": "/news/startseite/news/news-16804530.bild.html",
        "politik": "/politik/startseite/politik/politik-16804552.bild.html",
        "regional": "/regional/startseite/regional/regio-15799990.bild.html",
        "unterhaltung": "/unterhaltung/startseite/unterhaltung/show-16804710.bild.html",
        "sport": "/sport/startseite/sport/sport-home-15479124.bild.html",
        "lifestyle": "/lifestyle/startseite/lifestyle/lifestyle-15478526.bild.html",
        "ratgeber": "/ratgeber/startseite/ratgeber/home-15478376.bild.html",
        "auto": "/auto/startseite/auto/auto-home-15478182.bild.html",
    }  # fmt: skip
    section_names = {
        "news": ("News",), "politik": ("Politik",), "regional": ("Regio",),
        "unterhaltung": ("Unterhaltung",), "sport": ("Sport",), "lifestyle": ("Lifestyle",),
        "ratgeber": ("Ratgeber",), "auto": ("Auto",),
    }  # fmt: skip
    feeds = ("/feed/alles.xml",)
    news_sitemaps = ("/sitemap-news.xml",)
    sitemaps = ("/sitemap-index.xml",)
    article_path = (
        r"^(?!.*(?:/startseite/|[/-]home-\d+\.bild)).*(?:-\d{8}(?:\.bild\.html|\.bildMobile\.html)|"
        r"-[0-9a-f]{24})$"
    )
    article_number = r"-(\d{8}|[0-9a-f]{24})(?:\.bild|\.bildMobile|[?#]|$)"
