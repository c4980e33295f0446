"""DIE ZEIT, a quality paper in German, Germany."""

from newscrawler.news_spider import NewsSpider


class ZeitSpider(NewsSpider):
    name = "zeit"
    title = "DIE ZEIT"
    country = "DE"
    kind = "quality"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("zeit.de",)
    home = "https://www.zeit.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 19 known URLs.
    verified = ("facts 2026", "page 2023")
    sections = {
        "politik": "/politik/index", "wirtschaft": "/wirtschaft/index",
        "gesellschaft": "/gesellschaft/index", "kultur": "/kultur/index", "wissen": "/wissen/index",
        "gesundheit": "/gesundheit/index", "digital": "/digital/index", "sport": "/sport/index",
        "arbeit": "/arbeit/index", "campus": "/campus/index", "mobilitaet": "/mobilitaet/index",
    }  # fmt: skip
    section_names = {
        "politik": ("Politik",), "wirtschaft": ("Wirtschaft",), "gesellschaft": ("Gesellschaft",),
        "kultur": ("Kultur",), "wissen": ("Wissen",), "gesundheit": ("Gesundheit",), "digital": ("Digital",),
        "sport": ("Sport",), "arbeit": ("Arbeit",), "campus": ("Campus",), "mobilitaet": ("Mobilität",),
    }  # fmt: skip
    section_feeds = {"gesundheit": "https://newsfeed.zeit.de/gesundheit/index"}
    feeds = ("https://newsfeed.zeit.de/news/index",)
    sitemaps = ("/gsitemaps/index.xml", "/gsitemaps/index.xml?date={YYYY}-{MM}-{DD}&unit=days&period=1")
    article_path = (
        r"^/(?:news/\d{4}-\d{2}/\d{2}/[\w-]+|(?:[\w-]+/){1,2}\d{4}-\d{2}/[\w-]+|"
        r"(?:[\w-]+/)?\d{4}/\d{2}/[\w-]+)$"
    )
    topic_path = r"^/thema/[\w-]+$"
