"""Page kind: what a page is that is not an article, by its own marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newscrawler.sources.jsonld import article_node, types

if TYPE_CHECKING:
    from newscrawler.document import Document
    from newscrawler.items import Article

Kind = Literal[
    "empty",
    "not_html",
    "too_large",
    "unknown_charset",
    "challenge",
    "consent",
    "login",
    "soft_404",
    "listing",
    "video",
    "gallery",
]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page gives no article; false, so that ``if article:`` reads naturally."""

    kind: Kind
    reason: str

    def __bool__(self) -> bool:
        return False


_CHALLENGE = re.compile(
    r"<title>\s*(?:Just a moment|Attention Required|Access denied|Pardon Our Interruption|DDoS-Guard|Checking your browser|Are you a robot|Robot Check|Security check|Verify(?:ing)? you are human|Bot Verification|Human Verification)"
    r"|cf-browser-verification|cf_chl_opt|/cdn-cgi/challenge-platform/h/./orchestrate|_Incapsula_Resource|captcha-delivery\.com|px-captcha|__jhash_|__js_p_|awsWafCookieDomainList|ddos-guard/js-challenge|g-recaptcha[^>]{0,200}challenge",
    re.IGNORECASE,
)
_COOKIE_REDIRECT = re.compile(r"document\.cookie\s*=[^;]{0,300}", re.IGNORECASE)
_RELOAD = re.compile(
    r"location\.(?:reload|replace|href)|window\.location|http-equiv=[\"']?refresh", re.IGNORECASE
)
_NOT_FOUND = re.compile(
    r"^\W*(?:(?:error\s*)?(?:404|410)\b|page (?:not found|cannot be found|can't be found|doesn.t exist|does not exist)|not found|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)"
    r"|página no encontrada|pagina non trovata|página não encontrada|strona nie (?:istnieje|została znaleziona)|stránka nenalezena|страница не найдена|сторінку не знайдено|sayfa bulunamadı|الصفحة غير موجودة|页面不存在|ページが見つかりません|お探しのページ|페이지를 찾을 수 없습니다"
    r"|(?:sorry|oops|whoops)\b.{0,60}(?:not found|couldn.t find|can.t find|doesn.t exist|no longer (?:available|exists)|moved))",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"^\W*(?:before you continue|we (?:and our partners )?value your privacy|your privacy|privacy (?:settings|choices)|cookie (?:consent|settings|wall)|consent|zustimmung|einwilligung|datenschutzeinstellungen|cookie-einstellungen|cookies? und werbung|weiter mit werbung"
    r"|votre vie privée|gérer (?:les|vos) cookies|tu privacidad|la tua privacy|mit werbung weiterlesen|zustimmen (?:&|und) weiterlesen)",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"^\W*(?:log ?in|sign ?in|log on|anmelden|anmeldung|einloggen|login|connexion|se connecter|identifiez-vous|iniciar sesión|accedi|entrar|zaloguj|logowanie|přihlášení|вход|войти|авторизация|увійти|giriş yap|تسجيل الدخول|登录|登入|ログイン|로그인)\b",
    re.IGNORECASE,
)
_LISTING_PATH = re.compile(
    r"/(?:tags?|categor(?:y|ies)|authors?|topics?|search)/(?:[^/\d.]+/)?(?:page/\d+/)?$", re.IGNORECASE
)
_SHORT = 250
"""Characters of body below which a page has to prove that it is an article."""

_LONGEST_NOTICE = 5
"""Words; a longer heading over some text is a headline."""
_NOTICES: dict[Kind, re.Pattern[str]] = {"soft_404": _NOT_FOUND, "consent": _CONSENT, "login": _LOGIN}


def refuse_early(html: bytes | str, content_type: str | None) -> Refusal | None:
    """Name what is no page at all, before it is parsed."""
    head = html[:4096]
    if not head.strip():
        return Refusal("empty", "no content")
    kind = (content_type or "").split(";")[0].strip().lower()
    if (
        kind
        and "html" not in kind
        and "xml" not in kind
        and kind not in ("text/plain", "application/octet-stream", "unknown/unknown", "*/*")
    ):
        return Refusal("not_html", f"content type {kind}")
    sample = head if isinstance(head, bytes) else head.encode("utf-8", "replace")
    if sample.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"ID3")):
        return Refusal("not_html", "binary file")
    stripped = sample.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if stripped.startswith((b"<?xml", b"<rss", b"<feed", b"<urlset", b"<sitemapindex")) and re.search(
        rb"<(?:rss|feed|urlset|sitemapindex|rdf:rdf)\b", stripped
    ):
        return Refusal("not_html", "a feed or sitemap")
    if stripped.startswith((b"{", b"[")) and b"<html" not in stripped and b"<p" not in stripped:
        return Refusal("not_html", "JSON")
    return None


def refuse(document: Document, article: Article, source: str) -> Refusal | None:
    """Name what kind of page this is if it is not an article; ``source`` is its beginning as text."""
    body = len(article.body or "")
    if body < 2 * _SHORT and _is_challenge(document, source, body):
        return Refusal("challenge", "a check of the browser stands before the page")
    title = " ".join((document.title or "").split())
    heading_text = " ".join(document.elements["h1"][0].text.split()) if document.elements["h1"] else ""
    stated = article_node(document) is not None
    if not stated and body < 4 * _SHORT:
        for heading in dict.fromkeys((title, heading_text)):
            if body >= _SHORT and len(re.split(r"\s[|–—-]\s", heading)[0].split()) > _LONGEST_NOTICE:
                continue  # a story about logging in, not a form
            for kind, pattern in _NOTICES.items():
                if (found := pattern.search(heading)) is not None:
                    return Refusal(kind, f"the page is headed {found.group().strip()!r}")
    kinds = {name for node in document.jsonld for name in types(node)}
    og_type = (document.meta.get("og:type") or [""])[0].lower()
    if not stated and body < _SHORT and ("videoobject" in kinds or og_type.startswith("video")):
        return Refusal("video", "the page states a video and no article")
    if not stated and _is_listing(document, article, og_type, kinds):
        return Refusal("listing", "links to stories and none of its own")
    if body == 0 and not article.headline:
        return Refusal("empty", "no text")
    return None


def _is_challenge(document: Document, source: str, body: int) -> bool:
    if _CHALLENGE.search(source):
        return True
    if body or len(source) > 20_000:
        return False
    return bool(_COOKIE_REDIRECT.search(source) and _RELOAD.search(source))


def _is_listing(document: Document, article: Article, og_type: str, kinds: set[str]) -> bool:
    body = len(article.body or "")
    path = document.url.split("://", 1)[-1].partition("/")[2].split("?")[0].strip("/")
    if not path or _LISTING_PATH.search(f"/{path}/"):
        return True
    if article.published_at is not None or og_type == "article":
        return False
    if kinds & {"collectionpage", "searchresultspage"} or (
        og_type in ("website", "object") and "itemlist" in kinds
    ):
        return body < 8 * _SHORT
    return body < 2 * _SHORT and len(document.root.select("article")) > 4
