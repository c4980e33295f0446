"""خبرآنلاین (KhabarOnline), a news agency in Persian, Iran."""

from newscrawler.news_spider import NewsSpider


class KhabaronlineSpider(NewsSpider):
    name = "khabaronline"
    title = "خبرآنلاین (KhabarOnline)"
    country = "IR"
    kind = "agency"
    language = "fa"
    timezone = "Asia/Tehran"
    agency = "KhabarOnline News Agency"
    allowed_domains = ("khabaronline.ir",)
    home = "https://www.khabaronline.ir"
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 80 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "politics": "/service/Politics", "economy": "/service/Economy", "culture": "/service/culture",
        "science": "/service/science", "provinces": "/service/provinces",
    }  # fmt: skip
    section_names = {
        "politics": ("سیاست",), "economy": ("اقتصاد",), "culture": ("فرهنگ",), "science": ("دانش",),
        "provinces": ("استان‌ها",),
    }  # fmt: skip
    feeds = ("/rss",)
    article_path = r"^/news/\d+(?:/|$)"
    article_number = r"/news/(\d+)"
    topic_path = r"^/tag/[^/]+$"
