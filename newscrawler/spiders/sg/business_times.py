"""The Business Times, a business paper in English, Singapore."""

from newscrawler.news_spider import NewsSpider


class BusinessTimesSpider(NewsSpider):
    name = "business_times"
    title = "The Business Times"
    country = "SG"
    kind = "business"
    language = "en"
    timezone = "Asia/Singapore"
    allowed_domains = ("businesstimes.com.sg",)
    home = "https://www.businesstimes.com.sg"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 13 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "companies-markets": "/companies-markets", "banking-finance": "/banking-finance",
        "real-estate": "/real-estate", "stocks": "/stocks", "government-economy": "/government-economy",
        "energy": "/energy-commodities", "technology": "/technology", "consumer": "/consumer",
        "transport": "/transport", "asean": "/asean-business", "garage": "/garage", "opinion": "/opinion",
        "lifestyle": "/lifestyle", "wealth": "/wealth",
    }  # fmt: skip
    section_names = {
        "companies-markets": ("Companies & Markets",), "banking-finance": ("Banking & Finance",),
        "real-estate": ("Real Estate",), "stocks": ("Stocks",),
        "government-economy": ("Government & Economy",), "energy": ("Energy & Commodities",),
        "technology": ("Technology",), "consumer": ("Consumer",), "transport": ("Transport",),
        "asean": ("ASEAN",), "garage": ("GARAGE",), "opinion": ("OPINION",), "lifestyle": ("LIFESTYLE",),
        "wealth": ("WEALTH",),
    }  # fmt: skip
    feeds = ("/rss/asean-business", "/rss/singapore")
    article_path = r"^/(?!todays-paper|rss|search|keywords)[\w-]+/(?:[\w-]+/)?[\w-]*-[\w-]+-[\w-]+-[\w-]+$"
    topic_path = r"^/keywords/[\w-]+$"
