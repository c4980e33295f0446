"""Die Presse, a quality paper in German, Austria."""

from newscrawler.news_spider import NewsSpider


class DiePresseSpider(NewsSpider):
    name = "die_presse"
    title = "Die Presse"
    country = "AT"
    kind = "quality"
    language = "de"
    timezone = "Europe/Vienna"
    allowed_domains = ("diepresse.com",)
    home = "https://www.diepresse.com"
    # Feeds and sitemaps: public lists of 2026; articles: 4 known URLs.
    verified = ("facts 2026",)
    feeds = ("/rss",)
    news_sitemaps = ("/news-sitemap",)
    sitemaps = ("/sitemap",)
    article_path = r"^/\d{5,9}/[\w-]+$"
    article_number = r"/(\d{5,9})/"
