"""Yle Uutiset, a public broadcaster in Finnish, Finland."""

from newscrawler.news_spider import NewsSpider


class YleSpider(NewsSpider):
    name = "yle"
    title = "Yle Uutiset"
    country = "FI"
    kind = "public"
    language = "fi"
    timezone = "Europe/Helsinki"
    allowed_domains = ("yle.fi",)
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 27 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "uutiset": "/uutiset", "urheilu": "/urheilu", "tuoreimmat": "/uutiset/tuoreimmat",
        "news": "/uutiset/osasto/news/", "novosti": "/uutiset/osasto/novosti/",
        "kulttuuri": "/aihe/kulttuuri", "luonto": "/aihe/luonto", "tiede": "/aihe/tiede",
    }  # fmt: skip
    section_names = {
        "uutiset": ("Uutiset",), "urheilu": ("Urheilu",), "tuoreimmat": ("Tuoreimmat",), "news": ("News",),
        "novosti": ("Novosti",), "kulttuuri": ("Kulttuuri",), "luonto": ("Luonto",), "tiede": ("Tiede",),
    }  # fmt: skip
    feeds = ("https://feeds.yle.fi/uutiset/v1/recent.rss?publisherIds=YLE_UUTISET",)
    article_path = r"^/(?:a/\d+-\d+|uutiset/3-\d+)$"
    article_number = r"/(?:a/|uutiset/)(\d+-\d+)"
    topic_path = r"^/(?:t|aihe/t)/\d+-\d+"
