"""Fox News, a broadcaster in English, the United States."""

from newscrawler.news_spider import NewsSpider


class FoxNewsSpider(NewsSpider):
    name = "fox_news"
    title = "Fox News"
    country = "US"
    kind = "broadcaster"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("foxnews.com",)
    home = "https://www.foxnews.com"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 69 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "us": "/us", "politics": "/politics", "world": "/world", "media": "/media", "opinion": "/opinion",
        "entertainment": "/entertainment", "sports": "/sports", "lifestyle": "/lifestyle",
        "health": "/health", "science": "/science", "tech": "/tech", "travel": "/travel",
        "food-drink": "/food-drink",
    }  # fmt: skip
    section_names = {
        "us": ("U.S.",), "politics": ("Politics",), "world": ("World",), "media": ("Media",),
        "opinion": ("Opinion",), "entertainment": ("Entertainment",), "sports": ("Sports",),
        "lifestyle": ("Lifestyle",), "health": ("Health",), "science": ("Science",),
        "tech": ("Science & Tech",), "travel": ("Travel & Outdoors",), "food-drink": ("Food & Drink",),
    }  # fmt: skip
    section_feeds = {
        "world": "https://moxie.foxnews.com/google-publisher/world.xml",
        "politics": "https://moxie.foxnews.com/google-publisher/politics.xml",
        "us": "https://moxie.foxnews.com/google-publisher/us.xml",
        "travel": "https://moxie.foxnews.com/google-publisher/travel.xml",
        "opinion": "https://moxie.foxnews.com/google-publisher/opinion.xml",
        "tech": "https://moxie.foxnews.com/google-publisher/tech.xml",
        "science": "https://moxie.foxnews.com/google-publisher/science.xml",
        "health": "https://moxie.foxnews.com/google-publisher/health.xml",
    }  # fmt: skip
    feeds = ("https://moxie.foxnews.com/google-publisher/latest.xml",)
    news_sitemaps = ("/sitemap.xml?type=news",)
    sitemaps = ("/sitemap.xml",)
    article_path = (
        r"^/(?:politics|us|world|media|opinion|sports|entertainment|lifestyle|health|science|tech|travel|"
        r"food-drink|auto|family|faith-values|real-estate|outdoors|great-outdoors|"
        r"live-news)/[\w-]*-[\w-]+-[\w-]+$"
    )
    topic_path = r"^/category/[\w/-]+$"
