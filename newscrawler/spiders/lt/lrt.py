"""LRT.lt, a public broadcaster in Lithuanian, Lithuania."""

from newscrawler.news_spider import NewsSpider


class LrtSpider(NewsSpider):
    name = "lrt"
    title = "LRT.lt"
    country = "LT"
    kind = "public"
    language = "lt"
    timezone = "Europe/Vilnius"
    allowed_domains = ("lrt.lt",)
    home = "https://www.lrt.lt"
    languages = {"/en/": "en", "/ru/": "ru", "/pl/": "pl", "/ua/": "uk"}
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 4 known URLs.
    verified = ("facts 2026",)
    sections = {
        "verslas": "/naujienos/verslas", "sveikata": "/naujienos/sveikata",
        "gyvenimas": "/naujienos/gyvenimas",
    }  # fmt: skip
    feeds = ("/?rss",)
    sitemaps = ("/servisai/sitemap/sitemap-index.xml",)
    article_path = r"^/(?:en/)?(?:naujienos|news-in-english)/[\w-]+/\d+/\d+/[\w-]+$"
    article_number = r"/(?:naujienos|news-in-english|nauda|mediateka)/[\w-]+/\d+/(\d+)/"
    topic_path = r"^/tema/[\w-]+$"
