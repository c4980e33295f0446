"""ZAXID.NET, a regional paper in Ukrainian, Ukraine."""

from newscrawler.news_spider import NewsSpider


class ZaxidSpider(NewsSpider):
    name = "zaxid"
    title = "ZAXID.NET"
    country = "UA"
    kind = "regional"
    language = "uk"
    timezone = "Europe/Kyiv"
    allowed_domains = ("zaxid.net",)
    # Feeds and sitemaps: public lists; sections: a menu; articles: 42 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {"news": "/news/"}
    section_names = {"news": ("Новини",)}
    feeds = ("/rss/all.xml",)
    article_path = r"_n\d+/?$|^/news/showNews\.do$"
    article_number = r"(?:_n|objectId=)(\d+)"
    topic_path = r"_tag\d+/?$"
