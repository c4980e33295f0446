"""MDR, a public broadcaster in German, Germany."""

from newscrawler.news_spider import NewsSpider


class MdrSpider(NewsSpider):
    name = "mdr"
    title = "MDR"
    country = "DE"
    kind = "public"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("mdr.de",)
    home = "https://www.mdr.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 70 known URLs.
    verified = ("facts 2026", "page 2026")
    sections = {
        "nachrichten": "/nachrichten", "sachsen": "/nachrichten/sachsen/index.html",
        "sachsen-anhalt": "/nachrichten/sachsen-anhalt/index.html",
        "thueringen": "/nachrichten/thueringen/index.html",
        "deutschland": "/nachrichten/deutschland/index.html", "welt": "/nachrichten/welt/index.html",
        "sport": "/sport/index.html", "ratgeber": "/ratgeber/index.html", "kultur": "/kultur",
        "wissen": "/wissen",
    }  # fmt: skip
    section_names = {
        "nachrichten": ("MDR Aktuell",), "sachsen": ("Sachsen",), "sachsen-anhalt": ("Sachsen-Anhalt",),
        "thueringen": ("Thüringen",), "deutschland": ("Deutschland",), "welt": ("Welt",),
        "sport": ("Sport",), "ratgeber": ("Leben",), "kultur": ("Kultur",), "wissen": ("Wissen",),
    }  # fmt: skip
    feeds = ("/index~atom.xml",)
    news_sitemaps = ("/news-sitemap.xml",)
    sitemaps = ("/sitemap-index-100.xml",)
    article_path = r"-\d{3}\.html$"
