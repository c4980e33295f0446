"""TimesLIVE, a general news site in English, South Africa."""

from newscrawler.news_spider import NewsSpider


class TimesLiveSpider(NewsSpider):
    name = "times_live"
    title = "TimesLIVE"
    country = "ZA"
    kind = "general"
    language = "en"
    timezone = "Africa/Johannesburg"
    allowed_domains = ("timeslive.co.za",)
    home = "https://www.timeslive.co.za"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 33 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "south-africa": "/news/south-africa", "africa": "/news/africa", "world": "/news/world",
        "business": "/news/business", "sci-tech": "/news/sci-tech", "politics": "/politics",
        "opinion": "/opinion", "ideas": "/ideas", "investigations": "/investigations",
        "tshisa-live": "/tshisa-live", "lifestyle": "/lifestyle", "sport": "/sport",
        "soccer": "/sport/soccer", "rugby": "/sport/rugby", "cricket": "/sport/cricket",
        "motoring": "/motoring",
    }  # fmt: skip
    section_names = {
        "south-africa": ("South Africa",), "africa": ("Africa",), "world": ("World",),
        "business": ("Business",), "sci-tech": ("Sci-Tech",), "politics": ("Politics",),
        "opinion": ("Opinion",), "ideas": ("Ideas",), "investigations": ("Investigations",),
        "tshisa-live": ("TshisaLIVE",), "lifestyle": ("Lifestyle",), "sport": ("Sport",),
        "soccer": ("Soccer",), "rugby": ("Rugby",), "cricket": ("Cricket",), "motoring": ("Motoring",),
    }  # fmt: skip
    feeds = ("/rss/",)
    news_sitemaps = ("/arc/outboundfeeds/sitemap-news-index/",)
    sitemaps = ("/arc/outboundfeeds/sitemap-index/", "/arc/outboundfeeds/sitemap-section-index/")
    article_path = r"/\d{4}-\d{2}-\d{2}-[\w-]+/?$"
    # The house's own list, which some pages have behind the article's keywords.
    not_topics = (
        "Breaking news", "general", "politics", "sport", "entertainment", "lifestyle", "weird", "world",
        "africa", "news", "extra", "Sunday times", "times", "the times", "business times", "tshisa live",
    )  # fmt: skip
