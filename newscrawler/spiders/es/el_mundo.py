"""El Mundo, a quality paper in Spanish, Spain."""

from newscrawler.news_spider import NewsSpider


class ElMundoSpider(NewsSpider):
    name = "el_mundo"
    title = "El Mundo"
    country = "ES"
    kind = "quality"
    language = "es"
    timezone = "Europe/Madrid"
    allowed_domains = ("elmundo.es",)
    home = "https://www.elmundo.es"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 6 known URLs.
    verified = ("facts 2026",)
    sections = {
        "espana": "/espana.html", "internacional": "/internacional.html", "economia": "/economia.html",
        "deportes": "/deportes.html", "ciencia-y-salud": "/ciencia-y-salud.html",
    }  # fmt: skip
    section_feeds = {
        "espana": "https://e00-elmundo.uecdn.es/elmundo/rss/espana.xml",
        "economia": "https://e00-elmundo.uecdn.es/rss/economia.xml",
    }  # fmt: skip
    feeds = ("https://e00-elmundo.uecdn.es/elmundo/rss/portada.xml",)
    article_path = r"/\d{4}/\d{2}/\d{2}/[0-9a-f]{24}(?:-directo)?\.html$"
    article_number = r"/([0-9a-f]{24})"
