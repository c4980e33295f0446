"""المدينة نيوز (Al-Madina News), a general news site in Arabic, Jordan."""

from newscrawler.news_spider import NewsSpider


class AlMadinaSpider(NewsSpider):
    name = "al_madina"
    title = "المدينة نيوز (Al-Madina News)"
    country = "JO"
    kind = "general"
    language = "ar"
    timezone = "Asia/Amman"
    allowed_domains = ("almadenahnews.com",)
    home = "https://www.almadenahnews.com"
    # Sections: a menu; articles: 38 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "local": "/category/شؤون-محلية", "world": "/category/عربي-ودولي",
        "economy": "/category/اقتصاد-وتكنولوجيا", "sport": "/category/رياضة",
        "talk": "/category/حديث-المدينة", "parliament": "/category/اخبار-البرلمان",
        "opinion": "/category/منبر-المدينة",
    }  # fmt: skip
    section_names = {
        "local": ("شؤون محلية",), "world": ("عربي ودولي",), "economy": ("اقتصاد",), "sport": ("رياضة",),
        "talk": ("حديث المدينة",), "parliament": ("اخبار البرلمان",), "opinion": ("منبر المدينة",),
    }  # fmt: skip
    article_path = r"^/article/\d+-"
    article_number = r"/article/(\d+)"
