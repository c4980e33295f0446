"""taz, a quality paper in German, Germany."""

from newscrawler.news_spider import NewsSpider


class TazSpider(NewsSpider):
    name = "taz"
    title = "taz"
    country = "DE"
    kind = "quality"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("taz.de",)
    # Feeds and sitemaps: public lists of 2023 to 2026; sections: a menu; articles: 55 known URLs.
    verified = ("facts 2026", "page 2023")
    sections = {
        "politik": "/Politik/!p4615/", "oeko": "/Oeko/!p4610/", "gesellschaft": "/Gesellschaft/!p4611/",
        "kultur": "/Kultur/!p4639/", "sport": "/Sport/!p4646/", "berlin": "/Berlin/!p4649/",
        "nord": "/Nord/!p4650/", "wahrheit": "/Wahrheit/!p4644/",
    }  # fmt: skip
    section_names = {
        "politik": ("Politik",), "oeko": ("Öko",), "gesellschaft": ("Gesellschaft",), "kultur": ("Kultur",),
        "sport": ("Sport",), "berlin": ("Berlin",), "nord": ("Nord",), "wahrheit": ("Wahrheit",),
    }  # fmt: skip
    feeds = ("/rss.xml",)
    news_sitemaps = ("/sitemap-google-news.xml",)
    sitemaps = ("/sitemap-index.xml",)
    article_path = r"/!\d{6,7}/?$"
    article_number = r"/!(\d{6,7})"
    topic_path = r"/!t\d+/$"
