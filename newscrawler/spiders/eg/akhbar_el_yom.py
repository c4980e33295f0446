"""بوابة أخبار اليوم (Akhbar El-Yom), a general news site in Arabic, Egypt."""

from newscrawler.news_spider import NewsSpider


class AkhbarElYomSpider(NewsSpider):
    name = "akhbar_el_yom"
    title = "بوابة أخبار اليوم (Akhbar El-Yom)"
    country = "EG"
    kind = "general"
    language = "ar"
    timezone = "Africa/Cairo"
    allowed_domains = ("akhbarelyom.com",)
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 41 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {"investigations": "/news/newssection/160/1/حوارات-وتحقيقات"}
    section_names = {"investigations": ("حوارات وتحقيقات",)}
    feeds = ("http://www.akhbarelyom.com/RSS/GetSectionNewsRSS?JournalID=1&SectionID=1",)
    article_path = r"^/[Nn]ews/[Nn]ew[Dd]etails/\d+/"
    article_number = r"/[Nn]ew[Dd]etails/(\d+)/"
