"""Sermitsiaq, a general news site in Greenlandic, Greenland."""

from newscrawler.spiders._families.labrador import LabradorSpider


class SermitsiaqSpider(LabradorSpider):
    name = "sermitsiaq"
    title = "Sermitsiaq"
    country = "GL"
    kind = "general"
    language = "kl"
    timezone = "America/Nuuk"
    allowed_domains = ("sermitsiaq.ag",)
    home = "https://www.sermitsiaq.ag"
    # Feeds and sitemaps: public lists of 2026; articles: 2 known URLs.
    verified = ("facts 2026",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/[\w-]+/[\w-]+/\d{6,8}$"
    article_number = r"/(\d{6,8})(?:[?#]|$)"
    topic_path = r"^/tag/[\w-]+$"
