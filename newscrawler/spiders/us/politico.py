"""POLITICO, a quality paper in English, the United States."""

from newscrawler.news_spider import NewsSpider


class PoliticoSpider(NewsSpider):
    name = "politico"
    title = "POLITICO"
    country = "US"
    kind = "quality"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("politico.com",)
    home = "https://www.politico.com"
    # Feeds and sitemaps: public lists; sections: a menu; articles: 25 known URLs.
    verified = ("facts 2026", "page 2022")
    sections = {
        "congress": "/congress", "white-house": "/white-house", "magazine": "/magazine",
        "education": "/education", "energy": "/energy-and-environment", "finance": "/finance",
        "health-care": "/health-care", "technology": "/technology", "trade": "/trade",
        "transportation": "/transportation", "california": "/california", "florida": "/florida",
        "new-york": "/newyork", "new-jersey": "/newjersey",
    }  # fmt: skip
    section_names = {
        "congress": ("Congress",), "white-house": ("White House",), "magazine": ("Magazine",),
        "education": ("Education",), "energy": ("Energy & Environment",), "finance": ("Finance & Tax",),
        "health-care": ("Health Care",), "technology": ("Technology",), "trade": ("Trade",),
        "transportation": ("Transportation",), "california": ("California",), "florida": ("Florida",),
        "new-york": ("New York",), "new-jersey": ("New Jersey",),
    }  # fmt: skip
    feeds = ("https://rss.politico.com/politics-news.xml",)
    article_path = (
        r"^/(?:news|newsletters/[\w-]+)/(?:magazine/)?\d{4}/\d{2}/\d{2}/[\w-]+-\d{8}$|^/(?:story|"
        r"magazine/story)/\d{4}/\d{2}/[\w-]+"
    )
    article_number = r"-(\d{6,8})(?:[?#]|$)"
