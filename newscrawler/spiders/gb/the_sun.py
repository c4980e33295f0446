"""The Sun, a tabloid in English, the United Kingdom."""

from newscrawler.news_spider import NewsSpider


class TheSunSpider(NewsSpider):
    name = "the_sun"
    title = "The Sun"
    country = "GB"
    kind = "tabloid"
    language = "en"
    timezone = "Europe/London"
    allowed_domains = ("thesun.co.uk",)
    home = "https://www.thesun.co.uk"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 57 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "news": "/news/", "worldnews": "/news/worldnews/", "sport": "/sport/",
        "football": "/sport/football/", "tvandshowbiz": "/tvandshowbiz/", "tv": "/tv/", "money": "/money/",
        "tech": "/tech/", "travel": "/travel/", "motors": "/motors/", "health": "/health/",
        "fabulous": "/fabulous/", "royals": "/royals/",
    }  # fmt: skip
    section_names = {
        "news": ("News",), "worldnews": ("World News",), "sport": ("Sport",), "football": ("Football",),
        "tvandshowbiz": ("Showbiz",), "tv": ("TV",), "money": ("Money",), "tech": ("Tech",),
        "travel": ("Travel",), "motors": ("Motors",), "health": ("Health",), "fabulous": ("Fabulous",),
        "royals": ("Royals",),
    }  # fmt: skip
    section_feeds = {"worldnews": "/news/worldnews/feed/"}
    feeds = ("/feed/",)
    news_sitemaps = ("/news-sitemap.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/(?!sport/football/team/)(?:[\w-]+/)+\d{6,9}/[\w-]+/?$"
    not_article = r"/team/"
    article_number = r"/(\d{6,9})/"
    topic_path = r"^/topic/[\w-]+/$"
