"""दैनिक भास्कर (Dainik Bhaskar), a general news site in Hindi, India."""

from newscrawler.news_spider import NewsSpider


class DainikBhaskarSpider(NewsSpider):
    name = "dainik_bhaskar"
    title = "दैनिक भास्कर (Dainik Bhaskar)"
    country = "IN"
    kind = "general"
    language = "hi"
    timezone = "Asia/Kolkata"
    allowed_domains = ("bhaskar.com",)
    home = "https://www.bhaskar.com"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 4 known URLs.
    verified = ("facts 2026",)
    sections = {"national": "/national/"}
    feeds = ("/rss-feed/1061/",)
    news_sitemaps = ("/sitemaps-v1--sitemap-google-news-index.xml",)
    article_path = r"-\d{8,9}\.html$"
    article_number = r"-(\d{8,9})\.html"
