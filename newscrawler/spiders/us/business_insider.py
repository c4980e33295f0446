"""Business Insider, a business paper in English, the United States."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class BusinessInsiderSpider(NewsSpider):
    name = "business_insider"
    title = "Business Insider"
    country = "US"
    kind = "business"
    language = "en"
    timezone = "America/New_York"
    allowed_domains = ("www.businessinsider.com", "businessinsider.com")
    # Feeds and sitemaps: public lists of 2020 to 2026; sections: a menu; articles: 60 known URLs.
    verified = ("facts 2026", "page 2019")
    sections = {
        "business": "/business", "economy": "/economy", "finance": "/finance", "retail": "/retail",
        "media": "/media", "real-estate": "/real-estate", "tech": "/tech", "science": "/science",
        "ai": "/artificial-intelligence", "transportation": "/transportation", "lifestyle": "/lifestyle",
        "entertainment": "/entertainment", "travel": "/travel", "food": "/food", "health": "/health",
        "parenting": "/parenting", "politics": "/politics", "defense": "/defense",
    }  # fmt: skip
    section_names = {
        "business": ("Business",), "economy": ("Economy",), "finance": ("Finance",), "retail": ("Retail",),
        "media": ("Media",), "real-estate": ("Design",), "tech": ("Tech",), "science": ("Science",),
        "ai": ("AI",), "transportation": ("Transportation",), "lifestyle": ("Lifestyle",),
        "entertainment": ("Entertainment",), "travel": ("Travel",), "food": ("Food",), "health": ("Health",),
        "parenting": ("Parenting",), "politics": ("Politics",), "defense": ("Military & Defense",),
    }  # fmt: skip
    feeds = ("https://it.businessinsider.com/feed/",)
    news_sitemaps = ("/sitemap/google-news.xml",)
    sitemaps = ("/sitemap/{YYYY}-{MM}.xml",)
    article_path = r"^/(?:[\w-]+/)?[\w-]+-\d{4}-\d{1,2}$|^/[\w-]+-[\w-]+-[\w-]+-[\w-]+$"
    topic_path = r"^/category/[\w-]+$"
    layouts = (
        Layout(
            name="slideshow",
            marker="section.slideshow-container",
            body="section.slideshow-container",
            not_body=("figcaption", "span.image-source", "div.inline-newsletter-signup"),
        ),
    )
