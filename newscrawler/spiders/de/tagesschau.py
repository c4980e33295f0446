"""tagesschau, a public broadcaster in German, Germany."""

from newscrawler.news_spider import NewsSpider


class TagesschauSpider(NewsSpider):
    name = "tagesschau"
    title = "tagesschau"
    country = "DE"
    kind = "public"
    language = "de"
    timezone = "Europe/Berlin"
    allowed_domains = ("tagesschau.de",)
    home = "https://www.tagesschau.de"
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 10 known URLs.
    verified = ("facts 2026",)
    sections = {
        "inland": "/inland/", "ausland": "/ausland/", "wirtschaft": "/wirtschaft/", "wissen": "/wissen/",
        "investigativ": "/investigativ/", "faktenfinder": "/faktenfinder/",
    }  # fmt: skip
    feeds = ("/infoservices/alle-meldungen-100~rss2.xml",)
    article_path = r"^/(?!multimedia/|archiv/).*-\d{3}\.html$"
