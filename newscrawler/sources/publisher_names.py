"""Publication: the names under which a page's publisher goes; none of them is an author or a headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.sources.likeness import loose
from newscrawler.sources.metadata.schema_org import text_of, types
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection

    from newscrawler.document import Document

_META = (
    "og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher",
    "copyright", "twitter:site", "twitter:app:name:iphone",
)  # fmt: skip
_PUBLISHERS = frozenset(("organization", "newsmediaorganization", "website", "corporation", "localbusiness"))
_CHINESE_HOUSE = re.compile(
    r"[_|｜—–-]\s*(?P<whole>(?P<name>[\u3400-\u9fff]{2,6}?)"
    r"(?:新闻|新聞|体育|體育|财经|財經|娱乐|娛樂|科技|频道|頻道|中心|网|網|报|報)+)\s*$"
)
"""A paper behind the title of a page, with or without its section: "_网易新闻中心"."""
_SHORTEST_TITLE = 12
"""Characters. A whole title of the page that is as long is its headline, and not a name."""
_MOST_WORDS = 7
"""A longer name is a slogan, or the headline that some templates put in the place of the name."""


_HOUSE_OF_HOST = re.compile(r"\|\s*(?P<whole>(?P<word>[^\W_]{5,})(?:\s+[^\s|]+){1,3})\s*$")
"""A part behind the title that begins with the host's word: "| Example Stores" of example.com."""


_TITLE_PARTS = re.compile(r"\s+[-–—|•·»:]+\s+|\s*[|｜]\s*")
_RIGHTS = r"(?:©|\(c\)|copyright)[\s\d©()c,.:–—-]{{0,30}}(?:by\s+)?{}"
"""Who holds the rights: an edge of the title. Lines are joined without a space, so no word's end is asked."""
_SHORTEST_NAME = 5


def _holding_the_rights(document: Document) -> list[str]:
    """Return the first and the last part of the title that the page names as the holder of its rights."""
    parts = _TITLE_PARTS.split(document.title or "")
    edges = [part.strip() for part in (parts[0], parts[-1])] if len(parts) > 1 else []
    edges = [part for part in edges if len(part) >= _SHORTEST_NAME and len(part.split()) <= _MOST_WORDS]
    text = document.root.text if edges else ""
    return [part for part in edges if re.search(_RIGHTS.format(re.escape(part)), text, re.IGNORECASE)]


def _behind_title(title: str, labels: Collection[str]) -> list[str]:
    if (found := _CHINESE_HOUSE.search(title)) is not None:
        return [found["whole"], found["name"]]
    found = _HOUSE_OF_HOST.search(title)
    return [found["whole"]] if found is not None and found["word"].casefold() in labels else []


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
    names = names or _holding_the_rights(document)
    host = document.url.split("://", 1)[-1].partition("/")[0].partition(":")[0].removeprefix("www.")
    labels = [] if host.replace(".", "").isdigit() else host.split(".")[:-1]
    names += [site_name, host, *_behind_title(document.title or "", labels), *labels]
    title = loose(document.title or "")
    found = [name for raw in dict.fromkeys(names) if _is_name(name := clean(raw).lstrip("@"), title)]
    if title.replace(" ", "") in labels:  # a page that is titled as its host is named has no title of its own
        found.append(clean(document.title))
    return found


def _is_name(text: str, title: str) -> bool:
    """Tell whether a text that stands in the place of a name is one, and no URL, slogan or headline."""
    is_short = len(text) > 1 and len(text.split()) <= _MOST_WORDS
    return is_short and "://" not in text and not (len(text) >= _SHORTEST_TITLE and loose(text) == title)
