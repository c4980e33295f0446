"""Tags: which elements of HTML begin a line of text, and which hold none."""

from __future__ import annotations

from typing import Final


def _tags(*names: str) -> frozenset[str]:
    return frozenset(name for line in names for name in line.split())


HEAD_TAGS: Final = _tags("h1 h2 h3 h4 h5 h6")
BLOCK_TAGS: Final = HEAD_TAGS | _tags(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure",
    "footer form",
    "header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul",
)
"""Elements that begin and end a line of text."""
BOX_TAGS: Final = _tags("article aside body center div footer form header html main section")
"""Those of them that hold lines, and are none themselves."""
UNSEEN_TAGS: Final = _tags(
    "applet area audio base button canvas datalist dialog embed frame frameset head iframe img input link",
    "map menu meta nav noframes noscript object optgroup option param picture progress script select source",
    "style svg template textarea title track video amp-img amp-ad amp-iframe amp-analytics amp-sidebar",
    "amp-social-share amp-embed",
)
"""Elements whose content is no running text."""
PICTURE_TAGS: Final = _tags("img picture video amp-img object")
ITEM_TAGS: Final = _tags("li dd dt")
BOLD_TAGS: Final = _tags("b strong")
