"""The Independent, a quality paper in English, the United Kingdom."""

from newscrawler.news_spider import NewsSpider


class IndependentSpider(NewsSpider):
    name = "independent"
    title = "The Independent"
    country = "GB"
    kind = "quality"
    language = "en"
    timezone = "Europe/London"
    allowed_domains = ("independent.co.uk",)
    home = "https://www.independent.co.uk"
    # Feeds and sitemaps: public lists of 2021 to 2026; sections: a menu; articles: 57 known URLs.
    verified = ("facts 2026", "page 2024")
    sections = {
        "uk": "/news/uk", "world": "/news/world", "us": "/news/world/americas",
        "politics": "/news/uk/politics", "voices": "/voices", "sport": "/sport",
        "culture": "/arts-entertainment", "tech": "/tech", "travel": "/travel", "money": "/money",
        "climate": "/climate-change/news", "business": "/news/business",
    }  # fmt: skip
    section_names = {
        "uk": ("UK",), "world": ("World",), "us": ("US",), "politics": ("UK Politics",),
        "voices": ("Voices",), "sport": ("Sport",), "culture": ("Culture",), "tech": ("Tech",),
        "travel": ("Travel",), "money": ("Money",), "climate": ("News",), "business": ("Business",),
    }  # fmt: skip
    feeds = ("/rss",)
    news_sitemaps = ("/sitemaps/googlenews", "http://www.independent.co.uk/googlenewssitemap")
    sitemaps = ("/sitemap.xml",)
    article_path = r"-b\d+\.html$|-\d{7,8}\.html$"
    article_number = r"-(b?\d+)\.html"
    topic_path = r"^/topic/[\w-]+$"
