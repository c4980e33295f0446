"""조선일보, a quality paper in Korean, South Korea."""

from newscrawler.news_spider import NewsSpider


class ChosunSpider(NewsSpider):
    name = "chosun"
    title = "조선일보"
    country = "KR"
    kind = "quality"
    language = "ko"
    timezone = "Asia/Seoul"
    allowed_domains = ("www.chosun.com", "chosun.com")
    languages = {"/english/": "en"}
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 6 known URLs.
    verified = ("facts 2026",)
    sections = {"politics": "/politics/", "economy": "/economy/", "international": "/international/"}
    feeds = ("/arc/outboundfeeds/rss/?outputType=xml",)
    article_path = r"^/(?:english/)?(?:[\w-]+/){1,3}\d{4}/\d{2}/\d{2}/[A-Z0-9]{26}/$"
    article_number = r"/\d{4}/\d{2}/\d{2}/([A-Z0-9]{26})"
