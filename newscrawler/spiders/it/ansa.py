"""ANSA, a news agency in Italian, Italy."""

from newscrawler.news_spider import NewsSpider


class AnsaSpider(NewsSpider):
    name = "ansa"
    title = "ANSA"
    country = "IT"
    kind = "agency"
    language = "it"
    timezone = "Europe/Rome"
    agency = "ANSA"
    allowed_domains = ("ansa.it",)
    home = "https://www.ansa.it"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 3 known URLs.
    verified = ("facts 2026",)
    sections = {
        "cronaca": "/sito/notizie/cronaca/cronaca.shtml",
        "politica": "/sito/notizie/politica/politica.shtml",
        "economia": "/sito/notizie/economia/economia.shtml", "mondo": "/sito/notizie/mondo/mondo.shtml",
        "tecnologia": "/sito/notizie/tecnologia/tecnologia.shtml",
    }  # fmt: skip
    feeds = ("/sito/notizie/cronaca/cronaca_rss.xml", "/sito/notizie/politica/politica_rss.xml")
    article_path = r"/\d{4}/\d{2}/\d{2}/[\w-]+_[0-9a-f-]{36}\.html$"
    article_number = r"_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.html"
