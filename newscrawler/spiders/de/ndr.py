"""NDR, a public broadcaster in German, Germany."""

from newscrawler.news_spider import NewsSpider


class NdrSpider(NewsSpider):
    name = "ndr"
    title = "NDR"
    country = "DE"
    kind = "public"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("ndr.de",)
    home = "https://www.ndr.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 76 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "nachrichten": "/nachrichten/", "niedersachsen": "/nachrichten/niedersachsen",
        "schleswig-holstein": "/nachrichten/schleswig-holstein", "sport": "/sport", "kultur": "/kultur",
        "ratgeber": "/ratgeber", "geschichte": "/geschichte",
    }  # fmt: skip
    section_names = {
        "nachrichten": ("Nachrichten",), "niedersachsen": ("Niedersachsen",),
        "schleswig-holstein": ("Schleswig-Holstein SH",), "sport": ("Sport",), "kultur": ("Kultur",),
        "ratgeber": ("Ratgeber",), "geschichte": ("Geschichte",),
    }  # fmt: skip
    feeds = ("/sport/index~rss2.xml",)
    news_sitemaps = ("/news-102~news.xml",)
    sitemaps = (
        "/index~sitemap_f-sitemap--ndr--info--100.xml",
        "/index~sitemap_f-sitemap--ndr--niedersachsen--100.xml",
        "/index~sitemap_f-sitemap--ndr--schleswig--holstein--100.xml",
    )  # fmt: skip
    article_path = r"(?:,[a-zA-Z][\w-]*\d+|-\d{3})\.html$"
