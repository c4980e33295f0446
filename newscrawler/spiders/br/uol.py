"""UOL Notícias, a portal in Portuguese, Brazil."""

from newscrawler.news_spider import NewsSpider


class UolSpider(NewsSpider):
    name = "uol"
    title = "UOL Notícias"
    country = "BR"
    kind = "portal"
    language = "pt"
    timezone = "America/Sao_Paulo"
    allowed_domains = (
        "noticias.uol.com.br", "www.uol.com.br", "economia.uol.com.br", "educacao.uol.com.br",
        "tab.uol.com.br",
    )  # fmt: skip
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 130 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "internacional": "/internacional/", "politica": "/politica/", "saude": "/saude/",
        "cotidiano": "/cotidiano/",
    }  # fmt: skip
    section_names = {
        "internacional": ("Internacional",), "politica": ("Política",), "saude": ("Saúde",),
        "cotidiano": ("Cotidiano",),
    }  # fmt: skip
    feeds = ("http://rss.uol.com.br/feed/economia.xml", "http://rss.uol.com.br/feed/noticias.xml")
    article_path = r"/\d{4}/\d{2}/\d{2}/[\w-]+\.html?$"
