"""Euronews, a broadcaster in English, France."""

from newscrawler.news_spider import NewsSpider


class EuronewsSpider(NewsSpider):
    """euronews.com, one language a host."""

    name = "euronews"
    title = "Euronews"
    country = "FR"
    kind = "broadcaster"
    language = "en"
    timezone = "Europe/Paris"
    allowed_domains = ("euronews.com",)
    home = "https://www.euronews.com"
    languages = {
        "fr.euronews.com": "fr", "de.euronews.com": "de", "it.euronews.com": "it", "es.euronews.com": "es",
        "pt.euronews.com": "pt", "ru.euronews.com": "ru", "tr.euronews.com": "tr", "hu.euronews.com": "hu",
        "fa.euronews.com": "fa", "ar.euronews.com": "ar", "pl.euronews.com": "pl", "gr.euronews.com": "el",
    }  # fmt: skip
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 7 known URLs.
    verified = ("facts 2026",)
    sections = {"europe": "/my-europe"}
    feeds = ("/rss?level=tag&name=argentina", "/rss?format=mrss&level=tag&name=asia")
    news_sitemaps = (
        "https://de.euronews.com/sitemaps/de/latest-news.xml",
        "https://fr.euronews.com/sitemaps/fr/latest-news.xml", "/sitemaps/en/latest-news.xml",
    )  # fmt: skip
    sitemaps = (
        "https://de.euronews.com/sitemaps/de/articles.xml",
        "https://fr.euronews.com/sitemaps/fr/articles.xml", "/sitemaps/en/articles.xml",
    )  # fmt: skip
    article_path = r"^/(?:[\w-]+/)?\d{4}/\d{2}/\d{2}/[\w%-]+$"
    topic_path = r"^/tag/[\w-]+$"
