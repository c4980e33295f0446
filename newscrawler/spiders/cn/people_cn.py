"""人民网 (People's Daily Online), a paper of the state in Chinese, China."""

from newscrawler.news_spider import NewsSpider


class PeopleCnSpider(NewsSpider):
    name = "people_cn"
    title = "人民网 (People's Daily Online)"
    country = "CN"
    kind = "state"
    language = "zh"
    timezone = "Asia/Shanghai"
    allowed_domains = ("people.com.cn",)
    home = "http://www.people.com.cn"
    languages = {"en.people.cn": "en"}
    # Feeds and sitemaps: public lists of 2026; articles: 7 known URLs.
    verified = ("facts 2026",)
    feeds = ("/rss/politics.xml", "/rss/society.xml")
    article_path = r"^/n1/\d{4}/\d{4}/c\d+-\d+\.html$"
    article_number = r"/c\d+-(\d+)\.html"
