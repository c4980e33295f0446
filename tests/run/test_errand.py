"""What a request is for."""

from scrapy import Request

from newscrawler.items import ListedArticle
from newscrawler.run.errand import (
    ArticleErrand,
    Errand,
    ListingErrand,
    article_errand,
    errand_of,
    listing_errand,
)

URL = "https://press.example/1"


def test_a_request_says_what_it_is_for_and_takes_it_along_when_it_is_redirected() -> None:
    errand = ArticleErrand(listed=ListedArticle(URL, URL))
    request = Request(URL, meta=errand.meta()).replace(url=f"{URL}?moved")
    assert article_errand(request) is errand_of(request) is errand
    assert listing_errand(request) is None
    listing = ListingErrand(kind="feed")
    assert listing_errand(Request(URL, meta=listing.meta())) is listing
    assert article_errand(Request(URL, meta=listing.meta())) is None


def test_a_request_of_anybody_else_is_for_nothing_of_ours() -> None:
    for request in (Request(URL), Request(URL, meta={"errand": "theirs"}), None):
        assert errand_of(request) is None
    assert isinstance(errand_of(Request(URL, meta=Errand().meta())), Errand)


def test_a_reason_names_the_page_where_it_is_not_the_listed_one() -> None:
    listed = ListedArticle(URL, URL)
    reasons = [
        ArticleErrand(listed=listed, page=page).reason("http-404") for page in ("listed", "own", "further")
    ]
    assert reasons == ["http-404", "own-page-http-404", "page-2-http-404"]
