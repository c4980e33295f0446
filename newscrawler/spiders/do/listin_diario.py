"""Listín Diario, a general news site in Spanish, the Dominican Republic."""

from newscrawler.news_spider import NewsSpider


class ListinDiarioSpider(NewsSpider):
    name = "listin_diario"
    title = "Listín Diario"
    country = "DO"
    kind = "general"
    language = "es"
    timezone = "America/Santo_Domingo"
    allowed_domains = ("listindiario.com",)
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 11 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "la-republica": "/la-republica", "economia": "/economia", "las-mundiales": "/las-mundiales",
        "el-deporte": "/el-deporte", "la-vida": "/la-vida", "entretenimiento": "/entretenimiento",
        "opinion": "/opinion", "las-sociales": "/las-sociales", "ventana": "/ventana",
    }  # fmt: skip
    section_names = {
        "la-republica": ("REPÚBLICA",), "economia": ("ECONOMÍA",), "las-mundiales": ("MUNDIALES",),
        "el-deporte": ("DEPORTE",), "la-vida": ("VIDA",), "entretenimiento": ("ENTRETENIMIENTO",),
        "opinion": ("OPINIÓN",), "las-sociales": ("SOCIALES",), "ventana": ("Ventana",),
    }  # fmt: skip
    section_feeds = {"entretenimiento": "http://www.listindiario.com/rss/entretenimiento/"}
    feeds = ("http://www.listindiario.com/rss/portada/",)
    article_path = r"/\d{4}/\d{2}/\d{2}/\d+/[^/]+$|/\d{8}/[\w-]+_\d+\.html$"
    article_number = r"(?:/\d{4}/\d{2}/\d{2}/|_)(\d{6})(?:/|\.html)"
