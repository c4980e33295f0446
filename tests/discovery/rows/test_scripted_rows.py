"""What a script follows for a reader is a link to a crawl; share buttons and columns are not."""

from __future__ import annotations

import pytest

from newscrawler.discovery.rows.page_links import read_links
from newscrawler.discovery.rows.scripted_rows import scripted_rows
from newscrawler.document import parse_document

URL = "https://paper.example/"
STORY = "/2026/11/28/quay-opens-again"
TEXT = "The quay opens again"


def rows(markup: str) -> list[tuple[str, str]]:
    root = parse_document(f"<body>{markup}", URL).root
    return [(place, headline) for _, place, headline in scripted_rows(root)]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr data-href={}><td>28.11.<td>The quay opens again</table>",
        "<div class=card role=link data-url={}><h3>The quay opens again</h3><p>Ships are back.</div>",
        "<h3><span data-link={}>The quay opens again</span></h3>",
        "<div onclick=\"location.href='{}'\"><p>The quay opens again</p></div>",
        "<div onclick=\"window.location = '{}';\"><p>The quay opens again</p></div>",
        '<div onclick="document.location.assign(&quot;{}&quot;)"><p>The quay opens again</p></div>',
        "<div onclick=\"window.open('{}', '_blank')\"><p>The quay opens again</p></div>",
        "<li onclick=\"return goTo('{}')\">The quay opens again</li>",
        "<li data-url={}><b>The quay opens again</b> 28.11.",
        "<a href='#' onclick=\"location.replace('{}')\">The quay opens again</a>",
        "<a href=\"javascript:location.href='{}'\">The quay opens again</a>",
        "<a href=\"javascript:openStory('{}', 1)\">The quay opens again</a>",
        "<news-card href={} headline='The quay opens again'></news-card>",
        "<router-link to={}>The quay opens again</router-link>",
        "<tr><table><tr data-href={}><td>The quay opens again<td><a href=/sport>Sport</a></table>",
    ],
)
def test_a_row_that_a_script_follows(markup: str) -> None:
    assert rows(markup.replace("{}", STORY)) == [(STORY, TEXT)]


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=share-bar data-url={}>Share the quay opens again</div>",
        "<div data-url={}></div>",
        "<button data-url='/api/rows/12345'>More</button>",
        "<a href=# onclick=\"window.open('{}?ref=share_mail')\">Send the quay opens again</a>",
        "<button data-url='/api/rows/12345'>More stories</button>",
        "<p data-url=/sport>More sport</p>",
        "<p data-url={}>Quay</p>",
        "<a href={}><b onclick=\"location.href='{}'\">The quay opens again</b></a>",
        "<section data-url=/ajax/rows/12345><h2><a href={}>The quay opens again</a></h2></section>",
        "<div onclick=\"track('story')\"><p>The quay opens again</p></div>",
        "<div data-url={}>" + "<p>The quay opens again</p>" * 200 + "</div>",
    ],
)
def test_what_is_no_row(markup: str) -> None:
    assert rows(markup.replace("{}", STORY)) == []


def test_a_short_headline_of_what_looks_like_an_article() -> None:
    assert rows(f"<li data-url={STORY}>Quay opens") == [(STORY, "Quay opens")]


def test_rows_are_read_as_links_are() -> None:
    markup = (
        f"<a href=/2026/11/27/bridge-is-blue>The bridge is blue</a><p data-href={STORY}>The quay opens again</p>"
        "<p data-href=/i/ab1>The ferry sails in winter</p><p data-href=//other.example{STORY}>Not a story of ours</p>"
    )
    page = read_links(parse_document(f"<body>{markup}", URL).root, URL, ("paper.example",))
    assert [(link.url, link.headline, link.position) for link in page.links] == [
        (f"{URL}2026/11/27/bridge-is-blue", "The bridge is blue", 1), (URL[:-1] + STORY, TEXT, 2),
    ]  # fmt: skip
    assert [each.link.url for each in page.candidates] == [f"{URL}i/ab1"]


def test_the_areas_of_a_picture_are_links() -> None:
    markup = (
        f"<img usemap=#m><map name=m><area href={STORY} alt='The quay opens again'><area href=/i/ab1></map>"
    )
    page = read_links(parse_document(f"<body>{markup}", URL).root, URL, ("paper.example",))
    assert [(link.url, link.headline) for link in page.links] == [(URL[:-1] + STORY, TEXT)]
    assert [each.link.url for each in page.candidates] == [f"{URL}i/ab1"]


@pytest.mark.parametrize(
    "name",
    [
        "data-href", "data-url", "data-link", "data-link-url", "data-permalink", "data-target-url",
        "data-article-url", "data-story-url",
    ],
)  # fmt: skip
def test_where_an_element_says_that_it_leads(name: str) -> None:
    assert rows(f"<div {name}={STORY}>{TEXT}</div>") == [(STORY, TEXT)]


@pytest.mark.parametrize("name", ["href", "url", "link", "to"])
@pytest.mark.parametrize("saying", ["headline", "title", "heading", "label"])
def test_what_a_component_says(name: str, saying: str) -> None:
    assert rows(f"<news-card {name}={STORY} {saying}='{TEXT}'></news-card>") == [(STORY, TEXT)]
    assert rows(f"<div {name}={STORY}>{TEXT}</div>") == []


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_says_what_a_row_is(level: int) -> None:
    heading = f"<h{level}>Quay</h{level}>"
    assert rows(f"<div data-href={STORY}>{heading}<p>{TEXT} and again</p></div>") == [(STORY, "Quay")]
    assert rows(f"<h{level}><span data-href={STORY}>Quay</span></h{level}>") == [(STORY, "Quay")]
