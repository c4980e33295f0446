"""FOCUS online, a general news site in German, Germany."""

from newscrawler.news_spider import NewsSpider


class FocusSpider(NewsSpider):
    name = "focus"
    title = "FOCUS online"
    country = "DE"
    kind = "general"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("focus.de",)
    home = "https://www.focus.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 51 known URLs.
    verified = ("facts 2026", "page 2023")
    sections = {
        "politik": "/politik/", "finanzen": "/finanzen/", "perspektiven": "/perspektiven/",
        "wissen": "/wissen/", "gesundheit": "/gesundheit/", "kultur": "/kultur/", "panorama": "/panorama/",
        "sport": "/sport/", "digital": "/digital/", "auto": "/auto/", "klima": "/klima/",
    }  # fmt: skip
    section_names = {
        "politik": ("Politik",), "finanzen": ("Finanzen",), "perspektiven": ("Perspektiven",),
        "wissen": ("Wissen",), "gesundheit": ("Gesundheit",), "kultur": ("Unterhaltung",),
        "panorama": ("Panorama",), "sport": ("Sport",), "digital": ("Digital",), "auto": ("Auto",),
        "klima": ("Klima",),
    }  # fmt: skip
    section_feeds = {"gesundheit": "/gesundheit/rss"}
    news_sitemaps = ("/sitemap_news_ressorts.xml",)
    article_path = (
        r"_(?:id|aid)_\d+\.html$|-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.html$|"
        r"_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.html$"
    )
    article_number = r"_(?:id|aid)_(\d+)\.html"
