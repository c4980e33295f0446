"""BBC News, a public broadcaster in English, the United Kingdom."""

from newscrawler.news_spider import NewsSpider


class BbcNewsSpider(NewsSpider):
    name = "bbc_news"
    title = "BBC News"
    country = "GB"
    kind = "public"
    language = "en"
    timezone = "Europe/London"
    allowed_domains = ("bbc.com", "bbc.co.uk")
    home = "https://www.bbc.com"
    # Sections: known URLs; articles: 28 known URLs.
    verified = ("facts 2026",)
    sections = {"world": "/news/world", "uk": "/news/uk", "business": "/news/business"}
    article_path = (
        r"^/news/(?:articles/c[a-z0-9]{9,13}|[\w-]*-?\d{8})$|^/sport/[\w/-]*(?:articles/c[a-z0-9]+|"
        r"\d{8})$|^/(?:worklife|future|culture|travel)/article/[\w-]+$"
    )
    article_number = r"/(?:articles/|[\w-]*?)(c[a-z0-9]{9,13}|\d{8})(?:[?#]|$)"
    topic_path = r"^/news/topics/[a-z0-9]+(?:/[\w-]+)?$"
