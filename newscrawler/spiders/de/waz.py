"""WAZ, a regional paper in German, Germany."""

from newscrawler.spiders._families.funke import FunkeSpider


class WazSpider(FunkeSpider):
    name = "waz"
    title = "WAZ"
    country = "DE"
    kind = "regional"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("waz.de",)
    home = "https://www.waz.de"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 1 known URLs.
    verified = ("facts 2026",)
    sections = {"politik": "/politik/"}
    news_sitemaps = ("/sitemaps/news.xml",)
