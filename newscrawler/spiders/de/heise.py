"""heise online, a technology site in German, Germany."""

from newscrawler.news_spider import NewsSpider


class HeiseSpider(NewsSpider):
    name = "heise"
    title = "heise online"
    country = "DE"
    kind = "technology"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("heise.de",)
    home = "https://www.heise.de"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 13 known URLs.
    verified = ("facts 2026",)
    sections = {
        "news": "/news", "security": "/security/", "ct": "/ct/", "mac-and-i": "/mac-and-i/", "tp": "/tp/",
    }  # fmt: skip
    section_feeds = {"security": "/security/feed.xml"}
    feeds = ("/rss/heise.rdf",)
    sitemaps = ("/sitemapindex.xml",)
    article_path = r"-\d{7,8}\.html$"
    article_number = r"-(\d{7,8})\.html"
    topic_path = r"^/thema/[\w-]+$"
