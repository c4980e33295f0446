"""Media Indonesia, a general news site in Indonesian, Indonesia."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class MediaIndonesiaSpider(NewsSpider):
    name = "media_indonesia"
    title = "Media Indonesia"
    country = "ID"
    kind = "general"
    language = "id"
    timezone = "Asia/Jakarta"
    allowed_domains = ("mediaindonesia.com",)
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 16 known URLs.
    verified = ("facts 2026", "page 2026")
    sections = {
        "politik-dan-hukum": "/politik-dan-hukum", "ekonomi": "/ekonomi", "humaniora": "/humaniora",
        "megapolitan": "/megapolitan", "nusantara": "/nusantara", "internasional": "/internasional",
        "olahraga": "/olahraga", "sepak-bola": "/sepak-bola", "hiburan": "/hiburan",
        "teknologi": "/teknologi", "otomotif": "/otomotif", "opini": "/opini",
    }  # fmt: skip
    section_names = {
        "politik-dan-hukum": ("Politik dan Hukum",), "ekonomi": ("Ekonomi",), "humaniora": ("Humaniora",),
        "megapolitan": ("Megapolitan",), "nusantara": ("Nusantara",), "internasional": ("Internasional",),
        "olahraga": ("Olahraga",), "sepak-bola": ("Sepakbola",), "hiburan": ("Hiburan",),
        "teknologi": ("Teknologi",), "otomotif": ("Otomotif",), "opini": ("Opini",),
    }  # fmt: skip
    feeds = ("/feed/all",)
    sitemaps = ("/sitemap.xml",)
    article_path = r"^/[\w-]+/\d{5,7}/[\w-]+$"
    article_number = r"/(\d{5,7})/"
    topic_path = r"^/tag/[\w-]+$"

    layouts = (Layout(name="2026", marker=".post-header .author-2", authors=".post-header .author-2"),)
