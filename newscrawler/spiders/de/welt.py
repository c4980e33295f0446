"""WELT, a quality paper in German, Germany."""

from newscrawler.news_spider import NewsSpider


class WeltSpider(NewsSpider):
    name = "welt"
    title = "WELT"
    country = "DE"
    kind = "quality"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("welt.de",)
    home = "https://www.welt.de"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 10 known URLs.
    verified = ("facts 2026",)
    sections = {
        "politik": "/politik/", "deutschland": "/politik/deutschland/", "ausland": "/politik/ausland/",
        "wirtschaft": "/wirtschaft/", "sport": "/sport/", "debatte": "/debatte/",
        "vermischtes": "/vermischtes/",
    }  # fmt: skip
    feeds = ("/feeds/latest.rss",)
    news_sitemaps = ("/sitemaps/newssitemap/newssitemap.xml",)
    sitemaps = ("/sitemaps/sitemap/sitemap.xml",)
    article_path = r"/(?:article|plus|live)\d{7,9}/|/(?:article|plus|live)[0-9a-f]{24}/"
    article_number = r"/(?:article|plus|live)(\d{7,9}|[0-9a-f]{24})/"
    topic_path = r"^/themen/[\w-]+/$"
