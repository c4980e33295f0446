"""Pages in place of what was asked for are recognised; ordinary pages with the same traces are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import HtmlResponse, Response

from newscrawler.extraction.not_an_article import recognise

STORY = "<p>The bridge over the Lesser Ouse will be closed until spring, the town said on Friday.</p>" * 4


def page(
    title: str = "", body: str = "", *, url: str = "https://news.example/a", head: str = "", status: int = 200
) -> Response:
    html = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return HtmlResponse(
        url, status=status, body=html.encode(), headers={"Content-Type": "text/html; charset=utf-8"}
    )


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
    assert recognise(response) == kind


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
    assert recognise(response) is None


def test_the_servers_own_word_counts() -> None:
    assert recognise(Response("http://x/", headers={"Cf-Mitigated": "challenge"})) == "challenge"


def test_only_pages_are_looked_at() -> None:
    feed = Response(
        "http://x/feed",
        body=b"<rss><title>404</title></rss>",
        headers={"Content-Type": "application/rss+xml"},
    )
    data = Response("http://x/api", body=b'{"title": "404"}', headers={"Content-Type": "application/json"})
    assert recognise(feed) is None
    assert recognise(data) is None


@given(st.binary(max_size=2000))
def test_any_bytes(body: bytes) -> None:
    recognise(Response("http://x/", body=b"<html><title>404</title>" + body))


@pytest.mark.parametrize(
    "part", ["<", "<title", "<script", "<!--", "<input ", "<form ", "<a ", "not found ", "&", "consent "]
)
@pytest.mark.timeout(5)
def test_hostile_pages_take_no_time(part: str) -> None:
    recognise(page("404", part * 40_000))
    recognise(page(part * 100, part * 5_000))
