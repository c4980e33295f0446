"""ORF.at, a public broadcaster in German, Austria."""

from newscrawler.news_spider import NewsSpider


class OrfSpider(NewsSpider):
    name = "orf"
    title = "ORF.at"
    country = "AT"
    kind = "public"
    language = "de"
    timezone = "Europe/Vienna"
    allowed_domains = ("orf.at",)
    # Feeds and sitemaps: public lists of 2026; articles: 10 known URLs.
    verified = ("facts 2026", "page 2024")
    feeds = ("https://rss.orf.at/news.xml",)
    article_path = r"^/stories/\d+/?$"
    article_number = r"/stories/(\d+)"
