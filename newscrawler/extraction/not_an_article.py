"""Name what a page is that is no article: by its bytes before it is read, by its tree after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit

from newscrawler.document.charset import decode_part
from newscrawler.extraction.notices import notice_of
from newscrawler.sources.metadata.jsonld import article_node
from newscrawler.sources.metadata.schema_org import types

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newscrawler.document import Document
    from newscrawler.items import Article

Kind = Literal[
    "empty", "not_html", "too_large", "unknown_charset",
    "challenge", "consent", "login", "soft_404", "unavailable", "listing", "video", "unproven",
    "too_slow", "killed_the_reader",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class NotAnArticle:
    """What a page is instead of an article; false, so that ``if article:`` reads naturally."""

    kind: Kind
    reason: str
    """By which mark of the page this was found."""

    def __bool__(self) -> bool:
        """Return False."""
        return False


LOOK_BYTES: Final = 65_536
"""How much of a page is looked at."""

SMALL_PAGE: Final = 40_960
"""Bytes of the largest challenge pages; in larger ones traces are not looked for."""

MANY_PARAGRAPHS: Final = 6
"""Nor in pages with as many paragraphs."""

FEW_WORDS: Final = 150
"""Words of text beyond which a page is what it says it is, whatever its heading or its traces."""

VERY_FEW_WORDS: Final = 40
"""The same for traces that ordinary pages bear as well."""

MANY_WORDS: Final = 300
"""The same for consent and not-found pages, which hold lists of partners and of other stories."""

SHORT_BODY: Final = 250
"""Characters of body below which a page has to prove that it is an article."""

_OWN_TRACES = (
    b"_cf_chl_opt", b"cf-chl-widget", b"cf-browser-verification", b"/_sec/cp_challenge", b"px-captcha",
    b"errors.edgesuite.net", b"sucuri_cloudproxy_js", b"__js_p_", b"__jhash_", b"slowaes",
    b"geo.captcha-delivery.com",
    b"incapsula incident id", b"ddos-guard</title", b"ddos-guard/js-challenge", b"awswafcookiedomainlist",
)  # fmt: skip
"""What the well-known protections put into their own pages only."""

_SHARED_TRACES = (
    b"/cdn-cgi/challenge-platform/", b"challenges.cloudflare.com", b"_incapsula_resource",
    b"captcha-delivery.com",
    b"perimeterx", b"ddos-guard", b"g-recaptcha", b"h-captcha", b"hcaptcha.com", b"smartcaptcha",
    b"awswafintegration", b"aws-waf-token",
)  # fmt: skip
"""What they put into the pages that they protect as well."""

_CHALLENGE_WORDS = re.compile(
    r"(enable|turn on) (javascript|cookies|js)\b.{0,80}\b(continue|proceed|access|verif)"
    r"|verify (that )?you are (a )?human|unusual (traffic|activity) from|are not a (ro)?bot"
    r"|checking your browser before|complete the (captcha|security check)"
    r"|why have i been blocked|подтвердите, что (вы не робот|запросы)|не робот",
    re.IGNORECASE | re.DOTALL,
)
_CONSENT_HOST = re.compile(r"(consent|cmp|myprivacy|privacy-?gate|guce|choices)\.", re.IGNORECASE)
_CONSENT_FORM = re.compile(rb"<form[^>]{0,300}action=[\"'][^\"']{0,2000}(?:consent|privacy|gdpr|cmp)")
_FORM = re.compile(rb"<(?:form|input|button)\b")
_PASSWORD = re.compile(rb"<input[^>]{1,300}password")
_HEADINGS = (
    re.compile(rb"<title[^>]{0,300}>(.{0,600}?)</title", re.DOTALL | re.IGNORECASE),
    re.compile(rb"<h1[^>]{0,300}>(.{0,600}?)</h1", re.DOTALL | re.IGNORECASE),
)
_TAG = re.compile(r"<[^>]{0,300}>")
_ARTICLE = re.compile(
    rb"og:type[\"']?\s{1,9}content=[\"']?article|article:published_time|itemprop=[\"']?articlebody"
    rb"|\"@type\"\s{0,9}:\s{0,9}\[?\s{0,9}\"(?:news|reportage|opinionnews|analysisnews)?article\""
)
"""What only a page that is an article says of itself."""

_NOT_TEXT = (b"script", b"style", b"noscript", b"svg", b"template", b"title")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_NOT_HTML = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"ID3")
_FEED = re.compile(rb"<(?:rss|feed|urlset|sitemapindex|rdf:rdf)\b")
_PAGE_TYPES = ("html", "xml", "text/plain", "application/octet-stream", "unknown/unknown", "*/*")
_PAGE_STARTS = (b"<!doctype html", b"<html")
"""What says itself that it is a page, whatever type the server states."""
_LISTING_PATH = re.compile(
    r"/(?:tags?|categor(?:y|ies)|authors?|topics?|search)/(?:[^/\d.]+/)?(?:page/\d+/)?$", re.IGNORECASE
)
_FRONT_PATH = re.compile(
    r"/(?:[a-z]{2}(?:[-_][a-z]{2})?/?|(?:index|default|home)(?:\.\w{3,5})?/?)?$", re.IGNORECASE
)


def find_no_page(html: bytes | str, content_type: str | None) -> NotAnArticle | None:
    """Name what is no HTML page at all.

    :param html: the answer's body.
    :param content_type: its header ``Content-Type``, if any.
    """
    head = html[:4096] if isinstance(html, bytes) else html[:4096].encode("utf-8", "replace")
    if not head.strip():
        return NotAnArticle("empty", "no content")
    kind = (content_type or "").split(";")[0].strip().lower()
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if kind and not any(known in kind for known in _PAGE_TYPES) and not start.startswith(_PAGE_STARTS):
        return NotAnArticle("not_html", f"content type {kind}")
    if head.startswith(_NOT_HTML):
        return NotAnArticle("not_html", "binary file")
    if start.startswith((b"<?xml", b"<rss", b"<feed", b"<urlset", b"<sitemapindex")) and _FEED.search(start):
        return NotAnArticle("not_html", "a feed or sitemap")
    if start.startswith((b"{", b"[")) and b"<html" not in start and b"<p" not in start:
        return NotAnArticle("not_html", "JSON")
    return None


def recognise(html: bytes | str, url: str, headers: Mapping[str, str]) -> NotAnArticle | None:
    """Name what stands in a page's place: a challenge, a form for consent or login, a notice.

    Only a page with little text of its own is taken for one, since ordinary pages bear the traces of their
    protection, a login box and a cookie notice too.

    :param html: the page as fetched, an article's or a listing's.
    :param url: where it was found.
    :param headers: of the response, names in lower case.
    :return: None for an ordinary page.
    """
    if headers.get("cf-mitigated") == "challenge":
        return NotAnArticle("challenge", "the header Cf-Mitigated")
    body = html if isinstance(html, bytes) else html[: 4 * LOOK_BYTES].encode("utf-8", "replace")
    head = body[:LOOK_BYTES]
    kind = headers.get("content-type", "").lower()
    if not ("html" in kind or (not kind and head.lstrip()[:1] == b"<")):
        return None
    host = urlsplit(url).hostname or "" if "[" not in url else ""
    if _CONSENT_HOST.match(host):
        return NotAnArticle("consent", f"the host {host}")
    small = len(body) <= SMALL_PAGE
    headings = list(_headings(head, kind, small=small))
    if not small and not any(notice_of(heading) for heading in headings):
        return None  # as nearly all pages are
    lower = head.lower()
    small = small and lower.count(b"</p>") < MANY_PARAGRAPHS
    signs = list(_signs(lower, headings, small=small))
    if not (signs or small) or _ARTICLE.search(lower):
        return None
    words = _count_words(_decoded(_visible(body[: 4 * LOOK_BYTES])))
    for found, most in signs:
        if words <= most:
            return found
    return _wordless(head, lower, words, len(body))


def _wordless(head: bytes, lower: bytes, words: int, size: int) -> NotAnArticle | None:
    """Recognise challenges that have neither heading nor known trace."""
    if words <= VERY_FEW_WORDS and (
        found := _CHALLENGE_WORDS.search(_decoded(_visible(head, noscript=True)))
    ):
        return NotAnArticle("challenge", f"the page says {found.group()!r}")
    if words < 10 and size < 8192 and b"<script" in lower and b"cookie" in lower:
        return NotAnArticle("challenge", "a script sets a cookie, and there is nothing for a reader")
    return None


def _visible(html: bytes, *, noscript: bool = False) -> bytes:
    """Take the text out of a page, in one pass whatever it holds."""
    texts: list[bytes] = []
    until = b""
    for piece in html.split(b"<"):
        if until:
            if until not in piece[:12].lower() and not (until == b"-->" and until in piece):
                continue
            until = b""
        elif piece.startswith(b"!--"):
            until = b"" if b"-->" in piece else b"-->"
            continue
        name = piece[:9].lower()
        hidden = next((tag for tag in _NOT_TEXT if name.startswith(tag)), None)
        if hidden is not None and not (noscript and hidden == b"noscript"):
            until = b"/" + hidden
            continue
        texts.append(piece.partition(b">")[2])
    return b" ".join(texts)


def _count_words(text: str) -> int:
    """Count words; where a script has no spaces, two characters are one."""
    return len(text.split()) + len(_WITHOUT_SPACES.findall(text)) // 2


def _headings(head: bytes, content_type: str, *, small: bool) -> Iterator[str]:
    """Yield the page's title and, of a small page, its first heading."""
    for pattern in _HEADINGS if small else _HEADINGS[:1]:
        if (found := pattern.search(head)) is None:
            continue
        text = decode_part(found.group(1), head, content_type)
        yield unescape(_TAG.sub(" ", text)).strip()


def _signs(lower: bytes, headings: list[str], *, small: bool) -> Iterator[tuple[NotAnArticle, int]]:
    """Yield what a page may be, each with the words of text up to which it is."""
    if small and (trace := next((trace for trace in _OWN_TRACES if trace in lower), None)):
        yield NotAnArticle("challenge", f"the trace {trace.decode()!r}"), FEW_WORDS
    for heading in headings:
        kind = notice_of(heading)
        if kind is None or (kind == "login" and not _FORM.search(lower)):
            continue
        certain = kind != "login" or _PASSWORD.search(lower)
        most = MANY_WORDS if kind in {"consent", "soft_404"} else FEW_WORDS if certain else VERY_FEW_WORDS
        yield NotAnArticle(kind, f"the page is headed {heading!r}"), most
    if small and (trace := next((trace for trace in _SHARED_TRACES if trace in lower), None)):
        yield NotAnArticle("challenge", f"the trace {trace.decode()!r}"), VERY_FEW_WORDS
    if small and _CONSENT_FORM.search(lower):
        yield NotAnArticle("consent", "a form that asks for consent"), VERY_FEW_WORDS


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def judge(document: Document, article: Article) -> NotAnArticle | None:
    """Name what a page is whose tree has been read and gave no whole article.

    :param document: the page.
    :param article: what was read out of it.
    :return: None where it is an article nevertheless.
    """
    body = len(article.body or "")
    if article_node(document) is None:
        og_type = (document.meta.get("og:type") or [""])[0].lower()
        shortest = SHORT_BODY if og_type == "article" else 4 * SHORT_BODY
        if body < shortest and (found := _judge_headings(document, body)) is not None:
            return found
        kinds = {name for node in document.jsonld for name in types(node)}
        if body < SHORT_BODY and ("videoobject" in kinds or og_type.startswith("video")):
            return NotAnArticle("video", "the page states a video and no article")
        if _is_front_page(document.url) or _is_listing(document, article, og_type, kinds):
            return NotAnArticle("listing", "links to stories and none of its own")
    if body == 0 and not article.headline:
        return NotAnArticle("empty", "no text")
    return None


def _judge_headings(document: Document, body: int) -> NotAnArticle | None:
    """Recognise a notice on a page with much around it, which by its bytes alone looks like any other."""
    title = document.title or ""
    first = document.elements_of("h1")[0].text if document.elements_of("h1") else ""
    for heading in (title, first):
        text = " ".join(heading.split())
        kind = notice_of(text)
        if kind is not None and not (kind == "login" and body >= SHORT_BODY):
            return NotAnArticle(kind, f"the page is headed {text!r}")
    return None


def _is_front_page(url: str) -> bool:
    parts = url.split("://", 1)[-1].partition("#")[0].partition("?")
    return not parts[2] and _FRONT_PATH.fullmatch("/" + parts[0].partition("/")[2]) is not None


def _is_listing(document: Document, article: Article, og_type: str, kinds: set[str]) -> bool:
    body = len(article.body or "")
    path = document.url.split("://", 1)[-1].partition("/")[2].split("?")[0].strip("/")
    if _LISTING_PATH.search(f"/{path}/"):
        return True
    if article.published_at is not None or og_type == "article":
        return False
    if kinds & {"collectionpage", "searchresultspage"} or (
        og_type in ("website", "object") and "itemlist" in kinds
    ):
        return body < 8 * SHORT_BODY
    return body < 2 * SHORT_BODY and len(document.elements_of("article")) > 4
