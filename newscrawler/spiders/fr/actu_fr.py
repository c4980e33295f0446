"""actu.fr, a regional paper in French, France."""

from newscrawler.news_spider import NewsSpider


class ActuFrSpider(NewsSpider):
    name = "actu_fr"
    title = "actu.fr"
    country = "FR"
    kind = "regional"
    language = "fr"
    timezone = "Europe/Paris"
    allowed_domains = ("actu.fr",)
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 31 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "societe": "/societe", "normandie": "/normandie/", "bretagne": "/bretagne/",
        "ile-de-france": "/ile-de-france/", "hauts-de-france": "/hauts-de-france/",
        "grand-est": "/grand-est/", "occitanie": "/occitanie/", "nouvelle-aquitaine": "/nouvelle-aquitaine/",
        "pays-de-la-loire": "/pays-de-la-loire/", "centre-val-de-loire": "/centre-val-de-loire/",
    }  # fmt: skip
    section_names = {
        "normandie": ("Normandie",), "bretagne": ("Bretagne",), "ile-de-france": ("Île-de-France",),
        "hauts-de-france": ("Hauts-de-France",), "grand-est": ("Grand Est",), "occitanie": ("Occitanie",),
        "nouvelle-aquitaine": ("Nouvelle Aquitaine",), "pays-de-la-loire": ("Pays de la Loire",),
        "centre-val-de-loire": ("Centre-Val-de-Loire",),
    }  # fmt: skip
    feeds = ("/toulouse/rss.xml",)
    article_path = r"_\d{7,8}\.html$"
    article_number = r"_(\d{7,8})\.html"
