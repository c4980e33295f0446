"""La Vanguardia, a quality paper in Spanish, Spain."""

from newscrawler.news_spider import NewsSpider


class LaVanguardiaSpider(NewsSpider):
    name = "la_vanguardia"
    title = "La Vanguardia"
    country = "ES"
    kind = "quality"
    language = "es"
    timezone = "Europe/Madrid"
    allowed_domains = ("lavanguardia.com",)
    home = "https://www.lavanguardia.com"
    languages = {"encatala.lavanguardia.com": "ca"}
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 6 known URLs.
    verified = ("facts 2026",)
    sections = {"internacional": "/internacional", "politica": "/politica", "economia": "/economia"}
    section_feeds = {"internacional": "/rss/internacional.xml", "economia": "/rss/economia.xml"}
    feeds = ("/rss/home.xml",)
    news_sitemaps = ("/sitemap-google-news.xml", "/sitemap-news-agencias.xml")
    article_path = r"/\d{8}/\d{6,13}/[\w-]+\.html$"
    article_number = r"/\d{8}/(\d{6,13})/"
    topic_path = r"^/topics/[\w-]+$"
