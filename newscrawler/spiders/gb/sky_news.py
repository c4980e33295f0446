"""Sky News, a broadcaster in English, the United Kingdom."""

from newscrawler.news_spider import NewsSpider


class SkyNewsSpider(NewsSpider):
    name = "sky_news"
    title = "Sky News"
    country = "GB"
    kind = "broadcaster"
    language = "en"
    timezone = "Europe/London"
    allowed_domains = ("news.sky.com",)
    # Feeds and sitemaps: public lists; sections: a menu; articles: 13 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "uk": "/uk", "world": "/world", "politics": "/politics", "us": "/us", "climate": "/climate",
        "technology": "/technology", "business": "/business", "entertainment": "/entertainment",
        "analysis": "/analysis", "opinion": "/opinion", "strangenews": "/strangenews",
    }  # fmt: skip
    section_names = {
        "uk": ("UK",), "world": ("World",), "politics": ("Politics",), "us": ("US",),
        "climate": ("Climate",), "technology": ("Science & Tech",), "business": ("Business",),
        "entertainment": ("Ents & Arts",), "analysis": ("Analysis",), "opinion": ("Opinion",),
        "strangenews": ("Offbeat",),
    }  # fmt: skip
    section_feeds = {
        "uk": "https://feeds.skynews.com/feeds/rss/uk.xml",
        "world": "https://feeds.skynews.com/feeds/rss/world.xml",
    }  # fmt: skip
    feeds = ("https://feeds.skynews.com/feeds/rss/home.xml",)
    article_path = r"^/story/[\w-]+-\d{7,8}$"
    article_number = r"-(\d{7,8})(?:[?#]|$)"
    topic_path = r"^/topic/[\w-]+-\d+$"
