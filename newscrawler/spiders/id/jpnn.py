"""JPNN.com, a general news site in Indonesian, Indonesia."""

from newscrawler.news_spider import NewsSpider


class JpnnSpider(NewsSpider):
    name = "jpnn"
    title = "JPNN.com"
    country = "ID"
    kind = "general"
    language = "id"
    timezone = "Asia/Jakarta"
    allowed_domains = ("jpnn.com",)
    home = "https://www.jpnn.com"
    # Feeds and sitemaps: public lists; sections: a menu; articles: 17 known URLs.
    verified = ("facts 2026", "page 2021")
    sections = {
        "nasional": "/nasional", "politik": "/politik", "daerah": "/daerah", "ekonomi": "/ekonomi",
        "internasional": "/internasional", "entertainment": "/entertainment", "olahraga": "/olahraga",
        "otomotif": "/otomotif", "teknologi": "/teknologi", "lifestyle": "/lifestyle",
    }  # fmt: skip
    section_names = {
        "nasional": ("Nasional",), "politik": ("Politik",), "daerah": ("Daerah",), "ekonomi": ("Ekonomi",),
        "internasional": ("Internasional",), "entertainment": ("Entertainment",), "olahraga": ("Olahraga",),
        "otomotif": ("Otomotif",), "teknologi": ("Teknologi",), "lifestyle": ("Lifestyle",),
    }  # fmt: skip
    feeds = ("/index.php?mib=rss",)
    article_path = r"^/news/[\w-]+$|^/[\w-]+/\d+/[\w-]+$"
    topic_path = r"^/tag/[\w-]+$"
