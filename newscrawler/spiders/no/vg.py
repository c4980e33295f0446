"""VG, a tabloid in Norwegian, Norway."""

from newscrawler.news_spider import NewsSpider


class VgSpider(NewsSpider):
    name = "vg"
    title = "VG"
    country = "NO"
    kind = "tabloid"
    language = "no"
    timezone = "Europe/Oslo"
    allowed_domains = ("vg.no",)
    home = "https://www.vg.no"
    # Feeds and sitemaps: public lists of 2026; articles: 9 known URLs.
    verified = ("facts 2026", "page 2024")
    feeds = ("http://www.vg.no/feed/rss",)
    news_sitemaps = ("/sitemap/files/articles-48hrs.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"/i/[A-Za-z0-9]{5,7}/[\w-]+$"
    article_number = r"/i/([A-Za-z0-9]{5,7})/"
    topic_path = r"^/tag/[\w-]+$"
