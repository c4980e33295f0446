"""Republic of Togo, a general news site in French, Togo."""

from newscrawler.news_spider import NewsSpider


class RepublicOfTogoSpider(NewsSpider):
    name = "republic_of_togo"
    title = "Republic of Togo"
    country = "TG"
    kind = "general"
    language = "fr"
    timezone = "Africa/Lome"
    allowed_domains = ("republicoftogo.com",)
    home = "https://www.republicoftogo.com"
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 10 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "politique": "/Toutes-les-rubriques/Politique", "diplomatie": "/Toutes-les-rubriques/Diplomatie",
        "economie": "/Toutes-les-rubriques/Economie", "finances": "/Toutes-les-rubriques/Finances",
        "societe": "/Toutes-les-rubriques/Societe", "sante": "/Toutes-les-rubriques/Sante",
        "education": "/Toutes-les-rubriques/Education", "sport": "/Toutes-les-rubriques/Sport",
        "culture": "/Toutes-les-rubriques/Culture", "justice": "/Toutes-les-rubriques/Justice",
        "developpement": "/Toutes-les-rubriques/Developpement",
        "in-english": "/Toutes-les-rubriques/In-English",
    }  # fmt: skip
    section_names = {
        "politique": ("Politique",), "diplomatie": ("Diplomatie",), "economie": ("Économie",),
        "finances": ("Finances",), "societe": ("Société",), "sante": ("Santé",), "education": ("Éducation",),
        "sport": ("Sport",), "culture": ("Culture",), "justice": ("Justice",),
        "developpement": ("Développement",), "in-english": ("In English",),
    }  # fmt: skip
    feeds = ("http://www.republicoftogo.com/rss/feed/general",)
    article_path = r"^/+[Tt]outes-les-rubriques/[\w-]+/[^/]+$"
    topic_path = r"^/tags/view/"
