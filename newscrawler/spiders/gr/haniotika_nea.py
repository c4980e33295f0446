"""Χανιώτικα Νέα, a regional paper in Greek, Greece."""

from newscrawler.news_spider import NewsSpider


class HaniotikaNeaSpider(NewsSpider):
    name = "haniotika_nea"
    title = "Χανιώτικα Νέα"
    country = "GR"
    kind = "regional"
    language = "el"
    timezone = "Europe/Athens"
    allowed_domains = ("haniotika-nea.gr",)
    home = "https://www.haniotika-nea.gr"
    # Feeds and sitemaps: public lists; sections: a menu; articles: 5 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "topika": "/category/%cf%84%ce%bf%cf%80%ce%b9%ce%ba%ce%ac",
        "agrotika": "/category/%ce%b1%ce%b3%cf%81%ce%bf%cf%84%ce%b9%ce%ba%ce%ac",
        "politismos": "/category/%cf%80%ce%bf%ce%bb%ce%b9%cf%84%ce%b9%cf%83%ce%bc%cf%8c%cf%82",
        "ellada": "/category/%ce%b5%ce%bb%ce%bb%ce%ac%ce%b4%ce%b1",
        "oikonomia": "/category/%ce%bf%ce%b9%ce%ba%ce%bf%ce%bd%ce%bf%ce%bc%ce%af%ce%b1",
        "diethni": "/category/%ce%b4%ce%b9%ce%b5%ce%b8%ce%bd%ce%ae",
        "athlitika": "/category/%ce%b1%ce%b8%ce%bb%ce%b7%cf%84%ce%b9%ce%ba%ce%ac",
        "politiki": "/category/%cf%80%ce%bf%ce%bb%ce%b9%cf%84%ce%b9%ce%ba%ce%ae",
        "ygeia": "/category/%cf%85%ce%b3%ce%b5%ce%af%ce%b1",
    }  # fmt: skip
    section_names = {
        "topika": ("ΤΟΠΙΚΑ",), "agrotika": ("ΑΓΡΟΤΙΚΑ",), "politismos": ("ΠΟΛΙΤΙΣΜΟΣ",),
        "ellada": ("ΕΛΛΑΔΑ",), "oikonomia": ("ΟΙΚΟΝOΜΙΑ",), "diethni": ("ΔΙΕΘΝΗ",),
        "athlitika": ("ΑΘΛΗΤΙΚΑ",), "politiki": ("ΠΟΛΙΤΙΚΗ",), "ygeia": ("ΥΓΕΙΑ",),
    }  # fmt: skip
    feeds = ("/feed/",)
    article_path = r"^/[\w%-]+-[\w%-]+-[\w%-]+-[\w%-]+/?$"
    topic_path = r"^/tag/[^/]+/?$"
