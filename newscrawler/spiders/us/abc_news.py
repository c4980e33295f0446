"""ABC News, a broadcaster in English, the United States."""

from newscrawler.news_spider import NewsSpider


class AbcNewsSpider(NewsSpider):
    """abcnews.go.com; the number of a story stands in the query."""

    name = "abc_news"
    title = "ABC News"
    country = "US"
    kind = "broadcaster"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("abcnews.com", "abcnews.go.com")
    home = "https://abcnews.go.com"
    # Feeds and sitemaps: public lists of 2019; sections: known URLs; articles: 15 known URLs.
    verified = ("facts 2026", "page 2016")
    sections = {"us": "/US", "politics": "/Politics", "international": "/International", "health": "/Health"}
    feeds = ("http://feeds.abcnews.com/abcnews/topstories",)
    article_path = r"/(?:story|wireStory/[\w-]+)$|/wireStory/[\w-]+-\d+$"
    article_query = r"^$|(?:^|&)id=\d+"
    article_number = r"(?:[?&]id=|-)(\d{6,10})(?:[&#]|$)"
    topic_path = r"^/topics/[\w/.-]+$"
