"""The Times of India, a general news site in English, India."""

from newscrawler.news_spider import NewsSpider


class TimesOfIndiaSpider(NewsSpider):
    name = "times_of_india"
    title = "The Times of India"
    country = "IN"
    kind = "general"
    language = "en"
    timezone = "Asia/Kolkata"
    allowed_domains = ("timesofindia.indiatimes.com",)
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 9 known URLs.
    verified = ("facts 2026",)
    sections = {
        "india": "/india", "city": "/city", "entertainment": "/entertainment", "life-style": "/life-style",
    }  # fmt: skip
    feeds = ("/rssfeedstopstories.cms",)
    news_sitemaps = ("/sitemap/today", "/sitemap/yesterday")
    article_path = r"/articleshow/\d+\.cms$"
    article_number = r"/articleshow/(\d+)\.cms"
    topic_path = r"^/topic/[\w-]+$"
