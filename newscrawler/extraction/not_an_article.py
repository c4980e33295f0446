"""Pages that answer 200 and are not what was asked for: bot challenges, consent, login, soft 404."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from scrapy.http import Response

LOOK_BYTES = 65536
"""How much of a page is looked at."""

FEW_WORDS = 150
"""A page with more words of text than this is a page, whatever else it holds."""

VERY_FEW_WORDS = 40
"""The same for traces that ordinary pages bear as well."""

SMALL_PAGE = 40_960
"""Bytes of the largest challenge pages; in larger ones traces are not looked for."""

MANY_PARAGRAPHS = 6
"""Nor in pages with as many paragraphs."""

_CHALLENGE = (
    b"_cf_chl_opt", b"cf-chl-widget", b"/_sec/cp_challenge", b"px-captcha", b"errors.edgesuite.net",
    b"sucuri_cloudproxy_js", b"__js_p_", b"slowaes", b"geo.captcha-delivery.com", b"incapsula incident id",
    b"ddos-guard</title",
)  # fmt: skip
"""What the well-known protections put into their own pages only."""

_PROTECTED = (
    b"/cdn-cgi/challenge-platform/", b"challenges.cloudflare.com", b"_incapsula_resource", b"captcha-delivery.com",
    b"perimeterx", b"ddos-guard", b"g-recaptcha", b"h-captcha", b"hcaptcha.com", b"smartcaptcha",
    b"awswafintegration", b"aws-waf-token",
)  # fmt: skip
"""What they put into the pages that they protect as well."""

_CHALLENGE_TITLE = re.compile(
    r"just a moment\W*$|attention required\W|checking your browser|are you (a )?(human|robot)|robot or human\W*$"
    r"|verify(ing)? (that )?you are (a )?human|human verification|bot verification|pardon our interruption"
    r"|проверка браузера|вы не робот|nur einen moment\W*$|un momento\W*$|un instant\W*$",
    re.IGNORECASE,
)
_STERN_TITLE = re.compile(
    r"(access denied|security check|please wait|one moment,? please|captcha|forbidden|доступ ограничен)\b.{0,30}$",
    re.IGNORECASE,
)
_CHALLENGE_WORDS = re.compile(
    r"(enable|turn on) (javascript|cookies|js)\b.{0,80}\b(continue|proceed|access|verif)|verify (that )?you are (a )?human"
    r"|unusual (traffic|activity) from|are not a (ro)?bot|checking your browser before|complete the (captcha|security check)"
    r"|why have i been blocked|подтвердите, что (вы не робот|запросы)|не робот",
    re.IGNORECASE | re.DOTALL,
)

_CONSENT_HOST = re.compile(r"(consent|cmp|myprivacy|privacy-?gate|guce|choices)\.", re.IGNORECASE)
_CONSENT_TITLE = re.compile(
    r"(cookie|privacy|datenschutz)[\w\s-]{0,30}(consent|settings|preferences|einstellungen|choices)|consent\b",
    re.IGNORECASE,
)
_CONSENT_FORM = re.compile(rb"<form[^>]{0,300}action=[\"'][^\"']*(?:consent|privacy|gdpr|cmp)")
_PASSWORD = re.compile(rb"<input[^>]{1,300}password")
_LOGIN_TITLE = re.compile(
    r"\b(log ?in|sign ?in|anmelden|connexion|iniciar sesi[oó]n|вход|войти|accedi)\b", re.IGNORECASE
)
_NOT_FOUND_TITLE = re.compile(
    r"\W*(error\s*)?404\s*($|[-–—|:!.,]|not found|error|page)|not found\b"
    r"|(.{0,30}\b)?(page|article|story|content|seite|página|pagina|artikel) (could )?(not|no|nicht|non) (be )?"
    r"(found|encontrada|gefunden|trovata|available)\b|страница не найдена|page introuvable|ページが見つかりません",
    re.IGNORECASE,
)
_TITLE = re.compile(rb"<[tT][iI][tT][lL][eE][^>]{0,300}>(.{0,300}?)</[tT][iI][tT][lL][eE]", re.DOTALL)
_ARTICLE = re.compile(
    rb"og:type[\"']?\s{1,9}content=[\"']?article|article:published_time|itemprop=[\"']?articlebody"
    rb"|\"@type\"\s{0,9}:\s{0,9}\[?\s{0,9}\"(?:news|reportage|opinionnews|analysisnews)?article\""
)
"""What only a page that is an article says of itself."""

_NOT_TEXT = (b"script", b"style", b"noscript", b"svg", b"template", b"title")


def recognise(response: Response) -> str | None:
    """Name what a page is instead of what was asked for; None for an ordinary page.

    ``challenge``, ``consent``, ``login`` or ``soft_404``: only where the page has little text of its own, since ordinary
    pages bear the traces of their protection, a login box and a cookie notice too.
    """
    if response.headers.get("Cf-Mitigated") == b"challenge":
        return "challenge"
    kind = (response.headers.get("Content-Type") or b"").lower()
    head = response.body[:LOOK_BYTES]
    if not (b"html" in kind or (not kind and head.lstrip()[:1] == b"<")):
        return None
    if _CONSENT_HOST.match(urlsplit(response.url).hostname or ""):
        return "consent"
    title = _title(head)
    if len(response.body) > SMALL_PAGE and not _is_suspect(title):
        return None  # as nearly all pages are
    lower = head.lower()
    small = len(response.body) <= SMALL_PAGE and lower.count(b"</p>") < MANY_PARAGRAPHS
    signs = _signs(lower, title, small=small)
    if not (signs or small) or _ARTICLE.search(lower):
        return None
    visible = _decoded(_visible(response.body[: 4 * LOOK_BYTES]))
    words = max(len(visible.split()), len(visible.strip()) // 12)
    for sign, most in signs:
        if words <= most:
            return sign
    if words <= VERY_FEW_WORDS and _CHALLENGE_WORDS.search(_decoded(_visible(head, noscript=True))):
        return "challenge"
    if words < 10 and len(response.body) < 8192 and b"<script" in lower and b"cookie" in lower:
        return "challenge"  # sets a cookie and reloads: nothing for a reader
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


def _title(head: bytes) -> str:
    found = _TITLE.search(head)
    return _decoded(found.group(1)).strip() if found else ""


def _is_suspect(title: str) -> bool:
    asked_at_start = (_CHALLENGE_TITLE, _STERN_TITLE, _CONSENT_TITLE, _NOT_FOUND_TITLE)
    return any(pattern.match(title) for pattern in asked_at_start) or bool(_LOGIN_TITLE.search(title))


def _signs(lower: bytes, title: str, *, small: bool) -> list[tuple[str, int]]:
    """Collect what a page may be, each with the words of text up to which it is."""
    signs = []
    if _CHALLENGE_TITLE.match(title) or (small and any(trace in lower for trace in _CHALLENGE)):
        signs.append(("challenge", FEW_WORDS))
    if _STERN_TITLE.match(title) or (small and any(trace in lower for trace in _PROTECTED)):
        signs.append(("challenge", VERY_FEW_WORDS))
    if _CONSENT_TITLE.match(title) or (small and _CONSENT_FORM.search(lower)):
        signs.append(("consent", VERY_FEW_WORDS))
    if _LOGIN_TITLE.search(title) and _PASSWORD.search(lower):
        signs.append(("login", FEW_WORDS))
    if _NOT_FOUND_TITLE.match(title):
        signs.append(("soft_404", FEW_WORDS))
    return signs


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")
