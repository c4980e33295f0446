"""Stand-ins: lines and elements of a page with just what a rule asks of them, so that its edges can be hit."""

from types import SimpleNamespace
from typing import Any

from newscrawler.document import parse_document
from newscrawler.document.node import first


def line(
    text: str, share: float = 0.0, kind: str = "paragraph", tag: str = "p", links: int | None = None
) -> Any:
    """A block with so much of its text within links."""
    chars = round(share * len(text)) if links is None else links
    node = SimpleNamespace(tag=tag, parent=None, index=1, end=2)
    return SimpleNamespace(text=text, link_share=share, link_chars=chars, kind=kind, node=node)


def element(html: str, tag: str) -> Any:
    """The first element of a tag in a page's body."""
    found = first(parse_document(f"<body>{html}</body>", "https://press.example/a/b").root, tag)
    assert found is not None
    return found
