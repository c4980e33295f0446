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

_CHALLENGE = re.compile(
    rb"cf-chl-|/cdn-cgi/challenge-platform/|challenges\.cloudflare\.com|_Incapsula_Resource|captcha-delivery\.com"
    rb"|px-captcha|perimeterx|errors\.edgesuite\.net|sucuri_cloudproxy_js|ddos-guard|__js_p_|aes\.min\.js|/_sec/cp_challenge"
    rb"|g-recaptcha|h-captcha|hcaptcha\.com|smartcaptcha|geo\.captcha|awswafintegration|aws-waf-token",
    re.IGNORECASE,
)
"""Traces that the well-known protections leave in their own pages, and in ordinary pages of the sites they protect."""

_CHALLENGE_TITLE = re.compile(
    r"^(just a moment|attention required|checking your browser|ddos-guard|access denied|are you (a )?(human|robot)"
    r"|verify(ing)? (that )?you are (a )?human|human verification|security check|please wait|one moment,? please"
    r"|robot or human|bot verification|pardon our interruption|captcha|проверка браузера|вы не робот|доступ ограничен"
    r"|un momento|un instant|einen moment|nur einen moment)",
    re.IGNORECASE,
)

_CHALLENGE_WORDS = re.compile(
    r"(enable|turn on) (javascript|cookies|js)\b.{0,80}\b(continue|proceed|access|verif)|verify (that )?you are (a )?human"
    r"|unusual (traffic|activity) from|are not a (ro)?bot|checking your browser before|complete the (captcha|security check)"
    r"|why have i been blocked|подтвердите, что (вы не робот|запросы)|не робот",
    re.IGNORECASE | re.DOTALL,
)

_CONSENT_HOST = re.compile(r"^(consent|cmp|myprivacy|privacy-?gate|guce|choices)\.", re.IGNORECASE)
_CONSENT_TITLE = re.compile(
    r"(cookie|privacy|datenschutz)[\w\s-]{0,30}(consent|settings|preferences|einstellungen|choices)|^consent\b",
    re.IGNORECASE,
)
_CONSENT_FORM = re.compile(
    rb"<form[^>]+action=[\"'][^\"']*(consent|privacy|gdpr|cmp)[^\"']*[\"']", re.IGNORECASE
)
_PASSWORD = re.compile(rb"<input[^>]+type\s*=\s*[\"']?password", re.IGNORECASE)
_LOGIN_TITLE = re.compile(
    r"\b(log ?in|sign ?in|anmelden|connexion|iniciar sesi[oó]n|вход|войти|accedi)\b", re.IGNORECASE
)
_NOT_FOUND_TITLE = re.compile(
    r"^\W*(error\s*)?404\b|\b(page|article|story|content|seite|página|page) (could )?(not|no|nicht|n'existe|non) "
    r"?(be )?(found|encontrada|gefunden|trouvée|available|exist)|страница не найдена|page introuvable|ページが見つかりません"
    r"|^not found\b|nicht gefunden|no encontrada|pagina non trovata",
    re.IGNORECASE,
)

_TITLE = re.compile(rb"<title[^>]*>(.{0,300}?)</title", re.IGNORECASE | re.DOTALL)
_NOT_TEXT = re.compile(
    rb"<(script|style|noscript|svg|template)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rb"<[^>]*>")


def recognise(response: Response) -> str | None:
    """Name what a page is instead of what was asked for; None for an ordinary page.

    ``challenge``, ``consent``, ``login`` or ``soft_404``: only where the page has little text of its own, since ordinary
    pages carry the traces of their protection, a login box and a cookie notice too.
    """
    if response.headers.get("Cf-Mitigated") == b"challenge":
        return "challenge"
    kind = (response.headers.get("Content-Type") or b"").lower()
    head = response.body[:LOOK_BYTES]
    if not (b"html" in kind or (not kind and head.lstrip()[:1] == b"<")):
        return None
    found = _TITLE.search(head)
    title = _decoded(found.group(1)).strip() if found else ""
    challenge = bool(_CHALLENGE.search(head)) or bool(_CHALLENGE_TITLE.search(title))
    consent = bool(_CONSENT_HOST.match(urlsplit(response.url).hostname or "")) or bool(
        _CONSENT_TITLE.search(title) or _CONSENT_FORM.search(head)
    )
    login = bool(_PASSWORD.search(head)) and bool(_LOGIN_TITLE.search(title))
    gone = bool(_NOT_FOUND_TITLE.search(title))
    scripted = len(head) < 8192 and b"<script" in head and b"cookie" in head and b"<p" not in head
    if not (challenge or consent or login or gone or scripted) and len(response.body) > 16384:
        return None
    text = _decoded(_TAG.sub(b" ", _NOT_TEXT.sub(b" ", response.body[: 4 * LOOK_BYTES])))
    words = len(text.split())
    if words > FEW_WORDS or len(text.strip()) > FEW_WORDS * 12:
        return None
    if challenge or (words < 60 and _CHALLENGE_WORDS.search(_decoded(_TAG.sub(b" ", head)))):
        return "challenge"
    if scripted and words < 20:
        return "challenge"
    if consent:
        return "consent"
    if login:
        return "login"
    return "soft_404" if gone else None


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")
