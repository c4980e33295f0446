"""ZDFheute, a public broadcaster in German, Germany."""

from newscrawler.news_spider import NewsSpider


class ZdfheuteSpider(NewsSpider):
    name = "zdfheute"
    title = "ZDFheute"
    country = "DE"
    kind = "public"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("zdfheute.de", "zdf.de")
    home = "https://www.zdfheute.de"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 8 known URLs.
    verified = ("facts 2026",)
    sections = {"politik": "/politik", "deutschland": "/politik/deutschland", "ausland": "/politik/ausland"}
    feeds = ("https://www.zdf.de/rss/zdf/nachrichten",)
    news_sitemaps = ("https://www.zdf.de/news-sitemap.xml",)
    sitemaps = ("https://www.zdf.de/sitemap.xml",)
    article_path = r"-1\d{2}\.html$"
