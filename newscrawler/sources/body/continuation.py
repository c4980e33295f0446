"""Continuation: parts of the story below it in a shape of their own, such as columns or chapters."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from newscrawler.sources.body.recipe import is_recipe
from newscrawler.sources.boilerplate.repetition import is_label
from newscrawler.sources.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawler.sources.body.blocks import Block, Node
    from newscrawler.sources.hosts import PageText

_LEAST_PARAGRAPHS: Final = 2
_LEAST_PARAGRAPH: Final = 100.0
"""Running text of a paragraph, on average; what houses say of themselves is often shorter."""
_MOST_TRIES: Final = 40
"""Elements that are looked at; more of them are a list."""
_MOST_LINKS: Final = 0.15
_MOST: Final = 0.8
"""Most running text by that of the story above: what is as long as the story is another one."""
_FOREIGN: Final = Signal.NOISE | Signal.COMMENT | Signal.CAPTION | Signal.PRODUCT
_FOREIGN_TAGS: Final = frozenset(("aside", "footer", "form", "nav", "article", "ul", "ol", "dl", "table"))
_FOREIGN_NAMES: Final = re.compile(
    r"author|autor|(?<![a-z])bio(?:graphy)?(?![a-z])|newsletter|subscri|sign-?up|opt-?in|promo|related|recommend|sidebar"
    r"|widget|footer|(?<![a-z])cta(?![a-z])|banner|sponsor|disclaimer|form(?![a-z])|modal|popup",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r"\W*(?:about|über|à propos|sobre|chi siamo|over ons|om oss|om os|o nas|о нас|о проекте|про нас|hakkında"
    r"|关于|關於"
    r"|related|more|also|latest|popular|comments?|subscribe|newsletter|contact|disclaimer|sources?|references?|notes?"
    r"|mehr|auch|quellen?|kontakt|lire|voir|leer|más|leia|mais|leggi|altri|czytaj|więcej|читайте|ещё|другие|相关|推荐|更多)\b",
    re.IGNORECASE,
)
"""How a box begins that speaks of the publisher, of other stories or of the readers."""


def continued(page: PageText, story: Node, above: Node, beside: Sequence[bool]) -> Iterator[Node]:
    """Yield the elements directly within ``above`` and below the story that go on with it.

    They hold paragraphs alone: no links to other stories, no names or dates, no heading of a box.

    :param story: what is known of the text.
    :param above: an element around it.
    :param beside: by ``Node.index``, whether an element stands beside the text.
    """
    tags = _tags(page, story.index, story.end, beside)
    index, tried = story.end, 0
    while index < above.end:
        node = page.nodes[index]
        if node.parent is not above:
            index += 1
            continue
        index = node.end
        tried += bool(node.prose)
        if tried > _MOST_TRIES:
            return
        if node.prose and _goes_on(page, story, node, beside, tags):
            yield node


def _is_named_foreign(page: PageText, node: Node) -> bool:
    """Tell whether an element, or one within it, is named as a box of the house, or as one of a person."""
    return any(
        _FOREIGN_NAMES.search(inner.names) is not None or "Person" in (inner.element.attr("itemtype") or "")
        for inner in page.nodes[node.index : node.end]
    )


def _goes_on(page: PageText, story: Node, node: Node, beside: Sequence[bool], tags: Counter[str]) -> bool:
    if beside[node.index] or node.tag in _FOREIGN_TAGS or node.signal & _FOREIGN:
        return False
    if node.link_chars > _MOST_LINKS * node.chars:
        return False
    blocks = [
        (block, weight)
        for block, weight in zip(page.blocks, page.weights, strict=True)
        if node.index <= block.node.index < node.end and not beside[block.node.index]
    ]
    if is_recipe([block for block, _ in blocks]):
        return not _is_named_foreign(page, node)
    return (
        node.prose <= _MOST * story.prose
        and _is_chapter(blocks, node, tags)
        and not _is_named_foreign(page, node)
    )


def _is_chapter(blocks: Sequence[tuple[Block, float]], node: Node, tags: Counter[str]) -> bool:
    """Tell whether a part holds paragraphs as the story does, and nothing else."""
    texts = [(block, weight) for block, weight in blocks if weight]
    if len(texts) < _LEAST_PARAGRAPHS or node.prose < _LEAST_PARAGRAPH * len(texts):
        return False
    if any(_is_foreign(block, weight) for block, weight in blocks):
        return False
    most = tags.most_common(1)
    return bool(most) and all(block.node.tag == most[0][0] for block, _ in texts)


def _is_foreign(block: Block, weight: float) -> bool:
    if block.kind == "subhead":
        return block.link_share > 0.5 or block.node.tag == "h1" or _HEADING.match(block.text) is not None
    return is_label(block, weight)


def _tags(page: PageText, start: int, end: int, beside: Sequence[bool]) -> Counter[str]:
    """Count in which elements the paragraphs of a part stand."""
    return Counter(
        block.node.tag
        for block, weight in zip(page.blocks, page.weights, strict=True)
        if weight and start <= block.node.index < end and not beside[block.node.index]
    )
