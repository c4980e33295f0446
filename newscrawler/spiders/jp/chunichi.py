"""中日新聞, a regional paper in Japanese, Japan."""

from newscrawler.news_spider import NewsSpider


class ChunichiSpider(NewsSpider):
    name = "chunichi"
    title = "中日新聞"
    country = "JP"
    kind = "regional"
    language = "ja"
    timezone = "Asia/Tokyo"
    allowed_domains = ("chunichi.co.jp",)
    home = "https://www.chunichi.co.jp"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 18 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "society": "/news/national", "politics": "/news/politics", "economics": "/news/economics",
        "world": "/news/world", "sports": "/news/sports", "culture": "/wadai/culture", "life": "/wadai/life",
        "medical": "/wadai/medical", "opinion": "/wadai/opinion", "feature": "/wadai/feature",
    }  # fmt: skip
    section_names = {
        "society": ("社会",), "politics": ("政治",), "economics": ("経済",), "world": ("国際",),
        "sports": ("スポーツ",), "culture": ("文化・エンタメ",), "life": ("暮らし・子育て",),
        "medical": ("医療",), "opinion": ("オピニオン",), "feature": ("特集・連載・コラム",),
    }  # fmt: skip
    feeds = ("http://www.chunichi.co.jp/article/rss/aichi.xml",)
    news_sitemaps = ("/sitemap.xml",)
    article_path = r"^/article/\d+$"
    article_number = r"/article/(\d+)"
    topic_path = r"^/tags/[\w-]+$"
