"""毎日新聞, a quality paper in Japanese, Japan."""

from newscrawler.news_spider import NewsSpider


class MainichiSpider(NewsSpider):
    name = "mainichi"
    title = "毎日新聞"
    country = "JP"
    kind = "quality"
    language = "ja"
    timezone = "Asia/Tokyo"
    allowed_domains = ("mainichi.jp",)
    languages = {"/english/": "en"}
    # Feeds and sitemaps: public lists of 2026; articles: 7 known URLs.
    verified = ("facts 2026",)
    feeds = ("/rss/etc/mainichi-flash.rss",)
    article_path = r"^/articles/\d{8}/[a-z0-9]{3}/[a-z0-9]{2,3}/[a-z0-9]{2,3}/\d{6}[a-z]$"
    article_number = r"/articles/(\d{8}/[a-z0-9]+/[a-z0-9]+/[a-z0-9]+/\d{6}[a-z])"
    topic_path = r"^/ch\d+/"
