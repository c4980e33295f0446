"""Publication: the names under which a page's publisher goes; none of them is an author or a headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.sources.schema_org import text_of, types
from newscrawler.text import clean

if TYPE_CHECKING:
    from newscrawler.document import Document

_META = (
    "og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher",
    "copyright", "twitter:site", "twitter:app:name:iphone",
)  # fmt: skip
_PUBLISHERS = frozenset(("organization", "newsmediaorganization", "website", "corporation", "localbusiness"))
_MOST_WORDS = 7
"""A longer name is a slogan, or the headline that some templates put in the place of the name."""


def publication_names(document: Document, site_name: str) -> list[str]:
    """Return the names of the publication that the page states, and those in its host."""
    names = [text for key in _META for text in document.meta.get(key, ())]
    for node in document.jsonld:
        kinds = types(node)
        if kinds & _PUBLISHERS and "person" not in kinds:
            names.extend(text for key in ("name", "legalName") if (text := text_of(node.get(key))))
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and "person" not in types(publisher) and (text := text_of(publisher)):
            names.append(text)
    host = document.url.split("://", 1)[-1].partition("/")[0].partition(":")[0].removeprefix("www.")
    names += [site_name, host]
    if not host.replace(".", "").isdigit():
        names += host.split(".")[:-1]
    cleaned = (clean(name).lstrip("@") for name in names)
    return [
        name
        for name in dict.fromkeys(cleaned)
        if len(name) > 1 and "://" not in name and len(name.split()) <= _MOST_WORDS
    ]
