"""Access: whether the whole text can be read, and what the page says of text mining."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.items import Access

if TYPE_CHECKING:
    from newscrawler.document import Document
    from newscrawler.sources.jsonld import Values

_TIERS = {
    "free": "free",
    "metered": "metered",
    "locked": "locked",
    "premium": "locked",
    "paid": "locked",
    "subscription": "locked",
}
_OPT_OUT = re.compile(r"\b(noai|noimageai|notrain|noml)\b", re.IGNORECASE)


def read_access(document: Document, *stated: Values) -> Access:
    """Return the access that the page's own markup states, unknown where it states none."""
    for name in ("article:content_tier", "content_tier", "og:article:content_tier"):
        for tier in document.meta.get(name, ()):
            state = _TIERS.get(tier.strip().lower())
            if state in ("free", "metered", "locked"):
                return Access(state, f"meta {name}")  # type: ignore[arg-type]  # one of the three just named
    for values in stated:
        for access in values.get("access", ()):
            return access  # type: ignore[no-any-return]  # the reader of JSON-LD makes Access objects
    return Access()


def opt_outs(document: Document) -> list[str]:
    """Return the AI and text-mining opt-outs of the page and its headers, as ``where: what``."""
    found: dict[str, None] = {}
    for name, contents in (
        *((name, document.meta.get(name, [])) for name in ("robots", "googlebot", "ai")),
        ("x-robots-tag", [document.headers.get("x-robots-tag", "")]),
    ):
        for content in contents:
            for token in _OPT_OUT.findall(content):
                found.setdefault(f"{name}: {token.lower()}")
    reserved = [*document.meta.get("tdm-reservation", []), document.headers.get("tdm-reservation", "")]
    if any(value.strip() == "1" for value in reserved):
        found.setdefault("tdm-reservation: 1")
    return list(found)
