"""la Repubblica, a quality paper in Italian, Italy."""

from newscrawler.news_spider import NewsSpider


class RepubblicaSpider(NewsSpider):
    name = "repubblica"
    title = "la Repubblica"
    country = "IT"
    kind = "quality"
    language = "it"
    timezone = "Europe/Rome"
    allowed_domains = ("repubblica.it",)
    home = "https://www.repubblica.it"
    # Feeds and sitemaps: public lists of 2025 to 2026; sections: a menu; articles: 58 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "politica": "/politica/", "cronaca": "/cronaca/", "economia": "/economia/", "esteri": "/esteri/",
        "commenti": "/commenti/", "sport": "/sport/", "cultura": "/cultura/", "spettacoli": "/spettacoli/",
        "salute": "/salute/", "tecnologia": "/tecnologia/", "scuola": "/scuola/",
    }  # fmt: skip
    section_names = {
        "politica": ("Politica",), "cronaca": ("Cronaca",), "economia": ("Economia",), "esteri": ("Esteri",),
        "commenti": ("Commenti",), "sport": ("Sport",), "cultura": ("Cultura",),
        "spettacoli": ("Spettacoli",), "salute": ("Salute",), "tecnologia": ("Italian Tech",),
        "scuola": ("Scuola",),
    }  # fmt: skip
    section_feeds = {"cronaca": "/cronaca/rss"}
    feeds = ("/rss/homepage/rss2.0.xml",)
    sitemaps = ("/sitemap-{YYYY}-{MM}.xml",)
    article_path = r"/\d{4}/\d{2}/\d{2}/news/[^/]+-\d+/?$"
    article_number = r"-(\d+)/?(?:[?#]|$)"
    topic_path = r"^/argomenti/[\w-]+$"
