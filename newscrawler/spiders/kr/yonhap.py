"""연합뉴스 (Yonhap), a news agency in Korean, South Korea."""

from newscrawler.news_spider import NewsSpider


class YonhapSpider(NewsSpider):
    name = "yonhap"
    title = "연합뉴스 (Yonhap)"
    country = "KR"
    kind = "agency"
    language = "ko"
    timezone = "Asia/Seoul"
    agency = "연합뉴스"
    allowed_domains = ("www.yna.co.kr", "yna.co.kr")
    languages = {
        "en.yna.co.kr": "en", "jp.yna.co.kr": "ja", "cn.yna.co.kr": "zh", "ar.yna.co.kr": "ar",
        "sp.yna.co.kr": "es", "fr.yna.co.kr": "fr",
    }  # fmt: skip
    # Feeds and sitemaps: public lists of 2026; sections: known URLs; articles: 6 known URLs.
    verified = ("facts 2026",)
    sections = {"politics": "/politics/all", "economy": "/economy/all", "sports": "/sports/all"}
    section_feeds = {"economy": "/rss/economy.xml", "politics": "/rss/politics.xml"}
    feeds = ("/rss/news.xml",)
    article_path = r"^/view/[A-Z]{3}\d{14,17}$"
    article_number = r"/view/([A-Z]{3}\d{14,17})"
