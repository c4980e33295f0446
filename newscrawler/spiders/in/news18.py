"""News18, a broadcaster in English, India."""

from newscrawler.news_spider import NewsSpider


class News18Spider(NewsSpider):
    name = "news18"
    title = "News18"
    country = "IN"
    kind = "broadcaster"
    language = "en"
    timezone = "Asia/Kolkata"
    allowed_domains = ("news18.com",)
    home = "https://www.news18.com"
    languages = {"hindi.news18.com": "hi", "bengali.news18.com": "bn", "lokmat.news18.com": "mr"}
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 71 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "india": "/india/", "politics": "/politics/", "world": "/world/", "business": "/business/",
        "movies": "/movies/", "entertainment": "/entertainment/", "cricket": "/cricketnext/",
        "tech": "/tech/", "auto": "/auto/", "buzz": "/buzz/", "lifestyle": "/lifestyle/",
    }  # fmt: skip
    section_names = {
        "india": ("India",), "politics": ("Politics",), "world": ("World",), "business": ("Business",),
        "movies": ("Movies",), "entertainment": ("Entertainment",), "cricket": ("Cricket",),
        "tech": ("Tech",), "auto": ("Auto",), "buzz": ("Buzz",), "lifestyle": ("Lifestyle",),
    }  # fmt: skip
    section_feeds = {"world": "/rss/world.xml", "india": "/rss/india.xml"}
    feeds = ("/commonfeeds/v1/eng/rss/business.xml", "/commonfeeds/v1/eng/rss/india.xml")
    article_path = r"-\d{6,8}\.html$"
    article_number = r"-(\d{6,8})\.html"
    topic_path = r"^/(?:topics|newstopics)/[\w.-]+$"
