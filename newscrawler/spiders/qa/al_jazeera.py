"""Al Jazeera English, a broadcaster in English, Qatar."""

from newscrawler.news_spider import NewsSpider


class AlJazeeraSpider(NewsSpider):
    name = "al_jazeera"
    title = "Al Jazeera English"
    country = "QA"
    kind = "broadcaster"
    language = "en"
    timezone = "Asia/Qatar"
    allowed_domains = ("aljazeera.com",)
    home = "https://www.aljazeera.com"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 7 known URLs.
    verified = ("facts 2026",)
    sections = {
        "news": "/news/", "africa": "/africa/", "asia": "/asia/", "us-canada": "/us-canada/",
        "latin-america": "/latin-america/", "middle-east": "/middle-east/",
    }  # fmt: skip
    feeds = ("/xml/rss/all.xml",)
    sitemaps = ("/sitemap.xml", "/sitemap.xml?yyyy={YYYY}&mm={MM}&dd={DD}")
    article_path = (
        r"^/[\w-]+/(?:[\w-]+/)?\d{4}/\d{1,2}/\d{1,2}/[\w-]+$|^/[\w-]+/\d{4}/\d{2}/[\w-]+-\d{15,}\.html$"
    )
    topic_path = r"^/(?:tag|where)/[\w-]+/$"
