"""NDTV, a broadcaster in English, India."""

from newscrawler.news_spider import NewsSpider


class NdtvSpider(NewsSpider):
    name = "ndtv"
    title = "NDTV"
    country = "IN"
    kind = "broadcaster"
    language = "en"
    timezone = "Asia/Kolkata"
    allowed_domains = ("ndtv.com",)
    home = "https://www.ndtv.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 72 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "india": "/india", "world": "/world-news", "cities": "/cities", "south": "/south",
        "opinion": "/opinion", "offbeat": "/offbeat", "people": "/people", "science": "/science",
        "education": "/education", "latest": "/latest",
    }  # fmt: skip
    section_names = {
        "india": ("All India",), "world": ("WORLD",), "cities": ("CITIES",), "south": ("SOUTH",),
        "opinion": ("OPINION",), "offbeat": ("OFFBEAT",), "people": ("PEOPLE",), "science": ("Science",),
        "education": ("EDUCATION",), "latest": ("LATEST",),
    }  # fmt: skip
    feeds = ("https://feeds.feedburner.com/ndtvnews-top-stories",)
    article_path = r"^/(?:[\w-]+/)+[\w-]+-\d{6,8}$"
    article_number = r"-(\d{6,8})(?:[?#]|$)"
    topic_path = r"^/topic/[\w-]+$"
