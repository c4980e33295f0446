"""20 Minuten, a tabloid in German, Switzerland."""

from newscrawler.spiders._families.tamedia import TamediaSpider


class ZwanzigMinutenSpider(TamediaSpider):
    name = "zwanzig_minuten"
    title = "20 Minuten"
    country = "CH"
    kind = "tabloid"
    language = "de"
    timezone = "Europe/Zurich"
    allowed_domains = ("20min.ch",)
    home = "https://www.20min.ch"
    languages = {"/fr/": "fr"}
    # Feeds and sitemaps: public lists of 2026; articles: 6 known URLs.
    verified = ("facts 2026",)
    feeds = (
        "https://partner-feeds.20min.ch/rss/20minutes/sports/football",
        "https://partner-feeds.20min.ch/rss/20minutes/sports/",
    )  # fmt: skip
    news_sitemaps = ("/sitemaps/de/news.xml", "/sitemaps/fr/news.xml")
    sitemaps = ("/sitemaps/de/articles.xml", "/sitemaps/fr/articles.xml")
    article_path = r"^/(?:fr/)?(?:story|video)/[\w-]+-\d{9,12}$"
    topic_path = r"^/(?:fr/)?tag/[\w-]+$"
