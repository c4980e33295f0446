"""TASS, the Russian news agency, in English."""

from __future__ import annotations

import re

from newscrawler.news_spider import NewsSpider
from newscrawler.spiders.tass.article_numbers import number_dates
from newscrawler.spiders.tass.layouts import (
    AMP_ARTICLE,
    OLDER_ARTICLE,
    OLDER_LISTINGS,
    TODAY_ARTICLE,
    TODAY_LISTINGS,
)

_AMP = re.compile(r"(/\d+)/(?:amp|print)/?$")


class TassSpider(NewsSpider):
    """tass.com, in today's layout and in that of 2014–2019."""

    name = "tass"
    title = "TASS"
    country = "RU"
    kind = "agency"
    verified = ("facts 2026", "page 2017", "page 2025")
    # tass.com, and the earlier homes of the same articles under the same numbers
    allowed_domains = ("tass.com", "itar-tass.com")
    home = "https://tass.com"
    language = "en"
    timezone = "Europe/Moscow"
    agency = "TASS"

    sections = {
        "politics": "/politics",
        "world": "/world",
        "economy": "/economy",
        "defense": "/defense",
        "science": "/science",
        "emergencies": "/emergencies",
        "society": "/society",
        "sports": ("/sports", "/sport"),
        "pressreview": "/pressreview",
    }
    section_names = {
        "politics": ("Russian Politics & Diplomacy", "Politics & Diplomacy", "Politics"),
        "world": ("World",),
        "economy": ("Business & Economy", "Economy"),
        "defense": ("Military & Defense", "Defense"),
        "science": ("Science & Space", "Science"),
        "emergencies": ("Emergencies",),
        "society": ("Society & Culture", "Society"),
        "sports": ("Sports", "Sport"),
        "pressreview": ("Press Review", "Press review"),
    }
    topic_names = {"Foreign policy": "russias-foreign-policy", "Syrian conflict": "conflict-in-syria"}
    feeds = ("/rss/v2.xml",)
    sitemaps = ("/sitemap.xml",)
    listing_layouts = (TODAY_LISTINGS, OLDER_LISTINGS)

    layouts = (TODAY_ARTICLE, OLDER_ARTICLE, AMP_ARTICLE)
    article_number = (
        r"/[a-z-]+/(\d+)(?:/|$|[?#])"  # the number alone: an article may be filed anew under another slug
    )
    article_path = r"^/(?:en/)?[a-z-]+/\d+/?$"
    number_dates = staticmethod(number_dates)

    def article_url(self, url: str) -> str | None:
        """Return the article's own URL: its AMP and print forms have fewer fields."""
        head, mark, query = url.partition("?")
        return super().article_url(_AMP.sub(r"\1", head) + mark + query)
