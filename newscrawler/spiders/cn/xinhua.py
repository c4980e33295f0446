"""新华网 (Xinhua), a news agency in Chinese, China."""

from newscrawler.news_spider import NewsSpider


class XinhuaSpider(NewsSpider):
    name = "xinhua"
    title = "新华网 (Xinhua)"
    country = "CN"
    kind = "agency"
    language = "zh"
    timezone = "Asia/Shanghai"
    agency = "新华社"
    allowed_domains = ("news.cn", "xinhuanet.com")
    home = "http://www.news.cn"
    languages = {"english.news.cn": "en"}
    # Feeds and sitemaps: public lists of 2020; sections: known URLs; articles: 17 known URLs.
    verified = ("facts 2026", "page 2023")
    sections = {
        "politics": "/politics/", "fortune": "/fortune/", "world": "/world/", "local": "/local/",
        "legal": "/legal/", "tw": "/tw/",
    }  # fmt: skip
    feeds = ("http://www.xinhuanet.com/world/news_world.xml", "http://www.xinhuanet.com/tech/news_tech.xml")
    article_path = r"/\d{4}-\d{2}/\d{2}/c_\d+\.htm$|/\d{8}/[0-9a-f]{32}/c\.html$"
    article_number = r"/c_(\d+)\.htm"
