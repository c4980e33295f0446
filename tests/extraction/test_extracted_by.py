"""``extracted_by`` names the source of each field, in one vocabulary."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from newscrawler.extract import extract
from newscrawler.items import Article, ListedArticle, Source
from newscrawler.publication.article_layout import Layout
from newscrawler.publication.site import Site

from .page import BODY, TEXT, URL, ld, page

WIRE = Site("example", agency="Example Wire")
LAYOUT = Layout(
    "all", marker="html", headline="h1", body="article", lead=".lead", authors=".by", section=".rubric",
    topics=".tag", published_at="time@datetime",
)  # fmt: skip
DECLARED = Site("example", layouts=(LAYOUT,))
FIGURE = "<figure><img src=/quay.jpg><figcaption>The quay. Photo: Ann Example</figcaption></figure>"


def listed(**said: Any) -> ListedArticle:
    return ListedArticle(URL, URL, **said)


CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    # field, its source, the page, how it is read
    ("headline", "page", page(), {}),
    ("headline", "site", page(), {"site": DECLARED}),
    ("lead", "page", page(top=f"<p class=lead><strong>{TEXT[:90]} it said.</strong></p>"), {}),
    ("lead", "site", page(top="<p class=lead>A standfirst of the story.</p>"), {"site": DECLARED}),
    ("body", "page", page(), {}),
    ("body", "json-ld", page(ld(articleBody=TEXT * 6)).replace(BODY, f"<p>{TEXT}</p>"), {}),
    ("body", "site", page(), {"site": DECLARED}),
    ("authors", "json-ld", page(ld(author={"@type": "Person", "name": "Ann Example"})), {}),
    ("authors", "meta", page('<meta name="author" content="Ann Example">'), {}),
    ("authors", "page", page(top='<p class="byline">By <a rel="author">Ann Example</a></p>'), {}),
    ("authors", "site", page(top="<p class=by>Ann Example</p>"), {"site": DECLARED}),
    ("byline", "page", page(top='<p class="byline">By <a rel="author">Ann Example</a></p>'), {}),
    ("byline", "site", page(top="<p class=by>Ann Example</p>"), {"site": DECLARED}),
    ("agency", "text", page().replace(TEXT, f"ALDINE, 4 May (AFP) - {TEXT}", 1), {}),
    ("published_at", "json-ld", page(ld(datePublished="2024-05-04T10:00:00Z")), {}),
    ("published_at", "opengraph", page('<meta property="article:published_time" content="2024-05-04T10:00:00Z">'), {}),
    ("published_at", "meta", page('<meta name="pubdate" content="2024-05-04T10:00:00Z">'), {}),
    ("published_at", "time-element", page(top='<time datetime="2024-05-04T10:00:00Z">4 May</time>'), {}),
    ("published_at", "text", page(top="<p>4 May 2024, 10:00</p>"), {}),
    ("published_at", "site", page(top='<time datetime="2024-05-04T10:00:00Z">4 May</time>'), {"site": DECLARED}),
    ("published_at", "url", page(), {"url": "https://news.example.org/2024/05/04/harbour-reopens-4711"}),
    *(
        ("published_at", source, page(), {"listed": [listed(published_at="2024-05-04T10:00:00Z", time_source=source)]})
        for source in ("listing", "feed", "sitemap")
    ),
    ("section", "json-ld", page(ld(articleSection="World")), {}),
    ("section", "opengraph", page('<meta property="article:section" content="World">'), {}),
    ("section", "meta", page('<meta name="parsely-section" content="World">'), {}),
    ("section", "site", page(top="<p class=rubric>World</p>"), {"site": DECLARED}),
    ("section", "listing", page(), {"listed": [listed(section="World")]}),
    ("topics", "json-ld", page(ld(keywords="ships, harbours")), {}),
    ("topics", "meta", page('<meta name="news_keywords" content="ships, harbours">'), {}),
    ("topics", "page", page(after='<a rel="tag" href="/tag/ships">Ships</a>'), {}),
    ("topics", "feed", page(), {"listed": [listed(topics=["ships"], time_source="feed")]}),
    ("lead", "feed", page(), {"listed": [listed(lead="It opens.", time_source="feed")]}),
    ("images", "json-ld", page(ld(image="https://news.example.org/quay.jpg")), {}),
    ("images", "json-ld", page(ld(image="https://news.example.org/quay.jpg"), "<figure><img src=/ship.jpg></figure>"), {}),
    ("images", "page", page(ld(image="https://news.example.org/quay.jpg"), FIGURE), {}),
    ("images", "opengraph", page('<meta property="og:image" content="https://news.example.org/quay.jpg">'), {}),
    ("images", "page", page(top=FIGURE), {}),
    ("language", "text", page(), {}),
    ("dateline", "text", page().replace(TEXT, f"ALDINE, 4 May (AFP) - {TEXT}", 1), {}),
    ("amp_url", "meta", page('<link rel="amphtml" href="https://news.example.org/amp/4711">'), {}),
    ("mobile_url", "meta", page('<link rel="alternate" media="only screen and (max-width: 640px)" href="https://m.news.example.org/4711">'), {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "source", "html", "how"), CASES, ids=[f"{case[0]}-{case[1]}" for case in CASES]
)
def test_the_source_of_a_field(field: str, source: str, html: str, how: dict[str, Any]) -> None:
    found = extract(html, **{"url": URL, **how})
    assert isinstance(found, Article), found
    assert found.extracted_by.get(field) == source
    assert getattr(found, field)
    assert set(found.extracted_by.values()) <= set(get_args(Source))
