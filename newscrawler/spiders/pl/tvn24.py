"""TVN24, a broadcaster in Polish, Poland."""

from newscrawler.news_spider import NewsSpider


class Tvn24Spider(NewsSpider):
    name = "tvn24"
    title = "TVN24"
    country = "PL"
    kind = "broadcaster"
    language = "pl"
    timezone = "Europe/Warsaw"
    allowed_domains = ("tvn24.pl",)
    # Feeds and sitemaps: public lists; sections: known URLs; articles: 2 known URLs.
    verified = ("facts 2026",)
    sections = {"polska": "/polska", "swiat": "/swiat", "najnowsze": "/najnowsze"}
    feeds = ("/najnowsze.xml",)
    article_path = r"-(?:st|ra\d+-ls|ls)\d+v?$|-\d{7}$"
    article_number = r"-(?:st|ra\d+-ls|ls)?(\d{6,8})v?(?:[?#]|$)"
