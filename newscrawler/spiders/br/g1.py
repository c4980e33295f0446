"""g1, a portal in Portuguese, Brazil."""

from newscrawler.news_spider import NewsSpider


class G1Spider(NewsSpider):
    name = "g1"
    title = "g1"
    country = "BR"
    kind = "portal"
    language = "pt"
    timezone = "America/Sao_Paulo"
    allowed_domains = ("g1.globo.com",)
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 6 known URLs.
    verified = ("facts 2026",)
    sections = {"politica": "/politica/", "mundo": "/mundo/"}
    feeds = ("/dynamo/brasil/rss2.xml",)
    article_path = r"/noticia/\d{4}/\d{2}/\d{2}/[\w-]+\.ghtml$"
