"""Il Mattino, a regional paper in Italian, Italy."""

from newscrawler.news_spider import NewsSpider


class IlMattinoSpider(NewsSpider):
    name = "il_mattino"
    title = "Il Mattino"
    country = "IT"
    kind = "regional"
    language = "it"
    timezone = "Europe/Rome"
    allowed_domains = ("ilmattino.it",)
    home = "https://www.ilmattino.it"
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 13 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "primopiano": "/primopiano/", "politica": "/primopiano/politica/", "economia": "/economia/",
        "napoli": "/napoli/", "salerno": "/salerno/", "caserta": "/caserta/", "cultura": "/cultura/",
        "spettacoli": "/spettacoli/", "societa": "/societa/", "sport": "/sport/",
        "tecnologia": "/tecnologia/", "salute": "/salute/",
    }  # fmt: skip
    section_names = {
        "primopiano": ("Primo Piano",), "politica": ("Politica",), "economia": ("Economia",),
        "napoli": ("napoli",), "salerno": ("Salerno",), "caserta": ("Caserta",), "cultura": ("Cultura",),
        "spettacoli": ("Spettacoli",), "societa": ("Società",), "sport": ("Sport",),
        "tecnologia": ("Tecnologia",), "salute": ("salute",),
    }  # fmt: skip
    section_feeds = {
        "tecnologia": "http://www.ilmattino.it/rss/tecnologia.xml",
        "sport": "http://www.ilmattino.it/rss/sport.xml",
    }  # fmt: skip
    feeds = ("http://www.ilmattino.it/rss/home.xml",)
    article_path = r"-\d{7}\.html$"
    article_number = r"-(\d{7})\.html"
