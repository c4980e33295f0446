"""National Post, a quality paper in English, Canada."""

from newscrawler.news_spider import NewsSpider


class NationalPostSpider(NewsSpider):
    name = "national_post"
    title = "National Post"
    country = "CA"
    kind = "quality"
    language = "en"
    timezone = "America/Toronto"
    allowed_domains = ("nationalpost.com",)
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 27 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "news": "/category/news", "canada": "/category/news/canada", "politics": "/category/news/politics",
        "world": "/category/news/world", "toronto": "/category/news/toronto", "opinion": "/category/opinion",
        "sports": "/category/sports",
    }  # fmt: skip
    section_names = {
        "news": ("News",), "canada": ("Canada",), "politics": ("Canadian Politics",), "world": ("World",),
        "toronto": ("Toronto",), "opinion": ("NP Comment",), "sports": ("Sports",),
    }  # fmt: skip
    section_feeds = {"canada": "/category/news/canada/feed.xml"}
    feeds = ("/feed",)
    news_sitemaps = ("/sitemap-news.xml",)
    sitemaps = ("/sitemap-old.xml",)
    article_path = (
        r"^/(?:news|opinion|sports|health|life|pmn|entertainment|feature|science|"
        r"shopping-essentials)/(?:[\w-]+/)*\w+(?:-\w+){2,}(?:/wcm/[0-9a-f-]{36})?/?$"
    )
    # What kind of piece it is in the newsroom, and the house: not what it is about.
    not_topics = ("Curated", "Newsroom daily", "nationalpost.com")
