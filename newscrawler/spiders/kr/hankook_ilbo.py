"""한국일보, a quality paper in Korean, South Korea."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class HankookIlboSpider(NewsSpider):
    name = "hankook_ilbo"
    title = "한국일보"
    country = "KR"
    kind = "quality"
    language = "ko"
    timezone = "Asia/Seoul"
    allowed_domains = ("hankookilbo.com",)
    home = "https://www.hankookilbo.com"
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 5 known URLs.
    verified = ("facts 2026", "page 2025", "page 2026")
    sections = {
        "politics": "/News/Politics", "economy": "/News/Economy", "society": "/News/Society",
        "world": "/News/World", "culture": "/News/Culture", "enter": "/News/Enter", "people": "/News/People",
        "life": "/News/Life", "sports": "/Sports", "opinion": "/Opinion",
    }  # fmt: skip
    section_names = {
        "politics": ("정치",), "economy": ("경제",), "society": ("사회",), "world": ("국제",),
        "culture": ("문화",), "enter": ("연예",), "people": ("사람",), "life": ("라이프",),
        "sports": ("스포츠",), "opinion": ("오피니언",),
    }  # fmt: skip
    feeds = ("http://rss.hankookilbo.com/rss_xml/main/mainpan.xml",)
    news_sitemaps = ("/sitemap/latest-articles",)
    sitemaps = ("/sitemap/daily-articles/{YYYY}",)
    article_path = r"^/[Nn]ews/(?:[Rr]ead|article)/A\d{16,20}$"
    article_number = r"/(A\d{16,20})(?:[?#]|$)"

    # before its scripts run, the page has the facts of the article in one element's attributes
    layouts = (
        Layout(
            name="2026",
            marker="#gtm-article-data",
            headline="#gtm-article-data@data-title",
            published_at="#gtm-article-data@data-deploy-dt",
        ),
    )
