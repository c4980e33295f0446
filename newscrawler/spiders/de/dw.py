"""Deutsche Welle, a public broadcaster in German, Germany."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class DwSpider(NewsSpider):
    """dw.com, in German; some thirty languages stand on the host, the first path segment names them."""

    name = "dw"
    title = "Deutsche Welle"
    country = "DE"
    kind = "public"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("dw.com",)
    home = "https://www.dw.com"
    languages = {
        "/en/": "en", "/es/": "es", "/fr/": "fr", "/pt/": "pt", "/ru/": "ru", "/uk/": "uk", "/ar/": "ar",
        "/zh/": "zh", "/tr/": "tr", "/pl/": "pl", "/hi/": "hi", "/fa/": "fa", "/id/": "id", "/sw/": "sw",
    }  # fmt: skip
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 46 known URLs.
    verified = ("facts 2026", "page 2023", "page 2024")
    sections = {
        "deutschland": "/de/deutschland/s-12321", "welt": "/de/welt/s-100029",
        "europa": "/de/europa/s-12322", "nahost": "/de/nahost/s-12323", "afrika": "/de/afrika/s-12324",
        "wirtschaft": "/de/wirtschaft/s-1503", "kultur": "/de/kultur/s-1534",
    }  # fmt: skip
    section_names = {
        "deutschland": ("Deutschland",), "welt": ("Welt",), "europa": ("Europa",), "nahost": ("Nahost",),
        "afrika": ("Afrika",), "wirtschaft": ("Wirtschaft",), "kultur": ("Kultur",),
    }  # fmt: skip
    feeds = ("https://rss.dw.com/xml/rss-de-all",)
    news_sitemaps = ("/de/news-sitemap.xml", "/en/news-sitemap.xml")
    sitemaps = ("/de/article-sitemap.xml", "/en/article-sitemap.xml")
    article_path = r"^/[a-z]{2}(?:-[a-z]+)?/[^/]+/a-\d+$"
    article_number = r"/a-(\d+)"
    topic_path = r"^/[a-z]{2}/[^/]+/t-\d+$"

    layouts = (
        Layout(name="2024", marker="article header a[href*='/t-']", topics="article header a[href*='/t-']"),
        Layout(name="2023", marker="#related-topics", topics="#related-topics a[href*='/t-']"),
    )
