"""il Giornale, a general news site in Italian, Italy."""

from newscrawler.news_spider import NewsSpider


class IlGiornaleSpider(NewsSpider):
    name = "il_giornale"
    title = "il Giornale"
    country = "IT"
    kind = "general"
    language = "it"
    timezone = "Europe/Rome"
    allowed_domains = ("ilgiornale.it",)
    home = "https://www.ilgiornale.it"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 12 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "politica": "/sezioni/interni.html", "economia": "/sezioni/economia.html",
        "cronache": "/sezioni/cronache.html", "esteri": "/sezioni/esteri.html",
        "cultura": "/sezioni/cultura-e-spettacoli.html", "sport": "/sezioni/sport.html",
        "tecnologia": "/sezioni/tecnologia.html", "salute": "/sezioni/salute.html",
        "motori": "/sezioni/auto-moto-motori.html",
    }  # fmt: skip
    section_names = {
        "politica": ("Politica",), "economia": ("Economia",), "cronache": ("Cronaca",), "esteri": ("Mondo",),
        "cultura": ("Cultura e Spettacoli",), "sport": ("Sport",), "tecnologia": ("Tecnologia",),
        "salute": ("Salute",), "motori": ("Motori",),
    }  # fmt: skip
    feeds = ("/feed.xml",)
    news_sitemaps = ("/sitemap/google-news.xml",)
    sitemaps = ("/sitemap/indice.xml",)
    article_path = r"^/news/[\w-]+/[^/]+-\d+\.html$"
    article_number = r"-(\d+)\.html"
    topic_path = r"^/(?:tag|luoghi|persone)/[^/]+-\d+\.html$"
