"""A page as the search for its text takes it: walked, weighed, its headline known."""

from __future__ import annotations

from newscrawler.document import parse_document
from newscrawler.document.node import children
from newscrawler.sources.body.blocks import walk
from newscrawler.sources.boilerplate.prose import prose_weight
from newscrawler.sources.hosts import PageText


def walked(markup: str) -> PageText:
    """Return the text of a page with this body; its ``h1`` is the headline."""
    document = parse_document(f"<body>{markup}</body>", "https://news.example/a")
    body = next(child for child in children(document.root) if child.tag == "body")
    nodes, blocks = walk(body, document.visibility)
    headline = next((node for node in nodes if node.tag == "h1"), None)
    return PageText(nodes, blocks, [prose_weight(block) for block in blocks], headline)
