"""Times of pages: of publication, as stated, from the first source that gives one."""

import pytest

from newscrawler.items import ListedArticle
from tests.extraction.page import URL, article, ld, page


def published(html: str, url: str = URL) -> tuple[str | None, str | None]:
    found = article(html, url)
    evidence = found.published_at_evidence
    return found.published_at, evidence.source if evidence else None


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


def test_23_dates_in_urls_of_pictures_are_not_the_articles() -> None:
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


def test_day_of_the_url_is_a_day() -> None:
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
