"""Novinky.cz, a general news site in Czech, Czechia."""

from newscrawler.news_spider import NewsSpider


class NovinkySpider(NewsSpider):
    name = "novinky"
    title = "Novinky.cz"
    country = "CZ"
    kind = "general"
    language = "cs"
    timezone = "Europe/Prague"
    allowed_domains = ("novinky.cz",)
    home = "https://www.novinky.cz"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 16 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "domaci": "/domaci", "zahranicni": "/zahranicni", "krimi": "/krimi", "kultura": "/kultura",
        "ekonomika": "/ekonomika", "finance": "/finance", "veda-skoly": "/veda-skoly",
        "internet-a-pc": "/internet-a-pc", "auto": "/auto", "cestovani": "/cestovani",
        "historie": "/historie", "komentare": "/komentare",
    }  # fmt: skip
    section_names = {
        "domaci": ("Domácí",), "zahranicni": ("Zahraniční",), "krimi": ("Krimi",), "kultura": ("Kultura",),
        "ekonomika": ("Ekonomika",), "finance": ("Finance",), "veda-skoly": ("Věda a školy",),
        "internet-a-pc": ("Internet a PC",), "auto": ("AutoMoto",), "cestovani": ("Cestování",),
        "historie": ("Historie",), "komentare": ("Komentáře",),
    }  # fmt: skip
    feeds = ("/rss",)
    article_path = r"/clanek/[\w-]+-\d{6,9}$"
    article_number = r"-(\d{6,9})(?:[?#]|$)"
    topic_path = r"^/tag/[\w-]+-\d+$"
