"""Page: the article's body by the structure of the page, where no layout says where it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from newscrawler.document.node import children
from newscrawler.sources.body.article_text import apart, in_footer, standfirst, text_blocks, words
from newscrawler.sources.body.author_note import without_author_note
from newscrawler.sources.body.blocks import Block, Node, body_text, walk
from newscrawler.sources.body.framework_state import state_body
from newscrawler.sources.body.regions import Region, find_region
from newscrawler.sources.boilerplate.prose import length, prose_weight
from newscrawler.sources.hosts import PageText, upwards
from newscrawler.sources.signals import Signal
from newscrawler.text import clean_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.document import Document, Element
    from newscrawler.sources.bylines.byline_line import Line

_LEAST_STATED: Final = 300
"""An ``articleBody`` shorter than this is a description."""
_LEAST_SHOWN: Final = 400
"""A page that shows less than this (in Latin letters) may have its text in a script."""


_REPEATED: Final = 0.75
"""Share of a standfirst's words that the text uses again."""


_LEAST_SECOND: Final = 250.0
"""Least running text of a second choice."""
_FOREIGN: Final = frozenset(("form", "footer", "aside", "nav"))
_MOST_TRIES: Final = 3
"""Regions that are tried, where what they hold turns out to be no text."""


@dataclass(slots=True)
class BodyHints:
    """What other sources know that helps to find the body."""

    headline: str | None = None
    lead: str | None = None
    """Standfirst or description, as the head of the page states it."""
    article_body: str | None = None
    """``articleBody`` of the page's JSON-LD."""
    bylines: Sequence[Line] = ()
    """The lines of the page that say who wrote; at the top of the text they are no part of it."""


@dataclass(slots=True)
class BodyCandidate:
    """A body and how it was found."""

    text: str
    source: Literal["page", "json-ld", "state"]
    """``state`` is the script state of a framework."""
    blocks: list[Block] = field(default_factory=list)
    container: Element | None = None
    """The element that holds the text, where the page shows it."""
    lead: str | None = None
    """The standfirst, where the page shows it above the text; it is the first paragraph of ``text``, too."""


def page_body(doc: Document, *, hints: BodyHints | None = None) -> BodyCandidate | None:
    """Find the body of the article in the page; ``None`` where there is no running text.

    The structure of the page comes first; the JSON-LD's text or the script state of a framework only where
    the page shows much less than they hold.
    """
    hints = hints or BodyHints()
    best = _shown(doc, hints)
    size = length(best.text) if best else 0
    stated = clean_block(hints.article_body)
    if length(stated) > max(_LEAST_STATED, (2 if size < _LEAST_SHOWN else 4) * size):
        best, size = BodyCandidate(stated, "json-ld"), length(stated)
    if size < _LEAST_SHOWN:
        state = state_body(doc, hints.headline)
        if state and length(state) > 2 * size and (best is None or _goes_on(best.text, state)):
            best = BodyCandidate(state, "state")
    return best


def _goes_on(shown: str, state: str) -> bool:
    """Tell whether the state has what the page shows, and more."""
    longest = max(shown.split("\n\n"), key=len)
    return words(longest)[:50] in words(state)


def _shown(doc: Document, hints: BodyHints) -> BodyCandidate | None:
    """Read the body by the structure of the page."""
    nodes, found = walk(
        next((child for child in children(doc.root) if child.tag == "body"), doc.root), doc.visibility
    )
    headline = _headline(found, hints.headline)
    weights = [prose_weight(block) for block in found]
    top = None if headline is None else found[headline].node
    chosen = _choose(PageText(nodes, found, weights, top), headline, doc.url)
    if chosen is None:
        return None
    region, kept = chosen
    lead = standfirst(found, region, headline, hints.lead, kept)
    kept = without_author_note(_without_bylines(kept, hints.bylines), hints.bylines)
    lead, kept = apart(lead, kept)
    if lead is not None and _belongs_to_the_text(lead, kept):
        kept = [lead, *kept]
    text = body_text(kept)
    if text is None:
        return None
    return BodyCandidate(text, "page", kept, region.core.element, lead.text if lead else None)


def _without_bylines(kept: list[Block], lines: Sequence[Line]) -> list[Block]:
    """Leave out the bylines above the text, where it stands in one box with them."""
    said = {words(line.printed) for line in lines}
    texts = (i for i, block in enumerate(kept) if prose_weight(block) and words(block.text) not in said)
    begin = next(texts, 0)
    return [block for block in kept[:begin] if words(block.text) not in said] + kept[begin:]


def _choose(page: PageText, headline: int | None, url: str) -> tuple[Region, list[Block]] | None:
    """Return the region of the article and its blocks; one without running text only where none has any."""
    found, weights = page.blocks, page.weights
    wordless: tuple[Region, list[Block]] | None = None
    for attempt in range(_MOST_TRIES):
        region = find_region(replace(page, weights=weights))
        if region is None or (attempt and not _is_below(region, page.headline)):
            break
        held = [region.holds(block.node) for block in found]
        texts = text_blocks(list(found), region, headline, url)
        kept = [block for block in texts if not in_footer(block)]
        if any(map(prose_weight, kept)):
            return region, kept
        if kept and wordless is None:
            wordless = region, kept
        # The heaviest text was none of an article: the next one may be.
        core = region.core
        weights = [
            0.0 if is_held or (not kept and core.index <= block.node.index < core.end) else weight
            for block, weight, is_held in zip(found, weights, held, strict=True)
        ]
    return wordless


def _is_below(region: Region, headline: Node | None) -> bool:
    """Tell whether a second choice can be the article: running text below the headline, in no footer."""
    core = region.core
    if headline is None or core.index < headline.index or core.prose < _LEAST_SECOND:
        return False
    return not any(node.tag in _FOREIGN for node in upwards(core))


def _belongs_to_the_text(lead: Block, kept: list[Block]) -> bool:
    """Tell whether a line above the text is its first paragraph, too.

    What the markup names as a standfirst is a field of its own. So is a summary whose words the first
    paragraphs use again.
    """
    if lead.node.signal & Signal.LEAD:
        return False
    said = set(words(lead.text).split())
    begun = set(words(" ".join(block.text for block in kept[:2])).split())
    return len(said & begun) < _REPEATED * len(said)


def _headline(found: list[Block], known: str | None) -> int | None:
    """Return the place of the headline among the blocks: best of the main headings, the one that is known."""
    heads = [i for i, block in enumerate(found) if _is_h1(block.node)]
    if not known:
        return max(heads, key=lambda i: len(found[i].text), default=None)
    wanted = words(known)
    size = len(known)
    same = [
        i
        for i, block in enumerate(found)
        if 0.6 * size <= len(block.text) <= 1.4 * size and words(block.text) == wanted
    ]
    if same:
        return next((i for i in same if i in heads), same[0])
    bag = set(wanted.split())
    return max(
        heads, key=lambda i: (len(bag & set(words(found[i].text).split())), len(found[i].text)), default=None
    )


def _is_h1(node: Node) -> bool:
    return node.tag == "h1" or (node.parent is not None and node.parent.tag == "h1")
