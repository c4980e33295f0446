"""The Namibian, a general news site in English, Namibia."""

from newscrawler.news_spider import NewsSpider


class NamibianSpider(NewsSpider):
    name = "namibian"
    title = "The Namibian"
    country = "NA"
    kind = "general"
    language = "en"
    timezone = "Africa/Windhoek"
    allowed_domains = ("namibian.com.na",)
    home = "https://www.namibian.com.na"
    # Feeds and sitemaps: public lists of 2026; articles: 2 known URLs.
    verified = ("facts 2026",)
    feeds = ("/feed/",)
    sitemaps = ("https://namibian.com.na/sitemap_index.xml",)
    article_path = r"^/(?!category|tag|author|classifieds)(?:[\w-]+/)?\w+(?:-\w+){2,}/?$"
    topic_path = r"^/tag/[\w-]+/$"
