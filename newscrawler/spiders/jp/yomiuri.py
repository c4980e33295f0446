"""読売新聞, a general news site in Japanese, Japan."""

from newscrawler.news_spider import NewsSpider


class YomiuriSpider(NewsSpider):
    name = "yomiuri"
    title = "読売新聞"
    country = "JP"
    kind = "general"
    language = "ja"
    timezone = "Asia/Tokyo"
    allowed_domains = ("www.yomiuri.co.jp",)
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: known URLs; articles: 8 known URLs.
    verified = ("facts 2026",)
    sections = {"politics": "/politics/", "world": "/world/", "national": "/national/", "sports": "/sports/"}
    feeds = ("http://www.yomiuri.co.jp/adv/wol/rss.xml",)
    news_sitemaps = ("/sitemap-news-latest.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/[\w/-]+/\d{8}-[A-Z]{3}\d[A-Z]\d{5}/$"
    article_number = r"/(\d{8}-[A-Z]{3}\d[A-Z]\d{5})/"
