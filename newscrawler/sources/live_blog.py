"""Live blogs: the updates of a page, as the site's layout or ``LiveBlogPosting`` has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newscrawler.items import Entry
from newscrawler.publication.selectors import select, value
from newscrawler.sources.body.blocks import blocks, body_text
from newscrawler.sources.metadata.schema_org import text_of, types
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newscrawler.document import Document, Element
    from newscrawler.items import Source
    from newscrawler.publication.article_layout import EntryRule
    from newscrawler.sources.metadata.schema_org import Node

_MOST = 5000
_PARAGRAPH = re.compile(r"</p>|<br\s*/?>|\n", re.IGNORECASE)


def read_entries(
    document: Document, rule: EntryRule | None, read_time: Callable[[str], str | None]
) -> tuple[Source | None, list[Entry]]:
    """Return the updates of a live blog and who gave them; none where the page is no live blog.

    :param rule: where the site's layout shows updates.
    :param read_time: gives the time that a text states, None where it states none.
    """
    boxes = select(document.root, rule.box)[:_MOST] if rule else []
    shown = [_shown(box, rule, document, read_time) for box in boxes] if rule else []
    if found := _each_once(shown):
        return "site", found
    stated = (
        _stated(update, read_time)
        for node in document.jsonld
        if "liveblogposting" in types(node)
        for update in _updates(node)
    )
    found = _each_once(stated)
    return ("json-ld" if found else None), found


def _shown(
    box: Element, rule: EntryRule, document: Document, read_time: Callable[[str], str | None]
) -> Entry | None:
    body = body_text(blocks(select(box, rule.body), visibility=document.visibility))
    if body is None:
        return None
    time = value(box, rule.time) if rule.time else None
    return Entry(
        id=value(box, rule.id) if rule.id else None,
        time=read_time(time) if time else None,
        headline=value(box, rule.headline) if rule.headline else None,
        body=body,
        author=value(box, rule.author) if rule.author else None,
    )


def _updates(node: Node) -> Iterable[Node]:
    found = node.get("liveBlogUpdate")
    members = found if isinstance(found, list) else [found]
    return [member for member in members[:_MOST] if isinstance(member, dict)]


def _stated(update: Node, read_time: Callable[[str], str | None]) -> Entry | None:
    body = _body(update.get("articleBody") or update.get("text") or update.get("description"))
    headline = clean(text_of(update.get("headline")) or text_of(update.get("name")) or "") or None
    if body is None:
        return None
    time = text_of(update.get("datePublished"))
    return Entry(
        id=_id(update),
        time=read_time(time) if time else None,
        headline=headline,
        body=body,
        author=clean(text_of(update.get("author")) or "") or None,
    )


def _id(update: Node) -> str | None:
    """Return the last part of the URL by which an update is called: its fragment, parameter or name."""
    for key in ("@id", "identifier", "url"):
        if named := text_of(update.get(key)):
            return re.split(r"[#/?=]", named.rstrip("/"))[-1] or named
    return None


def _body(found: Any) -> str | None:
    """Return the paragraphs of a stated text, which may be markup."""
    if isinstance(found, list):
        found = "\n".join(part for part in found if isinstance(part, str))
    if not isinstance(found, str):
        return None
    paragraphs = (clean(text_of(part) or "") for part in _PARAGRAPH.split(found))
    return "\n\n".join(filter(None, paragraphs)) or None


def _each_once(entries: Iterable[Entry | None]) -> list[Entry]:
    """Return the entries, each id once: a page may state an update twice, pinned and in its place."""
    found: dict[object, Entry] = {}
    for entry in entries:
        if entry is not None:
            found.setdefault(entry.id or (entry.time, entry.headline, entry.body), entry)
    return list(found.values())
