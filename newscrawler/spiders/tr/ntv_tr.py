"""NTV, a broadcaster in Turkish, Türkiye."""

from newscrawler.news_spider import NewsSpider


class NtvTrSpider(NewsSpider):
    name = "ntv_tr"
    title = "NTV"
    country = "TR"
    kind = "broadcaster"
    language = "tr"
    timezone = "Europe/Istanbul"
    allowed_domains = ("ntv.com.tr",)
    home = "https://www.ntv.com.tr"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 5 known URLs.
    verified = ("facts 2026",)
    sections = {"turkiye": "/turkiye", "dunya": "/dunya", "ekonomi": "/ekonomi"}
    feeds = ("/gundem.rss",)
    news_sitemaps = ("/sitemaps/news-sitemap.xml",)
    sitemaps = ("/sitemaps",)
    article_path = r"^/(?!galeri/|video/)[\w/-]+,[\w-]{22}$"
    not_article = r"/(?:galeri|video)/"
    article_number = r",([\w-]{22})(?:[?#]|$)"
