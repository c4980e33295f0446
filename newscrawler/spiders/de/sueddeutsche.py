"""Süddeutsche Zeitung, a quality paper in German, Germany."""

from newscrawler.news_spider import NewsSpider


class SueddeutscheSpider(NewsSpider):
    name = "sueddeutsche"
    title = "Süddeutsche Zeitung"
    country = "DE"
    kind = "quality"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("sueddeutsche.de",)
    home = "https://www.sueddeutsche.de"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 34 known URLs.
    verified = ("facts 2026",)
    sections = {
        "politik": "/politik", "wirtschaft": "/wirtschaft", "panorama": "/panorama", "sport": "/sport",
        "muenchen": "/muenchen", "bayern": "/bayern", "kultur": "/kultur", "medien": "/medien",
        "gesundheit": "/gesundheit", "reise": "/reise",
    }  # fmt: skip
    feeds = ("https://rss.sueddeutsche.de/alles",)
    article_path = r"-(?:1\.\d{5,8}|li\.\d{5,8})$|\.urn-newsml-dpa-com-[\w-]+$"
    article_number = r"-((?:1|li)\.\d{5,8})(?:[?#]|$)"
    topic_path = r"^/thema/[\w-]+$"
