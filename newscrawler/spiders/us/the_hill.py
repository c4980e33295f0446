"""The Hill, a quality paper in English, the United States."""

from newscrawler.news_spider import NewsSpider


class TheHillSpider(NewsSpider):
    name = "the_hill"
    title = "The Hill"
    country = "US"
    kind = "quality"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("thehill.com",)
    # Feeds and sitemaps: public lists; sections: a menu; articles: 25 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "house": "/homenews/house", "senate": "/homenews/senate",
        "administration": "/homenews/administration", "campaign": "/homenews/campaign",
        "media": "/homenews/media", "state-watch": "/homenews/state-watch", "policy": "/policy",
        "technology": "/policy/technology", "energy": "/policy/energy-environment",
        "international": "/policy/international", "opinion": "/opinion",
    }  # fmt: skip
    section_names = {
        "house": ("House",), "senate": ("Senate",), "administration": ("Administration",),
        "campaign": ("Campaign",), "media": ("Media",), "state-watch": ("State Watch",),
        "policy": ("Policy",), "technology": ("Technology",), "energy": ("Energy & Environment",),
        "international": ("International",), "opinion": ("Opinion",),
    }  # fmt: skip
    feeds = ("/feed/",)
    article_path = r"^/(?:[\w-]+/)+\d{5,7}-[\w-]+/?$"
    article_number = r"/(\d{5,7})-"
    topic_path = r"^/tag/[\w-]+/$"
