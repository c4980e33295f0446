"""Extraction: invented pages in the shapes on which extractors are known to fail (fields; bodies have their own file)."""

import json
from typing import Any

import pytest

from newscrawler.extract import Refusal, extract, read_page
from newscrawler.items import Article, ListedArticle

URL = "https://news.example.org/politics/harbour-reopens-4711"
TEXT = (
    "The harbour of the small town opened again on Tuesday after three weeks of repairs, the port authority said. "
    "Ships had been diverted to a neighbouring port, which cost the town much of its income from fees, and the "
    "council is still counting what the closure has cost."
)
BODY = "".join(f"<p>{TEXT} It was day {number} of the works.</p>" for number in ("one", "two", "three"))


def page(
    head: str = "",
    top: str = "",
    *,
    after: str = "",
    title: str = "Harbour reopens after repairs",
    lang: str = "en",
) -> str:
    return (
        f'<html lang="{lang}"><head><title>{title} | Example News</title><meta property="og:site_name" content="Example News">'
        f"{head}</head><body><main><article><h1>{title}</h1>{top}{BODY}</article></main>{after}</body></html>"
    )


def ld(**values: Any) -> str:
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour reopens after repairs",
        **values,
    }
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def article(html: str | bytes, url: str = URL, **options: Any) -> Article:
    found = extract(html, url, **options)
    assert isinstance(found, Article), found
    return found


def published(html: str, url: str = URL) -> tuple[str | None, str | None]:
    found = article(html, url)
    evidence = found.published_at_evidence
    return found.published_at, evidence.source if evidence else None


# --- Times (19–26) -----------------------------------------------------------------------------------------------


def test_19_day_and_month_stand_and_the_printed_zone_is_kept() -> None:
    html = page(top='<p class="time"><time datetime="2016-10-04 05:07:09">10/04/2016 05:07 AM EDT</time></p>')
    found = article(html)
    assert found.published_at in {"2016-10-04T05:07:00-04:00", "2016-10-04T05:07:09"}
    assert (found.published_at or "")[:10] == "2016-10-04"


def test_20_what_the_page_shows_against_its_meta_elements_is_a_conflict() -> None:
    html = page(
        '<meta name="date" content="2019-02-05T10:00:00+00:00">'
        + ld(datePublished="2023-08-30T09:15:00+01:00"),
        '<time datetime="2023-08-30T09:15:00+01:00">30 August 2023</time>',
    )
    found = article(html)
    assert found.published_at == "2023-08-30T09:15:00+01:00"
    assert found.published_at_evidence
    assert [(other.source, other.value) for other in found.published_at_evidence.conflicts] == [
        ("meta", "2019-02-05T10:00:00+00:00")
    ]


def test_21_teasers_date_is_not_the_articles() -> None:
    teaser = (
        '<div class="col"><h2>Port fees to rise<span class="date">24.04.2023</span></h2></div>'
        '<ul><li><a href="/a/2">Council to count what the closure has cost</a> <span>24.04.2023</span></li></ul>'
    )
    html = page(top=teaser, after="", lang="de").replace(
        "</article>", "</article><ul><li><strong>Datum</strong> 28.04.2023</li></ul>"
    )
    assert published(html) == ("2023-04-28", "text")


def test_22_published_and_updated_are_kept_apart() -> None:
    html = page(
        '<meta name="article.published" content="2016-12-21T10:00:00-08:00">',
        "<div>Updated Mar 6, 2018</div>",
    )
    found = article(html)
    assert found.published_at == "2016-12-21T10:00:00-08:00"
    assert found.modified_at == "2018-03-06"


def test_22b_an_update_alone_is_no_publication() -> None:
    found = article(page(top="<div>Updated on December 12, 2016 09:22 AM</div>"))
    assert (found.published_at, found.modified_at) == (None, "2016-12-12T09:22:00")


def test_23_dates_in_addresses_of_pictures_are_not_the_articles() -> None:
    picture = '<aside><a href="/2022/01/01/other"><img src="/img/2022/01/01/x.jpg"></a></aside>'
    assert published(page(top="<span>2019年04月21日 12時00分</span>", after=picture, lang="ja")) == (
        "2019-04-21T12:00:00",
        "text",
    )


def test_24_month_first_where_only_that_can_be() -> None:
    assert published(page('<meta name="publish-date" content="12-15-2016">')) == ("2016-12-15", "meta")


@pytest.mark.parametrize(
    "time", ["2024-05-03T15:42:11+02:00", "2025-02-02T21:52:43+01:00", "2026-01-06T08:00:00-03:30"]
)
def test_25_the_offset_is_kept(time: str) -> None:
    assert published(page(ld(datePublished=time))) == (time, "json-ld")


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        ("<span>23. Oktober 2024, 15:48 Uhr</span>", "2024-10-23T15:48:00"),
        ("<div class='meta'>By Anna Example | 23 October 2024 15:48 BST</div>", "2024-10-23T15:48:00+01:00"),
        ("<p>Опубликовано: 23 октября 2024, 15:48</p>", "2024-10-23T15:48:00"),
        ("<div>Publié le 23 octobre 2024 à 15h48</div>", "2024-10-23T15:48:00"),
    ],
)
def test_26_printed_near_the_headline_and_nowhere_else(printed: str, time: str) -> None:
    assert published(page(top=printed)) == (time, "text")


@pytest.mark.parametrize("relative", ["3 hours ago", "vor 3 Stunden", "il y a 2 heures", "вчера", "3時間前"])
def test_relative_times_are_no_times(relative: str) -> None:
    assert published(page(top=f"<time>{relative}</time>")) == (None, None)


def test_caption_that_names_a_day_is_no_time_of_publication() -> None:
    html = page(
        top="<div class='box'><span>Ships waiting off the harbour at dusk on 3 January 2020</span></div>"
    )
    assert published(html) == (None, None)


def test_midnight_gives_way_to_the_clock_of_the_same_day() -> None:
    html = page(
        ld(datePublished="2024-05-03T00:00:00+02:00")
        + '<meta property="article:published_time" content="2024-05-03T15:42:11+02:00">'
    )
    assert published(html) == ("2024-05-03T15:42:11+02:00", "opengraph")


def test_an_unreadable_time_leaves_the_field_to_the_next_source() -> None:
    html = page(
        ld(datePublished="recently")
        + '<meta property="article:published_time" content="2024-05-03T15:42:11Z">'
    )
    assert published(html) == ("2024-05-03T15:42:11+00:00", "opengraph")


def test_day_of_the_address_is_a_day() -> None:
    assert published(page(), "https://news.example.org/2020/03/27/harbour") == ("2020-03-27", "url")


def test_listing_is_used_last_and_named() -> None:
    listed = [
        ListedArticle(
            URL, URL, published_at="2020-03-27T10:00:00+01:00", time_source="feed", section="Harbour"
        )
    ]
    found = article(page(), listed=listed)
    assert (found.published_at, found.section) == ("2020-03-27T10:00:00+01:00", "Harbour")
    assert (found.extracted_by["published_at"], found.extracted_by["section"]) == ("feed", "feed")
    stated = article(page(ld(datePublished="2020-03-28T10:00:00+01:00")), listed=listed)
    assert stated.published_at == "2020-03-28T10:00:00+01:00"


def test_year_comes_from_a_listing_and_says_so() -> None:
    listed = [ListedArticle(URL, URL, published_at="2017-05-04T16:30:00+00:00", time_source="feed")]
    found = article(page(top="<div>May 04, 19:27 UTC+3</div>"), listed=listed)
    assert found.published_at == "2017-05-04T19:27:00+03:00"
    assert found.published_at_evidence
    assert found.published_at_evidence.year_source == "feed"


# --- Charset, soft hyphens, pages (27–30) ----------------------------------------------------------------------------


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


# --- Headline ----------------------------------------------------------------------------------------------------


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


# --- Authors, agency, topics, section ---------------------------------------------------------------------------------


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


# --- Pictures, access, addresses, language --------------------------------------------------------------------------------


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


def test_addresses() -> None:
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


# --- Not an article ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "url", "kind"),
    [
        (b"", URL, "empty"),
        ("<html><body></body></html>", URL, "empty"),
        (b"%PDF-1.7 ...", URL, "not_html"),
        ('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', URL, "not_html"),
        ('{"newsList": []}', URL, "not_html"),
        ("<title>Just a moment...</title><p>Checking your browser</p>", URL, "challenge"),
        ("<script>document.cookie='__js_p_=1';location.reload()</script>", URL, "challenge"),
        ("<title>404 Not Found</title><h1>Page not found</h1><p>Try the search.</p>", URL, "soft_404"),
        ("<title>Seite nicht gefunden | Beispiel</title><h1>Hoppla</h1>", URL, "soft_404"),
        ("<title>Sign in - Example</title><form><input name=user></form><p>Welcome back.</p>", URL, "login"),
        ("<title>Before you continue</title><p>We and our partners store information.</p>", URL, "consent"),
        (
            '<meta property="og:type" content="video.other"><h1>Harbour seen from above</h1><video></video><p>Watch.</p>',
            URL,
            "video",
        ),
        (
            f"<h1>News</h1>{'<article><a href=/a>Harbour reopens</a></article>' * 8}",
            "https://news.example.org/",
            "listing",
        ),
        (
            f"<h1>Shipping</h1>{'<article><h2><a href=/a>Harbour reopens</a></h2></article>' * 8}",
            "https://news.example.org/tag/shipping",
            "listing",
        ),
    ],
)
def test_not_an_article(html: str | bytes, url: str, kind: str) -> None:
    found = extract(html, url)
    assert isinstance(found, Refusal), found
    assert not found
    assert found.kind == kind
    assert found.reason


def test_a_story_about_logging_in_is_a_story() -> None:
    assert isinstance(
        extract(page(title="Sign in to the new harbour register, ships are told"), URL), Article
    )


def test_explain_names_every_candidate() -> None:
    html = page(
        ld(author={"@type": "Person", "name": "Anna Example"}) + '<meta name="author" content="Bert Other">'
    )
    verdicts = [
        (c.source, c.verdict) for c in read_page(html, URL, explain=True).candidates if c.field == "authors"
    ]
    assert verdicts == [("json-ld", "won"), ("meta", "json-ld came first")]
