"""Le Monde, a quality paper in French, France."""

from newscrawler.news_spider import NewsSpider


class LeMondeSpider(NewsSpider):
    name = "le_monde"
    title = "Le Monde"
    country = "FR"
    kind = "quality"
    language = "fr"
    timezone = "Europe/Paris"
    allowed_domains = ("lemonde.fr",)
    home = "https://www.lemonde.fr"
    languages = {"/en/": "en"}
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 102 known URLs.
    verified = ("facts 2026", "page 2023")
    sections = {
        "international": "/international/", "politique": "/politique/", "economie": "/economie/",
        "idees": "/idees/", "culture": "/culture/", "planete": "/planete/", "sciences": "/sciences/",
        "actualite-medias": "/actualite-medias/", "afrique": "/afrique/", "les-decodeurs": "/les-decodeurs/",
    }  # fmt: skip
    section_names = {
        "international": ("International",), "politique": ("Politique",), "economie": ("Économie",),
        "idees": ("Débats",), "culture": ("Culture",), "planete": ("Planète",), "sciences": ("Sciences",),
        "actualite-medias": ("Médias",), "afrique": ("Le Monde Afrique",),
        "les-decodeurs": ("Les Décodeurs",),
    }  # fmt: skip
    news_sitemaps = ("/sitemap_news.xml",)
    sitemaps = ("/sitemap_index.xml",)
    article_path = r"^/(?:en/)?[\w-]+/(?:article|live|visuel|video)/\d{4}/\d{2}/\d{2}/[^/]+_\d+_\d+\.html$"
    article_number = r"_(\d+)_\d+\.html"
