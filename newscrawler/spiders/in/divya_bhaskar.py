"""દિવ્ય ભાસ્કર (Divya Bhaskar), a general news site in Gujarati, India."""

from newscrawler.news_spider import NewsSpider


class DivyaBhaskarSpider(NewsSpider):
    name = "divya_bhaskar"
    title = "દિવ્ય ભાસ્કર (Divya Bhaskar)"
    country = "IN"
    kind = "general"
    language = "gu"
    timezone = "Asia/Kolkata"
    allowed_domains = ("divyabhaskar.co.in",)
    home = "https://www.divyabhaskar.co.in"
    # Feeds and sitemaps: public lists of 2020; sections: a menu; articles: 2 known URLs.
    verified = ("facts 2026", "page 2020")
    sections = {
        "local": "/local/", "national": "/national/", "international": "/international/",
        "entertainment": "/entertainment/", "sports": "/sports/", "business": "/business/",
        "lifestyle": "/lifestyle/", "utility": "/utility/", "dharm-darshan": "/dharm-darshan/",
        "ahmedabad": "/local/gujarat/ahmedabad/", "surat": "/local/gujarat/surat/",
        "rajkot": "/local/gujarat/rajkot/",
    }  # fmt: skip
    section_names = {
        "local": ("મારું ગુજરાત",), "national": ("ઈન્ડિયા",), "international": ("વર્લ્ડ",),
        "entertainment": ("એન્ટરટેઇનમેન્ટ",), "sports": ("સ્પોર્ટ્સ",), "business": ("બિઝનેસ",),
        "lifestyle": ("લાઇફસ્ટાઇલ",), "utility": ("યુટિલિટી",), "dharm-darshan": ("ધર્મ દર્શન",),
        "ahmedabad": ("અમદાવાદ",), "surat": ("સુરત",), "rajkot": ("રાજકોટ",),
    }  # fmt: skip
    feeds = ("/rss-feed/1035/", "/rss-feed/1037/")
    article_path = r"-\d{9}\.html$"
    article_number = r"-(\d{9})\.html"
