"""USA TODAY, a general news site in English, the United States."""

from newscrawler.news_spider import NewsSpider


class UsaTodaySpider(NewsSpider):
    name = "usa_today"
    title = "USA TODAY"
    country = "US"
    kind = "general"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("usatoday.com",)
    home = "https://www.usatoday.com"
    # Feeds and sitemaps: public lists of 2020 to 2021; sections: known URLs; articles: 16 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "news": "/news/", "sports": "/sports/", "entertainment": "/entertainment/", "life": "/life/",
        "money": "/money/", "tech": "/tech/", "travel": "/travel/", "opinion": "/opinion/",
    }  # fmt: skip
    feeds = ("http://rssfeeds.usatoday.com/usatoday-NewsTopStories",)
    news_sitemaps = ("/news-sitemap.xml",)
    article_path = r"^/(?:story|picture-gallery)/(?:[\w-]+/)+\d{4}/\d{2}/\d{2}/[\w-]+/\d+/?$"
    article_number = r"/(\d{7,11})/?(?:[?#]|$)"
