"""What a page shows that is not its article's: times, texts and names of other stories, of the paper, of
nobody."""

import pytest

from newscrawler.exceptions import WrongArgument
from newscrawler.extract import extract
from newscrawler.items import Article
from newscrawler.publication.site import Site
from newscrawler.spiders.tass.spider import TassSpider

TEXT = "".join(
    f"<p>The {which} ferry crossed the wide river near the old town, and people waited for it there in the rain.</p>"
    for which in ("first", "second", "third", "fourth")
)
TASS = TassSpider.declared_site()


def article(html: str | bytes, url: str, site: Site | None = None) -> Article:
    found = extract(html, url, site=site)
    assert isinstance(found, Article), found
    return found


def page(head: str = "", header: str = "", top: str = "", body: str = TEXT, after: str = "") -> Article:
    html = (
        f'<html lang="en"><head><title>Ferries cross the river | Example News</title>{head}</head><body>'
        f"<header>{header}<a href='/'>Home</a></header><main><article><h1>Ferries cross the river</h1>{top}{body}"
        f"</article></main>{after}</body></html>"
    )
    return article(html, "https://news.example.org/ferries-cross")


def older(
    date: str = "May 04, 19:27 UTC+3", body: str = "", url: str = "https://tass.com/politics/944692"
) -> Article:
    html = (
        '<html ng-app="mainModuleNG"><body><h1 class="b-material__title">Ferries cross the river</h1>'
        f'<div class="b-material__info"><span class="b-material__date">{date}</span></div>'
        f'<div class="b-material-text__l"><p>TULA, May 4. /TASS/. Ferries crossed.</p>{body}</div></body></html>'
    )
    return article(html, url, TASS)


def today(head: str = "", title: str = "", headline: str = "Ferries cross", body: str = "") -> Article:
    html = (
        f'<html data-ng-app="tassApp"><head><title>{title}</title>{head}</head><body><div class="news-header">'
        '<span class="news-header__date-date"><dateformat time="1593378975" mode="abs"></dateformat></span>'
        f'<h1 class="news-header__title">{headline}</h1></div><div class="text-content"><div class="text-block">'
        f"<p>TULA, June 29. /TASS/. Ferries crossed.</p>{body}</div></div></body></html>"
    )
    return article(html, "https://tass.com/society/1173001", TASS)


def test_day_in_the_papers_own_head_is_today() -> None:
    assert page(header='<div class="date">Monday, 23 November 2026</div>').published_at is None


def test_sentence_that_names_a_time_is_no_time_of_publication() -> None:
    sentence = "<p>The fair opened on May 4, 2019 at 10:00 GMT in the old town.</p>"
    assert page(body=sentence + TEXT).published_at is None


@pytest.mark.parametrize(
    "line", ["Published May 4, 2019 at 10:00 GMT by the Example News desk.", "Monday, May 4, 2019, 10:00 GMT"]
)
def test_line_that_dates_the_article_still_does(line: str) -> None:
    assert page(top=f"<p>{line}</p>").published_at == "2019-05-04T10:00:00+00:00"


def test_time_of_a_second_article_below() -> None:
    second = f'<article><h1>Trams do not</h1><time datetime="2018-01-01T10:00:00Z"></time>{TEXT}</article>'
    assert page(after=second).published_at is None


def test_json_ld_of_another_page_is_not_read() -> None:
    node = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Mayor opens a zoo", '
        '"url": "https://news.example.org/zoo", "datePublished": "2019-01-29T00:16:15+03:00", '
        '"author": {"@type": "Person", "name": "Ann Other"}}</script>'
    )
    found = page(head=node)
    assert (found.published_at, found.authors) == (None, [])
    # an address of an earlier name is no reason while the headline is the page's
    found = page(head=node.replace("Mayor opens a zoo", "Ferries cross the wide river"))
    assert found.published_at == "2019-01-29T00:16:15+03:00"


def test_second_author_and_agency_of_a_byline_in_parts() -> None:
    found = page(top='<p class="byline">By <a href="/ann">Ann Example</a> and John Sample, Reuters</p>')
    assert (found.authors, found.agency) == (["Ann Example", "John Sample"], "Reuters")


def test_day_in_the_query_of_a_url_is_not_its_own() -> None:
    html = f"<html><body><article><h1>Ferries cross</h1>{TEXT}</article></body></html>"
    assert article(html, "https://example.org/ferries?from=/2016/05/21/").published_at is None
    assert article(html, "file:///saved/2016-05-21-ferries.html").published_at is None
    assert article(html, "https://example.org/2016/05/21/ferries").published_at == "2016-05-21"


def test_article_numbers_of_another_publication_give_no_year() -> None:
    assert older(url="https://tass.ru/politika/944692").published_at is None
    assert older().published_at == "2017-05-04T19:27:00+03:00"


def test_only_the_first_declared_time_is_the_articles() -> None:
    amp = (
        "<html amp><body><h1>Ferries cross</h1><time>yesterday</time><div class='text-content'><p>Ferries crossed.</p>"
        "</div><aside><time>January 1, 2019, 10:00</time></aside></body></html>"
    )
    assert article(amp, "https://tass.com/society/1347635/amp", TASS).published_at is None


def test_furniture_without_a_box_of_its_own() -> None:
    found = older(
        body="<p>Реклама</p><p>1 pages in this article</p><p><b>Read also</b></p><p><a href='/world/6'>Trams do not</a>"
        "</p><p>Read also: <a href='/world/7'>Zoo opens</a></p><figure><figcaption>A ferry</figcaption></figure>"
        "<p>They <a href='/x'>crossed</a> again.</p>"
    )
    assert found.body == "TULA, May 4. /TASS/. Ferries crossed.\n\nThey crossed again."


def test_boxes_without_the_general_class() -> None:
    found = today(
        body='<div class="text-include-gallery"><div class="text-include-gallery__slide"><img src="/f.jpg">'
        '<div class="text-include-gallery__slides-metadata">A ferry© Vera Primer/TASS</div></div></div><p>Again.</p>'
    )
    assert found.body == "TULA, June 29. /TASS/. Ferries crossed.\n\nAgain."
    assert [(image.caption, image.credit) for image in found.images] == [("A ferry", "Vera Primer/TASS")]


def test_caption_of_a_related_storys_picture_is_not_its_headline() -> None:
    found = older(
        body='<div class="b-links"><a href="/world/6"><img src="/t.jpg">A tram</a><a href="/world/6">Trams do not</a></div>'
    )
    assert [(story.url, story.headline) for story in found.related] == [
        ("https://tass.com/world/6", "Trams do not")
    ]


def test_end_of_a_headline_is_not_the_section() -> None:
    headline = "Ferries cross - what next"
    assert today(title=f"{headline} - TASS", headline=headline).section == "Society & Culture"
    assert today(title=f"{headline} - World - TASS", headline=headline).section == "World"


def test_few_signs_beside_a_bad_byte_stay_utf_8() -> None:
    html = "<html><head><meta charset='utf-8'></head><body><article><h1>Ferries — cross</h1>"
    found = article(html.encode() + TEXT.encode() + b"caf\xe9", "https://example.org/ferries")
    assert found.headline == "Ferries — cross"


@pytest.mark.parametrize("name", ["sections", "topics", "query"])
def test_an_empty_argument_does_not_ask_for_everything(name: str) -> None:
    with pytest.raises(WrongArgument, match=f"{name}= is empty"):
        TassSpider.check_arguments({name: " "})
