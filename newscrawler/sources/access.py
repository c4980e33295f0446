"""Access: whether the whole text can be read, and what the page says of text mining."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.ai_opt_outs import header_opt_outs, meta_opt_outs
from newscrawler.items import Access

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.document import Document
    from newscrawler.items import AccessState
    from newscrawler.sources.metadata.schema_org import Values

_RESERVED = ("unknown", "free", "metered", "partial", "locked")
_TIERS: dict[str, AccessState] = {
    "free": "free",
    "metered": "metered",
    "locked": "locked",
    "premium": "locked",
    "paid": "locked",
    "subscription": "locked",
}


def read_access(document: Document, *stated: Values) -> Access:
    """Return the access that the page's own markup states, unknown where it states none.

    :param stated: what each source says of the article.
    """
    tiers = [
        Access(_TIERS[state], f"meta {name}")
        for name in ("article:content_tier", "content_tier", "og:article:content_tier")
        for tier in document.meta.get(name, ())
        if (state := tier.strip().lower()) in _TIERS
    ]
    return most_reserving([*tiers, *(access for values in stated for access in values.get("access", ()))])


def most_reserving(statements: Iterable[Access]) -> Access:
    """Return the statement that reserves most: where two contradict each other, the text is not free."""
    return max(statements, key=lambda access: _RESERVED.index(access.state), default=Access())


def opt_outs(document: Document) -> list[str]:
    """Return the AI and text-mining opt-outs of the page and its headers, as ``where:what``."""
    headers = {name: [value] for name, value in document.headers.items()}
    return list(dict.fromkeys([*header_opt_outs(headers), *meta_opt_outs(document.meta)]))
