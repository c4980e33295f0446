"""Le Figaro, a quality paper in French, France."""

from newscrawler.news_spider import NewsSpider


class LeFigaroSpider(NewsSpider):
    name = "le_figaro"
    title = "Le Figaro"
    country = "FR"
    kind = "quality"
    language = "fr"
    timezone = "Europe/Paris"
    allowed_domains = ("lefigaro.fr",)
    home = "https://www.lefigaro.fr"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 62 known URLs.
    verified = ("facts 2026",)
    sections = {
        "politique": "/politique", "international": "/international",
        "actualite-france": "/actualite-france", "economie": "/economie", "societe": "/social",
        "sports": "/sports", "culture": "/culture", "sciences": "/sciences", "sante": "/sante",
        "vox": "/vox",
    }  # fmt: skip
    feeds = ("/rss/figaro_actualites.xml",)
    news_sitemaps = ("/sitemap_news.xml",)
    sitemaps = ("https://sitemaps.lefigaro.fr/lefigaro.fr/articles.xml",)
    article_path = r"-\d{8}$|/\d{4}/\d{2}/\d{2}/[\w-]+\.php$"
    topic_path = r"^/dossier/[\w-]+$"
