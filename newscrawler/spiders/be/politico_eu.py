"""POLITICO Europe, a quality paper in English, Belgium."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class PoliticoEuSpider(NewsSpider):
    name = "politico_eu"
    title = "POLITICO Europe"
    country = "BE"
    kind = "quality"
    language = "en"
    timezone = "Europe/Brussels"
    allowed_domains = ("politico.eu",)
    home = "https://www.politico.eu"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 12 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "news": "/news", "uk": "/uk/", "france": "/france-politics-news/",
        "agriculture": "/section/agriculture/", "defense": "/section/defense/", "energy": "/section/energy/",
        "financial-services": "/section/financial-services/", "health-care": "/section/health-care/",
        "mobility": "/section/mobility/",
    }  # fmt: skip
    section_names = {
        "news": ("News",), "uk": ("UK",), "france": ("France",), "agriculture": ("Agriculture and Food",),
        "defense": ("Defense",), "energy": ("Energy and Climate",),
        "financial-services": ("Financial Services",), "health-care": ("Health Care",),
        "mobility": ("Mobility",),
    }  # fmt: skip
    section_feeds = {"defense": "/section/defense/feed/"}
    feeds = ("/feed/",)
    news_sitemaps = ("/news-sitemap.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/article/[\w-]+/?$"
    topic_path = r"^/tag/[\w-]+/$"

    layouts = (Layout(name="2025", marker="article .article__footer-inline-tags", topics=".tags__tags a"),)
