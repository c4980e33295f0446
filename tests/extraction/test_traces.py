"""What shields put into pages, and the first bytes of what is no page: each trace by itself."""

from __future__ import annotations

import pytest

from newscrawler.extraction.not_an_article import NotAnArticle, find_no_page, recognise

URL = "https://press.example/a"
HTML = {"content-type": "text/html"}
OWN = [
    "_cf_chl_opt", "cf-chl-widget", "cf-browser-verification", "/_sec/cp_challenge", "px-captcha",
    "errors.edgesuite.net", "sucuri_cloudproxy_js", "__js_p_", "__jhash_", "slowaes", "geo.captcha-delivery.com",
    "incapsula incident id", "ddos-guard</title", "ddos-guard/js-challenge", "awswafcookiedomainlist",
]  # fmt: skip
SHARED = [
    "/cdn-cgi/challenge-platform/", "challenges.cloudflare.com", "_incapsula_resource", "captcha-delivery.com",
    "perimeterx", "ddos-guard", "g-recaptcha", "h-captcha", "hcaptcha.com", "smartcaptcha", "awswafintegration",
    "aws-waf-token",
]  # fmt: skip


def found(html: str, url: str = URL, **headers: str) -> str | None:
    page = recognise(html.encode(), url, {**HTML, **headers})
    return page.kind if page is not None else None  # it is false, as no article


def shielded(trace: str, words: int, paragraphs: int = 1) -> str:
    text = "<p>".join(["harbour " * (words // paragraphs)] * paragraphs)
    return (
        f"<html><head><script src='/{trace}'></script></head><body>{text}{'</p>' * paragraphs}</body></html>"
    )


@pytest.mark.parametrize("trace", OWN)
def test_a_trace_that_only_challenges_bear(trace: str) -> None:
    assert found(shielded(trace, 8)) == "challenge"
    assert found(shielded(trace.upper(), 100)) == "challenge"
    assert found(shielded(trace, 600)) is None, "a page with so much text is one"


@pytest.mark.parametrize("trace", SHARED)
def test_a_trace_that_other_pages_bear_too(trace: str) -> None:
    assert found(shielded(trace, 4)) == "challenge"
    assert found(shielded(trace, 100)) is None
    assert found(shielded(trace, 600)) is None


@pytest.mark.parametrize(
    "sign",
    [
        '<meta property="og:type" content="article">',
        "<meta property=og:type content=article>",
        "<meta property='article:published_time' content=x>",
        "<div itemprop=articleBody>",
        '<div itemprop="articleBody">',
        *(
            f'<script>{{"@type": "{kind}"}}</script>'
            for kind in (
                "Article",
                "NewsArticle",
                "ReportageArticle",
                "OpinionNewsArticle",
                "AnalysisNewsArticle",
            )
        ),
        '<script>{"@type":["NewsArticle"]}</script>',
    ],
)
def test_a_page_that_says_that_it_is_an_article_is_no_challenge(sign: str) -> None:
    page = shielded("_cf_chl_opt", 4)
    assert found(page) == "challenge"
    assert found(page.replace("</head>", f"{sign}</head>")) is None


@pytest.mark.parametrize("tag", ["script", "style", "noscript", "svg", "template", "title"])
def test_what_no_reader_sees_is_no_text(tag: str) -> None:
    hidden = f"<{tag}>{'harbour ' * 600}</{tag}>"
    assert found(shielded("_cf_chl_opt", 4).replace("<body>", f"<body>{hidden}")) == "challenge"
    assert (
        found(shielded("_cf_chl_opt", 4).replace("<body>", f"<body><!-- {'harbour ' * 600} -->"))
        == "challenge"
    )


@pytest.mark.parametrize(
    "host", ["consent", "cmp", "myprivacy", "privacygate", "privacy-gate", "guce", "choices"]
)
def test_a_host_that_asks_for_consent(host: str) -> None:
    assert found("<p>x</p>", f"https://{host}.press.example/x") == "consent"
    assert found("<p>x</p>", f"https://press.example/{host}.x") is None


@pytest.mark.parametrize("word", ["consent", "privacy", "gdpr", "cmp"])
def test_a_form_that_asks_for_consent(word: str) -> None:
    form = f"<form method=post action='https://x.example/{word}/save'><button>OK</button></form>"
    assert found(f"<html><body>{form}</body></html>") == "consent"
    assert found(f"<html><body>{form}{'harbour ' * 100}</body></html>") is None


@pytest.mark.parametrize(
    "text",
    [
        "Please enable JavaScript to continue", "Turn on cookies and proceed", "You must enable JS for access",
        "Enable cookies so that we can verify you", "Verify that you are a human", "verify you are human",
        "Unusual traffic from your network", "unusual activity from your computer", "Show that you are not a robot",
        "you are not a bot", "Checking your browser before you go on", "Complete the captcha",
        "complete the security check", "Why have I been blocked?", "Подтвердите, что вы не робот",
        "Подтвердите, что запросы отправляли вы", "Я не робот",
    ],
)  # fmt: skip
def test_words_of_a_challenge(text: str) -> None:
    assert found(f"<html><body><p>{text}</p></body></html>") == "challenge"
    assert found(f"<html><body><p>{text}</p>{'harbour ' * 100}</body></html>") is None


def test_a_script_that_sets_a_cookie_and_nothing_else() -> None:
    script = "<html><script>document.cookie='a=1'</script></html>"
    assert found(script) == "challenge"
    assert found(script + "harbour " * 10) is None
    assert found(script + "<!--" + "x" * 8192 + "-->") is None
    assert found("<html><script>x()</script></html>") is None


def test_a_header_that_says_so() -> None:
    assert found("<p>x</p>", **{"cf-mitigated": "challenge"}) == "challenge"
    said = recognise(b"<p>x</p>", URL, {"cf-mitigated": "challenge"})
    assert said is not None  # it is false, as no article
    assert said.reason == "the header Cf-Mitigated"
    assert found("<p>x</p>", **{"cf-mitigated": "none"}) is None
    assert found(shielded("_cf_chl_opt", 4), **{"content-type": "application/json"}) is None
    assert recognise(shielded("_cf_chl_opt", 4), URL, {}) is not None
    assert recognise("x" + shielded("_cf_chl_opt", 4), URL, {}) is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        *((head + b"x" * 9, "binary file") for head in (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")),
        *((head + b"x" * 9, "binary file") for head in (b"PK\x03\x04", b"\x1f\x8b", b"ID3")),
        *(
            (f"<?xml version='1.0'?><{root} x='1'>".encode(), "a feed or sitemap")
            for root in ("rss", "feed", "urlset")
        ),
        *(
            (f"<?xml version='1.0'?><{root}>".encode(), "a feed or sitemap")
            for root in ("sitemapindex", "rdf:RDF")
        ),
        *(
            (f"\ufeff \n<{root}>".encode(), "a feed or sitemap")
            for root in ("rss", "feed", "urlset", "sitemapindex")
        ),
        *((text, "JSON") for text in (b'{"a": 1}', b"[1]", b" {}")),
    ],
)
def test_what_is_no_html(data: bytes, reason: str) -> None:
    assert find_no_page(data, None) == NotAnArticle("not_html", reason)


@pytest.mark.parametrize(
    "kind", ["image/png", "application/json", "application/pdf", "text/css", "video/mp4"]
)
def test_what_is_not_sent_as_html(kind: str) -> None:
    assert find_no_page(b"<p>x", f"{kind}; charset=utf-8") == NotAnArticle("not_html", f"content type {kind}")


@pytest.mark.parametrize(
    "kind",
    [
        *("text/html", "Application/XHTML+XML", "text/xml", "text/plain", "application/octet-stream"),
        *("unknown/unknown", "*/*", "", " ; charset=utf-8", None),
    ],
)
def test_what_may_be_html(kind: str | None) -> None:
    assert find_no_page(b"<p>x", kind) is None


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "\ufeff\n<html lang=en>"])
def test_what_says_itself_that_it_is_a_page_is_one(start: str) -> None:
    assert find_no_page(f"{start}<p>x".encode(), "application/json") is None


@pytest.mark.parametrize("data", [b"", b" \n", "", b" " * 4096 + b"<p>x"])
def test_nothing(data: bytes | str) -> None:
    assert find_no_page(data, "text/html") == NotAnArticle("empty", "no content")


@pytest.mark.parametrize("data", [b"{<p>x", b"[<html>", b"<?xml version='1.0'?><html>", b"<rssx>", "<p>x"])
def test_odd_beginnings(data: bytes | str) -> None:
    assert find_no_page(data, None) is None
