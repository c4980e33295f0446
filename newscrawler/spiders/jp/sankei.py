"""産経新聞, a general news site in Japanese, Japan."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class SankeiSpider(NewsSpider):
    name = "sankei"
    title = "産経新聞"
    country = "JP"
    kind = "general"
    language = "ja"
    timezone = "Asia/Tokyo"
    allowed_domains = ("sankei.com",)
    home = "https://www.sankei.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 15 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "affairs": "/affairs/", "politics": "/politics/", "world": "/world/", "economy": "/economy/",
        "sports": "/sports/", "entertainments": "/entertainments/", "life": "/life/", "column": "/column/",
    }  # fmt: skip
    section_names = {
        "affairs": ("社会",), "politics": ("政治",), "world": ("国際",), "economy": ("経済",),
        "sports": ("スポーツ",), "entertainments": ("エンタメ",), "life": ("ライフ",),
        "column": ("オピニオン",),
    }  # fmt: skip
    news_sitemaps = ("/feeds/sitemapindex-category/?outputType=xml",)
    article_path = r"^/article/\d{8}-[A-Z0-9]{26}/$"
    article_number = r"/article/(\d{8}-[A-Z0-9]{26})"
    topic_path = r"^/topics/[^/]+/$"

    layouts = (
        Layout(name="2025", marker=".article-meta-lower", topics=".section-container .section-list a"),
    )
