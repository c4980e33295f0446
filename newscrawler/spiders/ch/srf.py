"""SRF News, a public broadcaster in German, Switzerland."""

from newscrawler.news_spider import NewsSpider


class SrfSpider(NewsSpider):
    name = "srf"
    title = "SRF News"
    country = "CH"
    kind = "public"
    language = "de"
    timezone = "Europe/Zurich"
    allowed_domains = ("srf.ch",)
    home = "https://www.srf.ch"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 8 known URLs.
    verified = ("facts 2026",)
    sections = {
        "schweiz": "/news/schweiz", "international": "/news/international", "wirtschaft": "/news/wirtschaft",
    }  # fmt: skip
    feeds = ("/news/bnf/rss/1646", "https://srf.ch/kultur/bnf/rss/454")
    news_sitemaps = ("/sitemaps/newsmap/news/index.xml",)
    sitemaps = ("/new-news-sitemap",)
    article_path = r"^/(?:news|kultur|sport|wissen|meteo)/(?:[\w-]+/)+\w+(?:-\w+){2,}$"
