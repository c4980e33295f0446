"""JSON-LD: which article is the page's own, and what it says."""

import json
from typing import Any

import pytest

from newscrawler.document import Document, parse_document
from newscrawler.extract import extract
from newscrawler.sources.metadata import jsonld

URL = "https://news.example.org/a/1"


def page(*values: Any, head: str = "", body: str = "") -> Document:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)
    return parse_document(f"<html><head>{head}{scripts}</head><body>{body}</body></html>", URL)


def news(**values: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": "Harbour reopens", **values}


@pytest.mark.parametrize(
    "value",
    [
        news(),
        [news()],
        {"@graph": [{"@type": "WebSite", "name": "x"}, news()]},
        {"@type": "WebPage", "mainEntity": news()},
        {"@type": ["NewsArticle", "Report"], "headline": "Harbour reopens"},
        {"@type": "https://schema.org/NewsArticle", "headline": "Harbour reopens"},
        {
            "@type": "LiveBlogPosting",
            "headline": "Harbour reopens",
            "liveBlogUpdate": [news(headline="An update")],
        },
        [
            {"@type": "ItemList", "itemListElement": [news(headline="Other", datePublished="2024-01-01")]},
            news(),
        ],
        [
            news(headline="Other", url="https://news.example.org/a/2", datePublished="2024-01-01"),
            news(url=URL),
        ],
    ],
)
def test_the_pages_own_article(value: Any) -> None:
    assert jsonld.read(page(value))["headline"] == ["Harbour reopens"]


def test_what_customers_say_of_a_thing_is_no_article() -> None:
    review = {"@type": "Review", "author": {"@type": "Person", "name": "Carl Customer"}, "reviewBody": "Good"}
    house = {"@type": "LocalBusiness", "name": "Aldine Haulers"}
    assert jsonld.read(page({**house, "aggregateRating": {"ratingValue": "5"}, "review": review})) == {}
    assert jsonld.read(page({**house, "review": [review, review]})) == {}
    tested = {"@type": "Product", "name": "Quay Kettle", "review": review}
    assert jsonld.read(page(tested))["authors"] == ["Carl Customer"]


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "Organization", "name": "x"},
        [],
        "text",
        5,
        None,
        {"@type": 5},
        {"@type": "Product", "headline": "x"},
    ],
)
def test_nothing_is_made_of_what_is_no_article(value: Any) -> None:
    assert "headline" not in jsonld.read(page(value))


@pytest.mark.parametrize(
    ("author", "people", "bylines", "organisations"),
    [
        ({"@type": "Person", "name": "Anna Example"}, ["Anna Example"], [], []),
        (
            [{"@type": "Person", "name": ["Anna Example"]}, {"@type": "Organization", "name": "AFP"}],
            ["Anna Example"],
            [],
            ["AFP"],
        ),
        ("Anna Example and Bert Other", [], ["Anna Example and Bert Other"], []),
        ({"name": "Anna Example"}, [], ["Anna Example"], []),
        ("https://news.example.org/authors/anna", [], [], []),
        ([[{"@type": "Person", "name": "Anna &amp; Bert"}]], ["Anna & Bert"], [], []),
        ({"@type": "Person", "name": None}, [], [], []),
    ],
)
def test_authors(author: Any, people: list[str], bylines: list[str], organisations: list[str]) -> None:
    values = jsonld.read(page(news(author=author)))
    assert [values.get(name, []) for name in ("authors", "bylines", "organisations")] == [
        people,
        bylines,
        organisations,
    ]


def test_values_of_unexpected_kinds_are_left_out() -> None:
    values = jsonld.read(
        page(
            news(
                datePublished={"a": 1},
                keywords=[1, None, {"name": "Ports"}],
                image=[None, 5, {}],
                articleSection=[],
            )
        )
    )
    assert set(values) <= {"headline", "topics", "canonical_url"}
    assert values["topics"] == ["1", "Ports"]


def test_times_of_the_page_stand_behind_those_of_the_article() -> None:
    around = {"@type": "WebPage", "datePublished": "2020-01-01", "dateModified": "2020-01-02"}
    for order in ([around, news(datePublished="2026-01-01")], [news(datePublished="2026-01-01"), around]):
        values = jsonld.read(page(*order))
        assert values["published_at"] == ["2026-01-01"]
        assert values["modified_at"] == ["2020-01-02"]


def test_times_of_the_page_are_the_articles_where_it_states_none() -> None:
    around = {"@type": "WebPage", "datePublished": "2026-01-01", "dateModified": "2026-01-02"}
    values = jsonld.read(page(around, news()))
    assert (values["published_at"], values["modified_at"]) == (["2026-01-01"], ["2026-01-02"])


def test_a_broken_script_is_salvaged_and_says_so() -> None:
    broken = json.dumps(news(datePublished="2026-01-01T10:00:00+01:00")).replace("Harbour", 'The "Harbour"')
    document = parse_document(f'<script type="application/ld+json">{broken}</script>', URL)
    assert jsonld.read(document) == {}
    assert jsonld.read_salvaged(document)["headline"] == ['The "Harbour" reopens']
    body = "".join(
        f"<p>The harbour of Aldine opened again on Tuesday after {n} weeks of work.</p>" for n in range(9)
    )
    article = extract(
        f'<script type="application/ld+json">{broken}</script><h1>The "Harbour" reopens</h1>{body}', URL
    )
    assert article
    assert article.published_at == "2026-01-01T10:00:00+01:00"
    assert article.extracted_by["published_at"] == "json-ld-salvaged"
    assert article.published_at_evidence is not None
    assert article.published_at_evidence.source == "json-ld-salvaged"


def test_what_is_whole_goes_before_what_is_salvaged() -> None:
    broken = json.dumps(news(datePublished="2026-01-01")).replace("Harbour", 'The "Harbour"')
    document = page(
        news(datePublished="2026-02-02"), head=f'<script type="application/ld+json">{broken}</script>'
    )
    assert jsonld.read(document)["published_at"] == ["2026-02-02"]
    assert jsonld.read_salvaged(document)["published_at"] == ["2026-01-01"]


def test_an_author_that_refers_to_a_person() -> None:
    node = news(author={"name": "Susan", "@id": "https://news.example.org/#susan"})
    person = {"@type": "Person", "@id": "https://news.example.org/#susan", "name": "Susan", "url": "x"}
    assert jsonld.read(page({"@graph": [node, person]}))["authors"] == ["Susan"]
    assert "authors" not in jsonld.read(page(node))


@pytest.mark.parametrize(
    "kind",
    [
        *("Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle"),
        *("BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "SatiricalArticle"),
        *(
            "AdvertiserContentArticle",
            "BlogPosting",
            "LiveBlogPosting",
            "SocialMediaPosting",
            "Report",
            "TechArticle",
        ),
        *("ScholarlyArticle", "Review", "ClaimReview", "hentry", "MedicalScholarlyArticle"),
    ],
)
def test_a_kind_of_article(kind: str) -> None:
    node = {"@type": kind, "headline": "Harbour reopens"}
    assert jsonld.article_node(page(node)) == node
    assert jsonld.article_node(page({"@type": kind})) is None or kind == "NewsArticle", "it says nothing"


@pytest.mark.parametrize(
    "kind", ["WebPage", "Person", "Product", "Recipe", "VideoObject", "ItemList", "Event"]
)
def test_another_kind_is_no_article(kind: str) -> None:
    assert jsonld.article_node(page({"@type": kind, "headline": "Harbour reopens"})) is None


@pytest.mark.parametrize(
    "key",
    ["relatedLink", "citation", "mentions", "itemListElement", "isBasedOn", "liveBlogUpdate", "comment"],
)
def test_an_article_within_another_thing_is_not_the_pages_own(key: str) -> None:
    assert jsonld.article_node(page({"@type": "WebPage", key: [news()]})) is None
    assert jsonld.article_node(page({"@type": "WebPage", key: {"a": [{"b": news()}]}})) is None
    assert jsonld.article_node(page({"@type": "WebPage", "hasPart": [news()]})) == news()


@pytest.mark.parametrize("kind", ["ItemList", "CollectionPage", "SearchResultsPage"])
def test_an_article_of_a_list_is_not_the_pages_own(kind: str) -> None:
    assert jsonld.article_node(page({"@type": kind, "hasPart": [news()]})) is None


@pytest.mark.parametrize(
    "more",
    [
        {"url": URL}, {"datePublished": "2026-05-04"}, {"author": "Ann Example"}, {"articleBody": "Text"},
        {"@id": URL}, {"mainEntityOfPage": URL}, {"mainEntityOfPage": {"@id": URL}},
    ],
)  # fmt: skip
def test_of_two_articles_the_fuller_or_the_named_one_is_the_pages(more: dict[str, Any]) -> None:
    full = {"@type": "Article", "headline": "Harbour reopens", **more}
    other = {"@type": "Article", "headline": "Another"}
    assert jsonld.article_node(page(other, full)) == full
    assert jsonld.article_node(page(full, other)) == full
    assert jsonld.article_node(page(other, news())) == news(), "one of news before a plain one"
