"""ประชาไท (Prachatai), a quality paper in Thai, Thailand."""

from newscrawler.news_spider import NewsSpider


class PrachataiSpider(NewsSpider):
    name = "prachatai"
    title = "ประชาไท (Prachatai)"
    country = "TH"
    kind = "quality"
    language = "th"
    timezone = "Asia/Bangkok"
    allowed_domains = ("prachatai.com",)
    languages = {"/english/": "en"}
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 22 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "politics": "/politics", "economy": "/economy", "labour": "/labour", "human-rights": "/human-rights",
        "environment": "/environment", "security": "/security", "life": "/life", "culture": "/culture",
        "foreign": "/foreign", "ict": "/ict", "english": "/english",
    }  # fmt: skip
    section_names = {
        "politics": ("การเมือง",), "economy": ("เศรษฐกิจ",), "labour": ("แรงงาน",),
        "human-rights": ("สิทธิมนุษยชน",), "environment": ("สิ่งแวดล้อม",), "security": ("ความมั่นคง",),
        "life": ("คุณภาพชีวิต",), "culture": ("วัฒนธรรม บันเทิง",), "foreign": ("ต่างประเทศ",),
        "ict": ("ไอซีที",), "english": ("English",),
    }  # fmt: skip
    feeds = ("/feed",)
    article_path = r"^/journal/\d{4}/\d{2}/\d+$"
    article_number = r"/journal/\d{4}/\d{2}/(\d+)"
    topic_path = r"^/category/[^/]+$"
