"""BR24, a public broadcaster in German, Germany."""

from newscrawler.news_spider import NewsSpider


class Br24Spider(NewsSpider):
    name = "br24"
    title = "BR24"
    country = "DE"
    kind = "public"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("br.de",)
    home = "https://www.br.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 26 known URLs.
    verified = ("facts 2026", "page 2026")
    sections = {
        "wirtschaft": "/nachrichten/wirtschaft,QXAPwyN", "sport": "/nachrichten/sport,QXAPvmL",
        "kultur": "/nachrichten/kultur,QXAPqxI", "netzwelt": "/nachrichten/netzwelt,QXAPuSB",
        "wissen": "/nachrichten/wissen,QXAPyRp", "mittelfranken": "/nachrichten/mittelfranken,QXAPzbu",
        "oberfranken": "/nachrichten/oberfranken,QXAQ0kx",
    }  # fmt: skip
    section_names = {
        "wirtschaft": ("Wirtschaft",), "sport": ("Sport",), "kultur": ("Kultur",), "netzwelt": ("Netzwelt",),
        "wissen": ("Wissen",), "mittelfranken": ("Mittelfranken",), "oberfranken": ("Oberfranken",),
    }  # fmt: skip
    feeds = (
        "https://nachrichtenfeeds.br.de/rdf/boards/UZlJdUE",
        "https://nachrichtenfeeds.br.de/rdf/boards/UZlL3V1",
    )  # fmt: skip
    news_sitemaps = ("/nachrichten/sitemaps/news.xml",)
    sitemaps = ("https://web.master.br24-web.br-master.de/nachrichten/sitemaps/article-recent.xml",)
    article_path = r"^/nachrichten/(?!themen/)[\w-]+/[^/]+,[A-Za-z0-9]{7}$"
    not_article = r"/nachrichten/themen/"
    article_number = r",([A-Za-z0-9]{7})(?:[?#]|$)"
    topic_path = r"^/nachrichten/themen/[^/]+,[A-Za-z0-9]{7}$"
