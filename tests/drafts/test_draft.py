"""A draft says of a newsroom what its own pages say: feeds, sections, language, zone, form of the articles."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from newscrawler.discovery.answer import Answer
from newscrawler.drafts.draft import Draft
from newscrawler.drafts.spider_text import spider_text
from newscrawler.news_spider import NewsSpider
from tests.spiders.newsrooms import NEWSROOMS, Built

if TYPE_CHECKING:
    from newscrawler.publication.declaration import Publication

SITE = "https://gazette.co.uk"


def answer_of(url: str, raw: bytes) -> Answer:
    """Return an answer from the bytes of HTTP."""
    raw = raw.replace(b"{site}", SITE.encode())
    if not raw.startswith(b"HTTP/"):
        return Answer(url, raw, {"Content-Type": "application/xml"})
    head, _, body = raw.partition(b"\r\n\r\n")
    lines = (line.partition(": ") for line in head.decode("latin-1").splitlines()[1:])
    return Answer(url, body, {name: value for name, _, value in lines})


def drafted(built: Built, *given: str) -> Draft:
    draft = Draft(f"{SITE}/", given)
    waiting = draft.first_urls()
    if built.robots:
        built.routes["/robots.txt"] = b"HTTP/1.1 200 OK\r\n\r\n" + built.robots.format(site=SITE).encode()
    while waiting:
        url = waiting.pop(0)
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if path in built.routes:
            waiting += draft.take(url, answer_of(url, built.routes[path]))
    return draft


def declared(draft: Draft) -> type[Publication]:
    """Return the class that the draft's text is."""
    text = spider_text(draft, "gazette")
    names: dict[str, Any] = {"__name__": "gazette"}
    exec(compile(ast.parse(text), "gazette.py", "exec"), names)
    cls = names["GazetteSpider"]
    assert issubclass(cls, NewsSpider)
    cls.check_declaration()
    return cls


@pytest.mark.parametrize("name", ["wordpress", "shift_jis", "load_more"])
def test_the_draft_of_each_newsroom_tells_its_articles(name: str) -> None:
    built = NEWSROOMS[name]()
    draft = drafted(built)
    form = draft.form()
    assert form is not None, spider_text(draft, "gazette")
    missed = [path for path in built.articles if not form[0].matches(f"{SITE}{path}")]
    assert len(missed) <= len(built.articles) / 10, (form, missed)
    assert not any(form[0].matches(url) for url, _ in draft.sections.values())
    cls = declared(draft)
    assert cls.country == "GB"
    assert cls.timezone == "Europe/London"
    assert cls.language in {"en", "de", "ja"}


def test_articles_without_one_form_are_named() -> None:
    text = spider_text(drafted(NEWSROOMS["drupal"]()), "gazette")
    assert "# article_path: no form was seen" in text
    assert f"# {SITE}/node/" in text


def test_sections_and_rows_of_wordpress() -> None:
    cls = declared(drafted(NEWSROOMS["wordpress"]()))
    assert cls.sections == {"harbour": "/category/harbour/"}
    assert cls.section_names == {"harbour": ("Harbour",)}
    (layout,) = cls.listing_layouts
    assert (layout.rows.row, layout.rows.published_at) == ("article.post", "time@datetime")


def test_sitemaps_are_those_of_robots() -> None:
    cls = declared(drafted(NEWSROOMS["sitemaps_only"]()))
    assert cls.sitemaps == ("/sitemap-years.xml",)


PAGES = {
    "/": "<html lang=en-GB><head><meta property=og:site_name content='The \"Gazette\"'><link rel=alternate "
    "type=application/rss+xml href=/rss.xml></head><body><nav><a href=/news/>News's</a></nav></body></html>",
    "/rss.xml": "<rss><channel>" + "".join(f"<item><link>{SITE}/news/quay-{n}-opens-12345{n}</link></item>" for n in range(6)) + "</channel></rss>",
    "/news.xml": '<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>'
    f"<loc>{SITE}/news/quay-1-opens-123451</loc><news:news><news:publication_date>2026-05-04T10:00:00+01:00"
    "</news:publication_date></news:news></url></urlset>",
    "/map.xml": f"<urlset><url><loc>{SITE}/news/quay-1-opens-123451</loc></url></urlset>",
}  # fmt: skip


def test_feeds_and_both_kinds_of_sitemaps() -> None:
    built = Built(robots="Sitemap: {site}/news.xml\nSITEMAP: {site}/map.xml\nsitemap: {site}/odd.xml")
    article = (
        "<html lang=en><meta property=og:type content=article><article><h1>Quay 1 opens</h1><time datetime="
        "2026-05-04T10:00:00+01:00>4 May</time><p>The quay of Quillmouth takes ships again, the town said.</p>"
        "<p>It had been closed since the autumn, and the ferry sailed.</p><a href=/topic/quays>Quays</a></article>"
    )
    for path, text in PAGES.items():
        built.page(path, text)
    built.page("/odd.xml", "<?xml version='1.0'?><odd/>")
    for number in range(6):
        built.article(f"/news/quay-{number}-opens-12345{number}", article)
    draft = drafted(built)
    cls = declared(draft)
    assert (cls.feeds, cls.news_sitemaps, cls.sitemaps) == (("/rss.xml",), ("/news.xml",), ("/map.xml",))
    assert (cls.title, cls.section_names) == ('The "Gazette"', {"news": ("News's",)})
    assert cls.article_number == r"-(\d{6,})/?(?:[?#]|$)"
    assert cls.topic_path == "^/topic/[^/]+/?$"
    assert draft.missing == {f"{SITE}/odd.xml": "neither a feed nor a sitemap"}


def test_what_a_site_says_is_only_text() -> None:
    built = Built()
    evil = 'x"""\nimport os\nos.abort()  # \\'
    built.page(
        "/", f"<html><meta property=og:site_name content='{evil}'><nav><a href='/a\"b/'>{evil}</a></nav>"
    )
    text = spider_text(drafted(built), "gazette")
    tree = ast.parse(text)
    assert [type(node).__name__ for node in tree.body] == ["Expr", "ImportFrom", "ClassDef"]
    assert "\nimport os" not in text


def test_nothing_is_known_of_an_empty_page() -> None:
    built = Built()
    built.page("/", "<html></html>")
    text = spider_text(drafted(built), "gazette")
    for said in (
        "# no section is in a menu",
        "# article_path: no form",
        "# feeds, sitemaps: neither",
        "# language: en",
    ):
        assert said in text
