"""Fields of pages other than times and bodies, which have their own files."""

import json

import pytest

from newscrawler.extract import read_page
from newscrawler.publication.site import Site
from tests.extraction.page import BODY, URL, article, ld, page


def test_27_declared_charset_is_believed() -> None:
    html = page('<meta charset="iso-8859-2">', title="Sąd wydał dziesiątej osobie żółty list").encode(
        "iso-8859-2", "replace"
    )
    assert article(html).headline == "Sąd wydał dziesiątej osobie żółty list"


def test_28_one_bad_byte_costs_one_character() -> None:
    html = (
        page('<meta charset="utf-8">', "<p>\u017a</p>", title="Sprzeciw wobec żądań w mieście Łódź").encode()
        + b"\xea"
    )
    assert article(html).headline == "Sprzeciw wobec żądań w mieście Łódź"


def test_29_next_page_is_reported() -> None:
    html = page('<link rel="next" href="/politics/harbour-reopens-4711/2">')
    assert read_page(html, URL).next_page == "https://news.example.org/politics/harbour-reopens-4711/2"


def test_30_soft_hyphens_and_zero_width_marks_do_not_survive() -> None:
    found = article(page(title="Hafen\u00adbehörde öff\u200bnet\ufeff wieder"))
    assert found.headline == "Hafenbehörde öffnet wieder"


@pytest.mark.parametrize(
    ("html", "headline"),
    [
        (
            "<title>Harbour reopens after repairs | Example News</title><h1>Harbour reopens after repairs</h1>",
            "Harbour reopens after repairs",
        ),
        ("<title>Harbour reopens after repairs - Example News</title>", "Harbour reopens after repairs"),
        (
            "<title>Harbour reopens after repairs | Example News</title><h1>Example News</h1><h1>Harbour reopens after repairs</h1>",
            "Harbour reopens after repairs",
        ),
        (
            (
                '<meta property="og:title" content="Harbour reopens after repairs">'
                "<h1><span class='kicker'>Shipping</span> <span>Harbour reopens after repairs</span></h1>"
            ),
            "Harbour reopens after repairs",
        ),
        (  # worded for search engines in the head: the page shows the other
            '<meta property="og:title" content="Port news: what ships must know now"><h1>Harbour reopens after repairs</h1>',
            "Harbour reopens after repairs",
        ),
        (
            '<meta property="og:title" content="港が再び開く、修理終わる"><h1>国際ニュース</h1><h1>港が再び開く、修理終わる</h1>',
            "港が再び開く、修理終わる",
        ),
    ],
)
def test_headline_as_the_page_shows_it(html: str, headline: str) -> None:
    names = '<meta property="og:site_name" content="Example News">'
    assert article(f"<html><head>{names}</head><body>{html}{BODY}</body></html>").headline == headline


def test_authors_are_people_and_the_agency_apart() -> None:
    html = page(
        ld(author=[{"@type": "Person", "name": "Anna Example"}, {"@type": "Organization", "name": "Reuters"}])
    )
    found = article(html)
    assert (found.authors, found.agency) == (["Anna Example"], "Reuters")


def test_the_publication_is_not_an_author() -> None:
    html = page(
        '<meta name="author" content="Example News">',
        '<div class="byline">By <a href="/authors/a">Anna Example</a></div>',
    )
    found = article(html)
    assert (found.authors, found.extracted_by["authors"]) == (["Anna Example"], "page")


def test_authors_of_the_sidebar_are_not_the_articles() -> None:
    assert article(page(after='<aside><a rel="author" href="/b">Bert Other</a></aside>')).authors == []


def test_references_of_a_graph_are_followed() -> None:
    graph = {
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Harbour reopens after repairs",
                "author": {"@id": "#anna"},
                "datePublished": "2024-05-03T10:00:00Z",
            },
            {"@type": "Person", "@id": "#anna", "name": "Anna Example"},
        ]
    }
    found = article(page(f'<script type="application/ld+json">{json.dumps(graph)}</script>'))
    assert found.authors == ["Anna Example"]


def test_keywords_that_are_links_are_one_topic_each() -> None:
    links = "<div itemprop=keywords><a href=/tag/a>ports</a> <a href=/tag/b>ships</a></div>"
    html = f"<div itemscope itemtype=https://schema.org/NewsArticle><h1 itemprop=headline>T</h1>{links}{BODY}</div>"
    assert article(html).topics == ["ports", "ships"]


def test_the_agency_of_the_printed_byline_stands_beside_stated_authors() -> None:
    byline = "<p class=byline>By <a rel=author>Ada Moll</a> <span class=author>Reuters</span></p>"
    found = article(page(ld(author={"@type": "Person", "name": "Ada Moll"}), byline))
    assert (found.authors, found.agency) == (["Ada Moll"], "Reuters")
    assert found.extracted_by["agency"] == "page"


def test_the_agency_of_a_byline_can_be_the_sites_own() -> None:
    byline = "<p class=byline>Quayside Wire</p>"
    assert article(page(top=byline), site=Site("example", agency="Quayside Wire")).agency == "Quayside Wire"
    assert article(page(top=byline)).agency is None


def test_a_keyword_that_is_the_headline_or_a_sentence_is_no_topic() -> None:
    sentence = "The works in the harbour end in May."
    keywords = ["Harbour reopens after repairs", sentence, "Ports", "Washington D.C.", "Who is who?"]
    assert article(page(ld(keywords=keywords))).topics == ["Ports", "Washington D.C.", "Who is who?"]


def test_keywords_that_only_repeat_the_author_are_no_topics() -> None:
    author = {"@type": "Person", "name": "Ada Moll"}
    found = article(page(ld(author=author) + '<meta name="tags" content="Ada Moll">'))
    assert (found.authors, found.topics, found.extracted_by.get("topics")) == (["Ada Moll"], [], None)


def test_keywords_in_one_string_are_split_and_stand_once() -> None:
    assert article(page(ld(keywords="Harbours, Shipping,harbours , Repairs"))).topics == [
        "Harbours",
        "Shipping",
        "Repairs",
    ]


def test_related_article_of_json_ld_is_not_read() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Other story",
        "datePublished": "2020-01-01T00:10:00Z",
        "author": {"@type": "Person", "name": "Bert Other"},
    }
    html = page(
        f'<script type="application/ld+json">{json.dumps({"@type": "ItemList", "itemListElement": [other]})}</script>'
        + ld(datePublished="2024-05-03T10:00:00Z", mainEntityOfPage=URL)
    )
    found = article(html)
    assert (found.published_at, found.authors) == ("2024-05-03T10:00:00+00:00", [])


def test_microdata_is_read_like_json_ld() -> None:
    html = (
        '<html><body><article itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Harbour reopens after repairs</h1>'
        '<span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Anna Example</span></span>'
        '<time itemprop="datePublished" datetime="2024-05-03T10:00:00+02:00">Friday</time><meta itemprop="keywords" content="Ports, Ships">'
        f'<div itemprop="articleBody">{BODY}</div></article></body></html>'
    )
    found = article(html)
    assert (found.authors, found.published_at, found.topics) == (
        ["Anna Example"],
        "2024-05-03T10:00:00+02:00",
        ["Ports", "Ships"],
    )
    assert {found.extracted_by[name] for name in ("authors", "published_at", "topics")} == {"microdata"}


def test_caption_and_credit_apart_and_logos_left_out() -> None:
    html = page(
        ld(image=["https://news.example.org/img/logo_share.png"]),
        '<figure><img src="/img/1.jpg"><figcaption>Ships at dusk. <span class="credit">Foto: Anna Example/dpa</span></figcaption></figure>',
    )
    (image,) = article(html).images
    assert (image.url, image.caption, image.credit) == (
        "https://news.example.org/img/1.jpg",
        "Ships at dusk.",
        "Anna Example/dpa",
    )


@pytest.mark.parametrize(
    ("head", "state"),
    [
        (ld(isAccessibleForFree=True), "free"),
        (ld(isAccessibleForFree="False"), "locked"),
        (
            ld(isAccessibleForFree=False, hasPart={"@type": "WebPageElement", "isAccessibleForFree": True}),
            "partial",
        ),
        ('<meta property="article:content_tier" content="metered">', "metered"),
        ("", "unknown"),
    ],
)
def test_access(head: str, state: str) -> None:
    access = article(page(head)).access
    assert access.state == state
    assert (access.signal is None) == (state == "unknown")


def test_urls() -> None:
    html = page(
        '<link rel="canonical" href="https://news.example.org/"><link rel="amphtml" href="/amp/4711">'
        '<link rel="alternate" media="only screen and (max-width: 640px)" href="https://m.news.example.org/4711">'
        f'<meta property="og:url" content="{URL}?utm_source=x">'
    )
    found = article(html)
    assert (found.canonical_url, found.extracted_by["canonical_url"]) == (
        URL,
        "opengraph",
    )  # the home page is not believed
    assert (found.amp_url, found.mobile_url) == (
        "https://news.example.org/amp/4711",
        "https://m.news.example.org/4711",
    )


def test_language_is_that_of_the_text() -> None:
    assert article(page(lang="ru")).language == "en"


def test_explain_names_every_candidate() -> None:
    html = page(
        ld(author={"@type": "Person", "name": "Anna Example"}) + '<meta name="author" content="Bert Other">'
    )
    verdicts = [
        (c.source, c.verdict) for c in read_page(html, URL, explain=True).candidates if c.field == "authors"
    ]
    assert verdicts == [("json-ld", "won"), ("meta", "json-ld came first")]
