"""매일경제, a business paper in Korean, South Korea."""

from newscrawler.news_spider import NewsSpider


class MaeilBusinessSpider(NewsSpider):
    name = "maeil_business"
    title = "매일경제"
    country = "KR"
    kind = "business"
    language = "ko"
    timezone = "Asia/Seoul"
    allowed_domains = ("mk.co.kr",)
    home = "https://www.mk.co.kr"
    languages = {"/en/": "en", "/jp/": "ja", "/cn/": "zh"}
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 27 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "politics": "/news/politics/", "society": "/news/society/", "world": "/news/world/",
        "opinion": "/opinion/", "estate": "/estate/", "economy": "/news/economy/",
        "business": "/news/business/", "stock": "/news/stock/",
    }  # fmt: skip
    section_names = {
        "politics": ("정치",), "society": ("사회",), "world": ("국제",), "opinion": ("오피니언",),
        "estate": ("부동산",), "economy": ("경제",), "business": ("기업",), "stock": ("증권",),
    }  # fmt: skip
    section_feeds = {"world": "http://news.mk.co.kr/rss/world.xml"}
    feeds = ("http://news.mk.co.kr/rss/all.xml",)
    sitemaps = ("/sitemap/latest-articles/", "/sitemap/daily-articles/")
    article_path = r"^/(?:en/|jp/|cn/)?news/[\w-]+/\d{7,9}$"
    article_number = r"/(\d{7,9})(?:[?#]|$)"
