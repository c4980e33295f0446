"""اليوم السابع (Youm7), a general news site in Arabic, Egypt."""

from newscrawler.news_spider import NewsSpider


class Youm7Spider(NewsSpider):
    name = "youm7"
    title = "اليوم السابع (Youm7)"
    country = "EG"
    kind = "general"
    language = "ar"
    timezone = "Africa/Cairo"
    allowed_domains = ("youm7.com",)
    home = "https://www.youm7.com"
    # Feeds and sitemaps: public lists of 2020 to 2026; articles: 48 known URLs.
    verified = ("facts 2026", "page 2020")
    feeds = ("/rss/SectionRss?SectionID=97", "http://youm7.com/rss/SectionRss?SectionID=328")
    article_path = r"^/story/\d{4}/\d{1,2}/\d{1,2}/[^/]+/\d+$"
    article_number = r"/story/\d{4}/\d{1,2}/\d{1,2}/[^/]+/(\d+)"
