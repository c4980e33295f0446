"""CNBC, a business paper in English, the United States."""

from newscrawler.news_spider import NewsSpider


class CnbcSpider(NewsSpider):
    name = "cnbc"
    title = "CNBC"
    country = "US"
    kind = "business"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("cnbc.com",)
    home = "https://www.cnbc.com"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 15 known URLs.
    verified = ("facts 2026",)
    sections = {"world": "/world/"}
    feeds = (
        "https://search.cnbc.com/rs/search/combinedcms/view.xml?partnerId=wrss01&id=19832390",
        "/id/20910258/device/rss/rss.html",
    )  # fmt: skip
    news_sitemaps = ("/sitemap_news.xml",)
    sitemaps = ("/sitemapAll.xml",)
    article_path = r"^/\d{4}/\d{2}/\d{2}/[\w-]+\.html$"
