"""Isolezwe, a tabloid in Zulu, South Africa."""

from newscrawler.news_spider import NewsSpider


class IsolezweSpider(NewsSpider):
    name = "isolezwe"
    title = "Isolezwe"
    country = "ZA"
    kind = "tabloid"
    language = "zu"
    timezone = "Africa/Johannesburg"
    allowed_domains = ("isolezwe.co.za",)
    # Feeds and sitemaps: public lists of 2025 to 2026; sections: a menu; articles: 1 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "izindaba": "/izindaba/", "ezokungcebeleka": "/ezokungcebeleka/", "ezemidlalo": "/ezemidlalo/",
        "impilo-yabantu": "/impilo-yabantu/", "ezokuvakasha": "/ezokuvakasha/",
    }  # fmt: skip
    section_names = {
        "izindaba": ("Izindaba",), "ezokungcebeleka": ("Ezokungcebeleka",), "ezemidlalo": ("Ezemidlalo",),
        "impilo-yabantu": ("Impilo Yabantu",), "ezokuvakasha": ("Ezokuvakasha",),
    }  # fmt: skip
    section_feeds = {"izindaba": "/rss/isolezwe/izindaba/"}
    sitemaps = ("/sitemap/",)
    article_path = r"/\d{4}-\d{2}-\d{2}-[\w-]+/?$"
