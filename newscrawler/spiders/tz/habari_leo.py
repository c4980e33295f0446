"""HabariLEO, a general news site in Swahili, Tanzania."""

from newscrawler.news_spider import NewsSpider


class HabariLeoSpider(NewsSpider):
    name = "habari_leo"
    title = "HabariLEO"
    country = "TZ"
    kind = "general"
    language = "sw"
    timezone = "Africa/Dar_es_Salaam"
    allowed_domains = ("habarileo.co.tz",)
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 12 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "tanzania": "/category/tanzania/", "siasa": "/category/siasa/", "bunge": "/category/siasa/bunge/",
        "kimataifa": "/category/kimataifa/", "africa": "/category/kimataifa/africa/",
        "jamii": "/category/jamii/",
    }  # fmt: skip
    section_names = {
        "tanzania": ("Tanzania",), "siasa": ("Siasa",), "bunge": ("Bunge",), "kimataifa": ("Kimataifa",),
        "africa": ("Africa",), "jamii": ("Jamii",),
    }  # fmt: skip
    feeds = ("/feed/",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/(?!category|tag|author|matangazo)\w+(?:-\w+){2,}/?$"
    topic_path = r"^/tag/[\w-]+/$"
