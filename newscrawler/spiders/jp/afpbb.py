"""AFPBB News, a news agency in Japanese, Japan."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class AfpbbSpider(NewsSpider):
    name = "afpbb"
    title = "AFPBB News"
    country = "JP"
    kind = "agency"
    language = "ja"
    timezone = "Asia/Tokyo"
    agency = "AFP"
    allowed_domains = ("afpbb.com",)
    home = "https://www.afpbb.com"
    # Feeds and sitemaps: public lists; sections: a menu; articles: 7 known URLs.
    verified = ("facts 2026", "page 2018")
    sections = {
        "news": "/category/news", "politics-economy": "/category/politics-economy",
        "society": "/category/soc-dis-acc-cri", "war-unrest": "/category/war-unrest",
        "env-sci": "/category/env-sci", "it": "/category/it", "lifestyle": "/category/lifestyle",
        "sports": "/category/sports", "soccer": "/category/soccer",
    }  # fmt: skip
    section_names = {
        "news": ("ニュース",), "politics-economy": ("政治・経済",), "society": ("社会",),
        "war-unrest": ("戦争・紛争",), "env-sci": ("環境・科学",), "it": ("テクノロジー",),
        "lifestyle": ("ライフ",), "sports": ("Sports ∨",), "soccer": ("サッカー",),
    }  # fmt: skip
    feeds = ("http://feeds.afpbb.com/rss/afpbb/afpbbnews",)
    article_path = r"^/articles/-/\d+$"
    article_number = r"/articles/-/(\d+)"
    # its meta states Japan's clock as UTC; the printed time is of Japan
    layouts = (Layout(name="2018", marker="#default .day", published_at="h1.title + div .day"),)
