"""La Nación, a quality paper in Spanish, Argentina."""

from newscrawler.news_spider import NewsSpider


class LaNacionSpider(NewsSpider):
    name = "la_nacion"
    title = "La Nación"
    country = "AR"
    kind = "quality"
    language = "es"
    timezone = "America/Argentina/Buenos_Aires"
    allowed_domains = ("lanacion.com.ar",)
    home = "https://www.lanacion.com.ar"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: known URLs; articles: 6 known URLs.
    verified = ("facts 2026",)
    sections = {
        "politica": "/politica/", "economia": "/economia/", "el-mundo": "/el-mundo/",
        "sociedad": "/sociedad/", "deportes": "/deportes/", "espectaculos": "/espectaculos/",
    }  # fmt: skip
    feeds = (
        "/arc/outboundfeeds/rss/?outputType=xml",
        "http://contenidos.lanacion.com.ar/herramientas/rss/categoria_id=432",
    )  # fmt: skip
    article_path = r"-nid\w+/?$"
    topic_path = r"^/tema/[\w-]+/?$"
