"""n-tv, a broadcaster in German, Germany."""

from newscrawler.news_spider import NewsSpider


class NTvSpider(NewsSpider):
    name = "n_tv"
    title = "n-tv"
    country = "DE"
    kind = "broadcaster"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("n-tv.de",)
    home = "https://www.n-tv.de"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: known URLs; articles: 4 known URLs.
    verified = ("facts 2026",)
    sections = {"politik": "/politik/", "technik": "/technik/"}
    section_feeds = {"politik": "/politik/rss", "technik": "http://www.n-tv.de/technik/rss"}
    news_sitemaps = ("/news.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"-(?:article|id)\d{8}\.html$"
    article_number = r"-(?:article|id)(\d{8})\.html"
    topic_path = r"^/thema/[\w-]+$"
