"""自由時報 (Liberty Times), a general news site in Chinese, Taiwan."""

from newscrawler.news_spider import NewsSpider


class LtnSpider(NewsSpider):
    name = "ltn"
    title = "自由時報 (Liberty Times)"
    country = "TW"
    kind = "general"
    language = "zh"
    timezone = "Asia/Taipei"
    allowed_domains = ("ltn.com.tw",)
    home = "https://news.ltn.com.tw"
    # Feeds and sitemaps: public lists of 2026; sections: a menu; articles: 16 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "all": "/list/breakingnews", "politics": "/list/breakingnews/politics",
        "society": "/list/breakingnews/society", "life": "/list/breakingnews/life",
        "world": "/list/breakingnews/world", "local": "/list/breakingnews/local",
        "novelty": "/list/breakingnews/novelty",
    }  # fmt: skip
    section_names = {
        "all": ("即時",), "politics": ("政治",), "society": ("社會",), "life": ("生活",), "world": ("國際",),
        "local": ("地方",), "novelty": ("蒐奇",),
    }  # fmt: skip
    section_feeds = {"life": "/rss/life.xml", "local": "/rss/local.xml", "novelty": "/rss/novelty.xml"}
    feeds = ("/rss/all.xml",)
    article_path = r"^/news/[\w-]+/(?:breakingnews|paper)/\d+$|^/article/(?:breakingnews|paper)/\d+$"
    article_number = r"/((?:breakingnews|paper)/\d+)(?:/|[?#]|$)"
