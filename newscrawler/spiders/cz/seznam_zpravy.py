"""Seznam Zprávy, a general news site in Czech, Czechia."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout

BREADCRUMB = (
    "//a[@data-dot='ogm-breadcrumb-navigation-item'][contains(@href, '/sekce/')]"
    "[not(following-sibling::a[contains(@href, '/sekce/')])]"
)
TAGS = "[data-dot=ogm-related-tags] a"
"""The tags below the text; the keywords of the metadata have the newsroom's own labels as well."""


class SeznamZpravySpider(NewsSpider):
    name = "seznam_zpravy"
    title = "Seznam Zprávy"
    country = "CZ"
    kind = "general"
    language = "cs"
    timezone = "Europe/Prague"
    allowed_domains = ("seznamzpravy.cz",)
    home = "https://www.seznamzpravy.cz"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 80 known URLs.
    verified = ("facts 2026", "page 2025")
    sections = {
        "domaci": "/sekce/domaci-13", "politika": "/sekce/domaci-politika-252",
        "kauzy": "/sekce/domaci-kauzy-7", "zahranicni": "/sekce/zahranicni-11",
        "ekonomika": "/sekce/ekonomika-194", "finance": "/sekce/ekonomika-finance-299",
        "firmy": "/sekce/ekonomika-firmy-297", "nazory": "/sekce/nazory-komentare-246",
        "kultura": "/sekce/kultura-163", "sport": "/sekce/sport-147", "magazin": "/sekce/magazin-232",
    }  # fmt: skip
    section_names = {
        "domaci": ("Domácí",), "politika": ("Politika",), "kauzy": ("Kauzy",), "zahranicni": ("Svět",),
        "ekonomika": ("Byznys",), "finance": ("Finance",), "firmy": ("Firmy",),
        "nazory": ("Názory a analýzy",), "kultura": ("Kultura",), "sport": ("Sport",),
        "magazin": ("Magazín",),
    }  # fmt: skip
    feeds = ("/rss",)
    news_sitemaps = ("/sitemaps/sitemap_news.xml",)
    sitemaps = ("/sitemaps/sitemap_articles.xml",)
    article_path = r"^/clanek/(?:[\w-]+-)?\d{5,6}$"
    article_number = r"/clanek/(?:[\w-]+-)?(\d{5,6})(?:[?#]|$)"
    topic_path = r"^/tag/[\w-]+-\d+$"
    layouts = (
        Layout(
            name="2025",
            marker="div.mol-rich-content--for-article",
            body="div.mol-rich-content--for-article",
            not_body=("[class*=mol-post-card]", "[class*=mol-article-card]", "figcaption"),
            section=BREADCRUMB,
            topics=TAGS,
        ),
        Layout(name="2025 bare", marker="[data-dot=ogm-related-tags]", section=BREADCRUMB, topics=TAGS),
    )
