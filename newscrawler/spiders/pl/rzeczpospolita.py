"""Rzeczpospolita, a quality paper in Polish, Poland."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class RzeczpospolitaSpider(NewsSpider):
    name = "rzeczpospolita"
    title = "Rzeczpospolita"
    country = "PL"
    kind = "quality"
    language = "pl"
    timezone = "Europe/Warsaw"
    allowed_domains = ("rp.pl",)
    home = "https://www.rp.pl"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 51 known URLs.
    verified = ("facts 2026", "page 2025", "page 2026")
    sections = {
        "wydarzenia": "/wydarzenia", "ekonomia": "/ekonomia", "prawo": "/prawo",
        "publicystyka": "/publicystyka", "zdrowie": "/zdrowie", "plus-minus": "/plus-minus",
        "nieruchomosci": "/nieruchomosci",
    }  # fmt: skip
    section_names = {
        "wydarzenia": ("Wydarzenia",), "ekonomia": ("Ekonomia",), "prawo": ("Prawo",),
        "publicystyka": ("Publicystyka",), "zdrowie": ("Zdrowie",), "plus-minus": ("Plus Minus",),
        "nieruchomosci": ("Nieruchomości",),
    }  # fmt: skip
    feeds = ("https://cyfrowa.rp.pl/feed",)
    news_sitemaps = ("/sitemaps/news-sitemap.xml",)
    sitemaps = ("/sitemaps/sitemap.xml",)
    article_path = r"/art\d+-[\w-]+$|/\d{9}-[^/]+\.html$"
    article_number = r"/art(\d+)-"
    topic_path = r"^/tagi/[^/]+/\d+$"

    layouts = (
        Layout(name="2026", marker="#tagsTab a.btn--tag", topics="#tagsTab a.btn--tag"),
        Layout(name="2025", marker=".article--content a.tag--comp", topics=".article--content a.tag--comp"),
    )
