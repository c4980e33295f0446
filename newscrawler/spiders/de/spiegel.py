"""DER SPIEGEL, a quality paper in German, Germany."""

from newscrawler.news_spider import NewsSpider


class SpiegelSpider(NewsSpider):
    name = "spiegel"
    title = "DER SPIEGEL"
    country = "DE"
    kind = "quality"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("spiegel.de",)
    home = "https://www.spiegel.de"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 40 known URLs.
    verified = ("facts 2026", "page 2023")
    sections = {
        "politik": "/politik/", "ausland": "/ausland/", "wirtschaft": "/wirtschaft/",
        "panorama": "/panorama/", "kultur": "/kultur/", "netzwelt": "/netzwelt/",
        "wissenschaft": "/wissenschaft/", "sport": "/sport/", "auto": "/auto/", "reise": "/reise/",
        "gesundheit": "/gesundheit/", "geschichte": "/geschichte/",
    }  # fmt: skip
    section_names = {
        "ausland": ("Ausland",), "wirtschaft": ("Wirtschaft",), "panorama": ("Panorama",),
        "kultur": ("Kultur",), "netzwelt": ("Netzwelt",), "wissenschaft": ("Wissenschaft",),
        "sport": ("Sport",), "auto": ("Mobilität",), "reise": ("Reise",), "gesundheit": ("Gesundheit",),
        "geschichte": ("Geschichte",),
    }  # fmt: skip
    feeds = ("/schlagzeilen/index.rss",)
    news_sitemaps = ("/sitemaps/news-de.xml",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"-a-(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+(?:\.html)?)$"
    article_number = r"-a-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+)(?:\.html)?(?:[?#]|$)"
    topic_path = r"^/thema/[\w-]+/$"
