"""朝日新聞, a quality paper in Japanese, Japan."""

from newscrawler.news_spider import NewsSpider


class AsahiSpider(NewsSpider):
    name = "asahi"
    title = "朝日新聞"
    country = "JP"
    kind = "quality"
    language = "ja"
    timezone = "Asia/Tokyo"
    allowed_domains = ("asahi.com",)
    home = "https://www.asahi.com"
    # Feeds and sitemaps: public lists of 2026; articles: 9 known URLs.
    verified = ("facts 2026",)
    feeds = ("https://rss.asahi.com/rss/asahi/newsheadlines.rdf",)
    news_sitemaps = ("/sitemap.xml",)
    article_path = r"^/articles/(?:AS|DA3S)[A-Z0-9]+\.html$"
    article_number = r"/articles/((?:AS|DA3S)[A-Z0-9]+)\.html"
