"""Taipei Times, a general news site in English, Taiwan."""

from newscrawler.news_spider import NewsSpider


class TaipeiTimesSpider(NewsSpider):
    name = "taipei_times"
    title = "Taipei Times"
    country = "TW"
    kind = "general"
    language = "en"
    timezone = "Asia/Taipei"
    allowed_domains = ("taipeitimes.com",)
    home = "https://www.taipeitimes.com"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 7 known URLs.
    verified = ("facts 2026",)
    sections = {
        "front": "/News/front", "taiwan": "/News/taiwan", "editorials": "/News/editorials",
        "feat": "/News/feat",
    }  # fmt: skip
    feeds = ("/xml/index.rss",)
    news_sitemaps = ("/sitemap/sitemap.xml",)
    sitemaps = ("/sitemapIndex.xml",)
    article_path = r"^/News/[\w-]+/archives/\d{4}/\d{2}/\d{2}/\d{10}$"
    article_number = r"/archives/\d{4}/\d{2}/\d{2}/(\d{10})"
