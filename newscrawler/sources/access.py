"""Access: whether the whole text can be read, and what the page says of text mining."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.ai_opt_outs import header_opt_outs, meta_opt_outs
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
    """Return the AI and text-mining opt-outs of the page and its headers, as ``where:what``."""
    headers = {name: [value] for name, value in document.headers.items()}
    return list(dict.fromkeys([*header_opt_outs(headers), *meta_opt_outs(document.meta)]))
