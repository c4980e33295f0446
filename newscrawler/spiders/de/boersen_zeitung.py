"""Börsen-Zeitung, a business paper in German, Germany."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class BoersenZeitungSpider(NewsSpider):
    name = "boersen_zeitung"
    title = "Börsen-Zeitung"
    country = "DE"
    kind = "business"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("boersen-zeitung.de",)
    home = "https://www.boersen-zeitung.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 24 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "banken-finanzen": "/banken-finanzen", "kapitalmaerkte": "/kapitalmaerkte",
        "konjunktur-politik": "/konjunktur-politik", "unternehmen-branchen": "/unternehmen-branchen",
        "meinung-analyse": "/meinung-analyse", "recht-kapitalmarkt": "/recht-kapitalmarkt",
        "finanzen-technik": "/finanzen-technik", "english": "/english",
    }  # fmt: skip
    section_names = {
        "banken-finanzen": ("Banken",), "kapitalmaerkte": ("Kapitalmärkte",),
        "konjunktur-politik": ("Konjunktur",), "unternehmen-branchen": ("Unternehmen",),
        "meinung-analyse": ("Meinung",), "recht-kapitalmarkt": ("Recht",),
        "finanzen-technik": ("Finanzen & Technik",), "english": ("English",),
    }  # fmt: skip
    news_sitemaps = ("/sitemap/news.xml.gz",)
    sitemaps = ("/sitemap/index.xml.gz",)
    article_path = (
        r"^/(?:banken-finanzen|kapitalmaerkte|konjunktur-politik|unternehmen-branchen|meinung-analyse|"
        r"personen|recht-kapitalmarkt|finanzen-technik|english)/(?:[\w-]+/)?\w+(?:-\w+){2,}$"
    )

    layouts = (Layout(name="2025", marker=".taglist .tag", topics=".taglist .tag"),)
