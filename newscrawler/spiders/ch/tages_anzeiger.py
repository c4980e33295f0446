"""Tages-Anzeiger, a quality paper in German, Switzerland."""

from newscrawler.spiders._families.tamedia import TamediaSpider


class TagesAnzeigerSpider(TamediaSpider):
    name = "tages_anzeiger"
    title = "Tages-Anzeiger"
    country = "CH"
    kind = "quality"
    language = "de"
    timezone = "Europe/Zurich"
    allowed_domains = ("tagesanzeiger.ch",)
    home = "https://www.tagesanzeiger.ch"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 61 known URLs.
    verified = ("facts 2026", "page 2026")
    sections = {"naher-osten": "/ausland/naher-osten-und-afrika"}
    section_names = {"naher-osten": ("Naher Osten & Afrika",)}
    feeds = ("http://www.tagesanzeiger.ch/digital/rss.html", "http://www.tagesanzeiger.ch/sport/rss.html")
    news_sitemaps = ("/sitemaps/news.xml",)
    sitemaps = ("/sitemaps/sitemapindex.xml",)
    article_path = r"^/[\w-]+-\d{9,12}$"
    topic_path = r"^/tags/\d+/[\w-]+$"
