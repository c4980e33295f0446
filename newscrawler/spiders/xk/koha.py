"""Koha.net, a general news site in Albanian, Kosovo."""

from newscrawler.news_spider import NewsSpider


class KohaSpider(NewsSpider):
    name = "koha"
    title = "Koha.net"
    country = "XK"
    kind = "general"
    language = "sq"
    timezone = "Europe/Belgrade"
    allowed_domains = ("koha.net",)
    home = "https://www.koha.net"
    # Feeds and sitemaps: public lists of 2026; articles: 2 known URLs.
    verified = ("facts 2026",)
    feeds = ("/rss",)
    article_path = (
        r"^/(?:arberi|bote|sport|kulture|tech|rajoni|kronike|opinione|veshtrime|ekonomi|"
        r"lajmet-e-mbremjes-ktv|shendeti|showbiz)/\w+(?:-\w+){1,}/?$"
    )
