"""9News, a broadcaster in English, Australia."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class NineNewsSpider(NewsSpider):
    name = "nine_news"
    title = "9News"
    country = "AU"
    kind = "broadcaster"
    language = "en"
    timezone = "Australia/Sydney"
    allowed_domains = ("nine.com.au", "9news.com.au")
    home = "https://www.nine.com.au"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 7 known URLs.
    verified = ("facts 2026", "page 2026")
    sections = {
        "australia": "/australia-news", "nsw": "/australia-news/nsw", "vic": "/australia-news/vic",
        "qld": "/australia-news/qld", "sa": "/australia-news/sa", "wa": "/australia-news/wa",
        "world": "/world-news", "usa": "/world-news/usa", "asia": "/world-news/asia",
        "business": "/business-news", "sport": "/sport", "entertainment": "/entertainment",
        "lifestyle": "/lifestyle", "travel": "/travel",
    }  # fmt: skip
    section_names = {
        "australia": ("Australia",), "nsw": ("NSW",), "vic": ("VIC",), "qld": ("QLD",), "sa": ("SA",),
        "wa": ("WA",), "world": ("World",), "usa": ("USA",), "asia": ("Asia",), "business": ("Business",),
        "sport": ("Sport",), "entertainment": ("Entertainment",), "lifestyle": ("Lifestyle",),
        "travel": ("Travel",),
    }  # fmt: skip
    feeds = ("https://celebrity.nine.com.au/rss",)
    sitemaps = ("/sitemaps/nine-sitemaps-articles.xml",)
    article_path = r"-\d{8}-[a-z0-9]{6}\.html$"
    article_number = r"-(p[a-z0-9]{5})\.html"
    topic_path = r"^/(?:topic|person)/[\w-]+$"
    layouts = (
        Layout(name="2026", marker="[data-ui-testid=footer-tags]", topics="[data-ui-testid=footer-tags] a"),
    )
