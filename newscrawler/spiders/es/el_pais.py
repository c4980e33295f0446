"""El País, a quality paper in Spanish, Spain."""

from newscrawler.news_spider import NewsSpider


class ElPaisSpider(NewsSpider):
    name = "el_pais"
    title = "El País"
    country = "ES"
    kind = "quality"
    language = "es"
    timezone = "Europe/Madrid"
    allowed_domains = ("elpais.com",)
    languages = {"english.elpais.com": "en"}
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 82 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "internacional": "/internacional/", "espana": "/espana/", "opinion": "/opinion/",
        "economia": "/economia/", "sociedad": "/sociedad/", "educacion": "/educacion/",
        "clima": "/clima-y-medio-ambiente/", "ciencia": "/ciencia/", "salud": "/salud-y-bienestar/",
        "tecnologia": "/tecnologia/", "cultura": "/cultura/", "deportes": "/deportes/",
        "television": "/television/", "gente": "/gente/", "mexico": "/mexico/",
    }  # fmt: skip
    section_names = {
        "internacional": ("Internacional",), "espana": ("España",), "opinion": ("Opinión",),
        "economia": ("Economía",), "sociedad": ("Sociedad",), "educacion": ("Educación",),
        "clima": ("Clima y Medio Ambiente",), "ciencia": ("Ciencia",), "salud": ("Salud",),
        "tecnologia": ("Tecnología",), "cultura": ("Cultura",), "deportes": ("Deportes",),
        "television": ("Televisión",), "gente": ("Gente y Estilo de vida",), "mexico": ("México",),
    }  # fmt: skip
    feeds = ("https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada",)
    sitemaps = ("/sitemaps/{YYYY}/{MM}/sitemap_0.xml",)
    article_path = r"/(?:\d{4}-\d{2}-\d{2}/[\w-]+|\d{4}/\d{2}/\d{2}/\w+/\d+_\d+)\.html$"
    topic_path = r"^/noticias/[\w-]+/$"
