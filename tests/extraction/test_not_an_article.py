"""Pages that are no article are named by what they are, in the crawl and by ``extract``; ordinary pages are not."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request
from scrapy.http import HtmlResponse, Response

from newscrawler.crawling.responses import load_article
from newscrawler.extract import NotAnArticle, extract
from newscrawler.extraction.not_an_article import Kind, recognise
from newscrawler.items import Article
from newscrawler.publication.site import Site
from tests.cpu import cpu_within
from tests.extraction.page import URL
from tests.extraction.page import page as story
from tests.extraction.test_notices import EACH, NOTICES

STORY = "<p>The bridge over the Lesser Ouse will be closed until spring, the town said on Friday.</p>" * 4
HTML = {"content-type": "text/html; charset=utf-8"}


def page(
    title: str = "", body: str = "", *, url: str = "https://news.example/a", head: str = "", status: int = 200
) -> Response:
    html = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return HtmlResponse(url, status=status, body=html.encode(), headers=HTML, request=Request(url))


def seen(response: Response) -> str | None:
    """Return what the crawl's first look makes of an answer, an article's or a listing's."""
    found = recognise(response.body, response.url, HTML)
    return found.kind if found is not None else None


def crawled(response: Response) -> str | None:
    """Return what a crawl makes of an answer to a request for an article."""
    if kind := seen(response):
        return kind
    found = load_article(response, Site("news"))
    return found.not_an_article.kind if found.not_an_article is not None else None


def extracted(response: Response) -> str | None:
    """Return what ``extract`` makes of the same bytes."""
    found = extract(response.body, response.url, headers=HTML)
    return found.kind if isinstance(found, NotAnArticle) else None


@pytest.mark.parametrize(
    ("response", "kind"),
    [
        (page("Just a moment...", "<noscript>Enable JavaScript and cookies to continue</noscript>"), "challenge"),
        (page("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>"), "challenge"),
        (page("", "<script>window._cf_chl_opt={cvId:'3'}</script>"), "challenge"),
        (page("Access Denied", "<h1>Access Denied</h1>You don't have permission. https://errors.edgesuite.net/18.1"), "challenge"),
        (page("news.example", "<script>var dd={'host':'geo.captcha-delivery.com'}</script>"), "challenge"),
        (page("", "<p>Our systems have detected unusual traffic from your network.</p>"), "challenge"),
        (page("Проверка браузера", "<p>Это займёт несколько секунд</p>"), "challenge"),
        (page("", "<script>document.cookie='x=1';location.reload()</script>"), "challenge"),
        (page("Before you continue", "<button>Accept</button>", url="https://consent.news.example/?continue=a"), "consent"),
        (page("Cookie settings", "<button>Accept all</button>"), "consent"),
        (page("Log in | The Gazette", "<form><input name=e><input type='password'></form>"), "login"),
        (page("Anmelden", "<form><input type=password></form>"), "login"),
        (page("404", "<h1>Oops</h1>"), "soft_404"),
        (page("Error 404 - Not found", "<h1>Oops</h1>"), "soft_404"),
        (page("Page not found | The Gazette", "<nav>Home Sport World</nav>"), "soft_404"),
        (page("Страница не найдена", ""), "soft_404"),
        (page("Seite nicht gefunden – Der Bote", ""), "soft_404"),
    ],
    ids=lambda value: value if isinstance(value, str) else "page",
)  # fmt: skip
def test_recognised(response: Response, kind: str) -> None:
    assert (seen(response), crawled(response), extracted(response)) == (kind, kind, kind)


@pytest.mark.parametrize(
    "response",
    [
        page("Bridge closed", STORY),
        page(
            "Bridge closed", STORY + "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"
        ),
        page("Bridge closed", STORY + "<div class='g-recaptcha'></div>"),
        page("Bridge closed", STORY + "<form action='/login'><input type=password></form>"),
        page("Bridge closed", STORY + "<form action='/cookie-consent'><button>Accept</button></form>"),
        page("404 jobs go at the mill", STORY),
        page("Not found guilty: three walk free", STORY * 3),
        page("Access denied: why walkers lost the moor", STORY),
        page("Please wait for the vaccine, says minister", STORY),
        page("How to sign in to the new portal", STORY * 3 + "<input type=password>"),
        page("Captcha is dead, say researchers", STORY),
        page("Are you a robot? A reader asks", STORY, head='<meta property="og:type" content="article">'),
        page("Just a moment...", STORY * 4),
        page("", ""),
        page("Photo of the day", "<img src=a.jpg>"),
    ],
    ids=lambda response: response.css("title::text").get() or "-",
)
def test_ordinary(response: Response) -> None:
    assert seen(response) is None
    assert crawled(response) == extracted(response)


def test_the_servers_own_word_counts() -> None:
    headers = {"Content-Type": "text/html", "Cf-Mitigated": "challenge"}
    found = extract("<html><p>Ray 1</p></html>", URL, headers=headers)
    assert isinstance(found, NotAnArticle)
    assert found.kind == "challenge"


@pytest.mark.parametrize("kind", NOTICES)
@pytest.mark.parametrize("form", ["title", "h1", "much around it"])
def test_both_doors_know_each_notice(kind: str, form: str) -> None:
    links = "<a href=/x>Harbour news</a> " * 2000
    wrong = []
    for _, language, heading in (each for each in EACH if each[0] == kind):
        body = {
            "title": "<p>…</p><form><input type=password></form>",
            "h1": f"<h1>{heading}</h1><p>…</p><form><input type=password></form>",
            "much around it": f"<nav>{links}</nav><h1>{heading}</h1>",
        }[form]
        response = page("The Gazette" if form == "h1" else f"{heading} - The Gazette", body)
        found = [crawled(response), extracted(response)]
        if form != "much around it":
            found.append(seen(response))
        if set(found) != {kind}:
            wrong.append((language, heading, found))
    assert wrong == []


def test_an_article_that_says_so_is_one_whatever_its_headline() -> None:
    head = '<meta property="og:type" content="article">'
    taken = [
        heading
        for _, _, heading in EACH[::3]
        if not isinstance(extract(story(head, title=heading), URL), Article)
    ]
    assert taken == []


@pytest.mark.parametrize(
    ("charset", "title", "kind"),
    [
        ("windows-1251", "Страница не найдена", "soft_404"),
        ("koi8-r", "Вход", "login"),
        ("gb18030", "页面不存在", "soft_404"),
        ("shift_jis", "ページが見つかりません", "soft_404"),
        ("windows-1255", "הדף לא נמצא", "soft_404"),
        ("euc-kr", "페이지를 찾을 수 없습니다", "soft_404"),
        ("iso-8859-2", "Strona nie została znaleziona", "soft_404"),
    ],
)
def test_in_other_charsets(charset: str, title: str, kind: str) -> None:
    text = f"<title>{title}</title><form><input type=password></form>"
    html = f'<meta charset="{charset}">{text}'.encode(charset)
    for page, stated in ((html, "text/html"), (text.encode(charset), f"text/html; charset={charset}")):
        found = recognise(page, URL, {"content-type": stated})
        assert found is not None
        assert found.kind == kind
    assert not extract(html, URL)


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent.parent / "pages").rglob("*.html")), ids=lambda path: path.stem
)
def test_both_doors_agree_on_every_saved_page(path: Path) -> None:
    response = HtmlResponse(URL, body=path.read_bytes(), headers=HTML, request=Request(URL))
    assert crawled(response) == extracted(response)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://news.example.org", "listing"),
        ("https://news.example.org/", "listing"),
        ("https://news.example.org/de/", "listing"),
        ("https://news.example.org/index.html", "listing"),
        ("https://news.example.org/#top", "listing"),
        ("https://news.example.org/?p=4711", None),
        ("https://news.example.org/index.php?id=4711", None),
    ],
)
def test_the_front_page_is_no_article(url: str, kind: str | None) -> None:
    response = HtmlResponse(url, body=story().encode(), headers=HTML, request=Request(url))
    assert (crawled(response), extracted(response)) == (kind, kind)


def test_only_pages_are_looked_at() -> None:
    feed = {"content-type": "application/rss+xml"}
    assert recognise(b"<rss><title>404</title></rss>", "http://x/feed", feed) is None
    assert recognise(b'{"title": "404"}', "http://x/api", {"content-type": "application/json"}) is None


@given(st.binary(max_size=2000))
def test_any_bytes(body: bytes) -> None:
    recognise(b"<html><title>404</title>" + body, "http://x/", {})
    recognise(b"<html><title>" + body + b"</title><h1>" + body + b"</h1>", "http://[", {})


@pytest.mark.parametrize(
    "part",
    ["<", "<title", "<script", "<!--", "<input ", "<form ", "<a ", "not found ", "&", "consent ", "<h1>"],
)
@cpu_within(5)
def test_hostile_pages_take_no_time(part: str) -> None:
    seen(page("404", part * 40_000))
    seen(page(part * 100, part * 5_000))


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
def test_named(html: str | bytes, url: str, kind: str) -> None:
    found = extract(html, url)
    assert isinstance(found, NotAnArticle), found
    assert not found
    assert found.kind == kind
    assert found.reason


def test_a_story_about_logging_in_is_a_story() -> None:
    html = story(title="Sign in to the new harbour register, ships are told")
    assert isinstance(extract(html, URL), Article)


def test_the_kinds_of_what_is_no_article() -> None:
    assert set(get_args(Kind)) == {
        "empty", "not_html", "too_large", "unknown_charset", "challenge", "consent", "login", "soft_404",
        "unavailable", "listing", "video", "unproven", "too_slow", "killed_the_reader",
    }  # fmt: skip


def test_half_of_a_character_in_a_text_is_no_error() -> None:
    assert recognise("<html><title>\ud83d</title><p>Text", URL, {}) is None
