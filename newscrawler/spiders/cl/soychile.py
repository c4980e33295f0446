"""SoyChile, a regional paper in Spanish, Chile."""

from newscrawler.news_spider import NewsSpider


class SoychileSpider(NewsSpider):
    name = "soychile"
    title = "SoyChile"
    country = "CL"
    kind = "regional"
    language = "es"
    timezone = "America/Santiago"
    allowed_domains = ("soychile.cl",)
    home = "https://www.soychile.cl"
    # Sections: a menu; articles: 2 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "arica": "/arica", "iquique": "/iquique", "antofagasta": "/antofagasta", "copiapo": "/copiapo",
        "valparaiso": "/valparaiso", "concepcion": "/concepcion", "chillan": "/chillan", "temuco": "/temuco",
        "valdivia": "/valdivia", "osorno": "/osorno", "puerto-montt": "/puerto-montt", "chiloe": "/chiloe",
        "deportes": "/deportes",
    }  # fmt: skip
    section_names = {
        "arica": ("soy arica",), "iquique": ("soy iquique",), "antofagasta": ("soy antofagasta",),
        "copiapo": ("soy copiapó",), "valparaiso": ("soy valparaíso",), "concepcion": ("soy concepción",),
        "chillan": ("soy chillán",), "temuco": ("soy temuco",), "valdivia": ("soy valdivia",),
        "osorno": ("soy osorno",), "puerto-montt": ("soy puertomontt",), "chiloe": ("soy chiloé",),
        "deportes": ("Deportes",),
    }  # fmt: skip
    article_path = r"/\d{4}/\d{2}/\d{2}/\d+/[^/]+\.(?:aspx|html)$"
    article_number = r"/\d{4}/\d{2}/\d{2}/(\d+)/"
