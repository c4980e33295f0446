"""Gazeta Wyborcza, a quality paper in Polish, Poland."""

from newscrawler.news_spider import NewsSpider


class WyborczaSpider(NewsSpider):
    name = "wyborcza"
    title = "Gazeta Wyborcza"
    country = "PL"
    kind = "quality"
    language = "pl"
    timezone = "Europe/Warsaw"
    allowed_domains = ("wyborcza.pl",)
    # Feeds and sitemaps: public lists of 2017; articles: 38 known URLs.
    verified = ("facts 2026", "page 2020")
    feeds = ("/pub/rss/najnowsze_wyborcza.xml",)
    article_path = r"/(?:[\w-]+/)?[17],\d+,\d+,[\w-]+\.html$"
    article_number = r",(\d{7,9}),"
