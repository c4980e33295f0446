"""The Globe and Mail, a quality paper in English, Canada."""

from newscrawler.news_spider import NewsSpider


class GlobeAndMailSpider(NewsSpider):
    name = "globe_and_mail"
    title = "The Globe and Mail"
    country = "CA"
    kind = "quality"
    language = "en"
    timezone = "America/Toronto"
    allowed_domains = ("theglobeandmail.com",)
    home = "https://www.theglobeandmail.com"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 11 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "canada": "/canada/", "world": "/world/", "business": "/business/", "investing": "/investing/",
        "opinion": "/opinion/", "politics": "/politics/", "sports": "/sports/", "life": "/life/",
        "arts": "/arts/", "drive": "/drive/", "real-estate": "/real-estate/",
    }  # fmt: skip
    section_names = {
        "canada": ("Canada",), "world": ("World",), "business": ("Business",), "investing": ("Investing",),
        "opinion": ("Opinion",), "politics": ("Politics",), "sports": ("Sports",), "life": ("Life",),
        "arts": ("Arts",), "drive": ("Drive",), "real-estate": ("Real Estate",),
    }  # fmt: skip
    section_feeds = {"canada": "/arc/outboundfeeds/rss/category/canada/", "world": "/rss/section/world/"}
    feeds = ("/arc/outboundfeeds/rss/category/business/economy",)
    news_sitemaps = (
        "/arc/outboundfeeds/news-sitemap-index/?outputType=xml",
        "/arc/outboundfeeds/sitemap-index/?outputType=xml",
    )  # fmt: skip
    article_path = r"/article-[\w-]+/?$"
    topic_path = r"^/topics/[\w-]+/$"
