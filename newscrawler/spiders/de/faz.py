"""Frankfurter Allgemeine Zeitung, a quality paper in German, Germany."""

from newscrawler.news_spider import NewsSpider


class FazSpider(NewsSpider):
    name = "faz"
    title = "Frankfurter Allgemeine Zeitung"
    country = "DE"
    kind = "quality"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("faz.net",)
    home = "https://www.faz.net"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 12 known URLs.
    verified = ("facts 2026",)
    sections = {
        "politik": "/aktuell/politik/", "wirtschaft": "/aktuell/wirtschaft/",
        "feuilleton": "/aktuell/feuilleton/", "sport": "/aktuell/sport/",
        "gesellschaft": "/aktuell/gesellschaft/", "stil": "/aktuell/stil/",
        "rhein-main": "/aktuell/rhein-main/", "reise": "/aktuell/reise/",
    }  # fmt: skip
    section_feeds = {
        "politik": "/rss/aktuell/politik", "sport": "/rss/aktuell/sport",
        "wirtschaft": "/rss/aktuell/wirtschaft/", "gesellschaft": "/rss/aktuell/gesellschaft/",
        "rhein-main": "/rss/aktuell/rhein-main/",
    }  # fmt: skip
    feeds = ("/rss/aktuell",)
    news_sitemaps = ("/sitemap-news.xml",)
    sitemaps = ("/sitemap-index.xml",)
    article_path = r"-\d{8,9}\.html$"
    article_number = r"-(\d{8,9})\.html"
