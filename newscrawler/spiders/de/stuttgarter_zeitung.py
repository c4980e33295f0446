"""Stuttgarter Zeitung, a regional paper in German, Germany."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class StuttgarterZeitungSpider(NewsSpider):
    name = "stuttgarter_zeitung"
    title = "Stuttgarter Zeitung"
    country = "DE"
    kind = "regional"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("stuttgarter-zeitung.de",)
    home = "https://www.stuttgarter-zeitung.de"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 18 known URLs.
    verified = ("facts 2026", "page 2025", "page 2026")
    sections = {
        "lokales": "/lokales/", "stuttgart": "/lokales/stuttgart/",
        "baden-wuerttemberg": "/baden-wuerttemberg", "politik": "/politik", "wirtschaft": "/wirtschaft",
        "panorama": "/panorama", "sport": "/sport", "kultur": "/kultur", "wissen": "/wissen-computer",
        "reise": "/reise",
    }  # fmt: skip
    section_names = {
        "lokales": ("Lokales",), "stuttgart": ("Stuttgart",), "baden-wuerttemberg": ("Baden-Württemberg",),
        "politik": ("Politik",), "wirtschaft": ("Wirtschaft",), "panorama": ("Panorama",),
        "sport": ("Sport",), "kultur": ("Kultur",), "wissen": ("Wissen",), "reise": ("Reise",),
    }  # fmt: skip
    feeds = ("/schlagzeilen.rss.feed", "http://www.stuttgarter-zeitung.de/sport/vfb-stuttgart.rss")
    news_sitemaps = ("/sitemap-news.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"(?:-\d{6,9}|\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.html$"
    article_number = r"[-.](\d{6,9}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.html"
    topic_path = r"^/thema/[\w-]+$"

    layouts = (
        Layout(
            name="2026",
            marker=".u-tags--retresco",
            topics=".u-tags--retresco a[href^='/thema/']:not([href='/thema/'])",
        ),
    )
