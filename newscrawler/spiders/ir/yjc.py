"""باشگاه خبرنگاران جوان (YJC), a news agency in Persian, Iran."""

from newscrawler.news_spider import NewsSpider


class YjcSpider(NewsSpider):
    name = "yjc"
    title = "باشگاه خبرنگاران جوان (YJC)"
    country = "IR"
    kind = "agency"
    language = "fa"
    timezone = "Asia/Tehran"
    agency = "Young Journalists Club"
    allowed_domains = ("yjc.ir",)
    home = "https://www.yjc.ir"
    languages = {"/ar/": "ar", "/en/": "en"}
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 45 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "political": "/fa/political", "world": "/fa/world", "sports": "/fa/sports", "social": "/fa/social",
        "economy": "/fa/comercial", "art": "/fa/art", "science": "/fa/sicence", "states": "/fa/states",
    }  # fmt: skip
    section_names = {
        "political": ("سیاسی",), "world": ("بین‌الملل",), "sports": ("ورزشی",), "social": ("اجتماعی",),
        "economy": ("اقتصادی",), "art": ("فرهنگی هنری",), "science": ("علمی پزشکی",),
        "states": ("استان ها",),
    }  # fmt: skip
    feeds = ("/fa/rss/allnews",)
    article_path = r"^/fa/news/\d+(?:/|$)"
    article_number = r"/news/(\d+)"
    topic_path = r"^/fa/tags/\d+/\d+/"
