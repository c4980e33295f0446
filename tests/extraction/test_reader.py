"""Sources offer what they hold, in one order; the reader tells which of them gave a field."""

from newscrawler.document import parse_document
from newscrawler.extraction.reader import PageReader
from newscrawler.items import ListedArticle
from newscrawler.publication.site import Site

from .page import URL, ld, page


def reader(html: str, *, listed: ListedArticle | None = None, url: str = URL) -> PageReader:
    return PageReader(parse_document(html, url), Site("example"), [listed] if listed else [])


def test_what_the_page_states_goes_before_what_it_shows() -> None:
    article = reader(page(ld(headline="Harbour opens", datePublished="2024-05-04T10:00:00Z"))).read()
    assert article.published_at == "2024-05-04T10:00:00+00:00"
    assert article.extracted_by["published_at"] == "json-ld"


def test_the_page_shows_what_it_does_not_state() -> None:
    read = reader(page(top='<p class="byline">By <a rel="author">Mary Smith</a></p>'))
    article = read.read()
    assert article.headline == "Harbour reopens after repairs"
    assert article.authors == ["Mary Smith"]
    assert article.extracted_by["body"] == "page"
    assert read.layout is None


def test_a_listing_gives_what_the_page_lacks_and_no_more() -> None:
    listed = ListedArticle(
        URL, URL, published_at="2024-05-04T10:00:00Z", time_source="feed", section="Politics"
    )
    article = reader(page(), listed=listed).read()
    assert (article.published_at, article.section) == ("2024-05-04T10:00:00+00:00", "Politics")
    assert article.extracted_by["published_at"] == "feed"
    stating = reader(page(ld(datePublished="2024-05-03T09:00:00Z")), listed=listed).read()
    assert stating.published_at == "2024-05-03T09:00:00+00:00"


def test_the_reader_lets_its_page_go() -> None:
    read = reader(page())
    read.read()
    read.let_go()
    assert "loader" not in vars(read)


def test_a_keyword_that_the_site_calls_no_topic_is_none_and_leaves_the_field_to_the_next_source() -> None:
    site = Site("example", not_topics=frozenset(("curated", "news desk")))

    def topics(keywords: list[str]) -> list[str]:
        html = page(ld(keywords=keywords) + '<meta name="keywords" content="curated, Ships">')
        return PageReader(parse_document(html, URL), site).read().topics

    assert topics(["Curated", "Ports"]) == ["Ports"]
    assert topics(["Curated", "News Desk"]) == ["Ships"]
