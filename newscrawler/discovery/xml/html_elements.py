"""Names of HTML elements that may stand in the text of a feed; what else looks like a tag is text."""

from __future__ import annotations

VOID = frozenset(("br", "hr", "img", "wbr", "input", "embed", "source", "param", "col", "p", "li"))
"""Elements that are written without an end."""

TEXT_ELEMENTS = VOID | frozenset((
    "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blink",
    "blockquote", "body", "button", "canvas", "caption", "center", "cite", "code", "colgroup", "data",
    "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "font",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "html", "i",
    "iframe", "ins", "kbd", "label", "legend", "main", "mark", "marquee", "math", "nav", "noscript",
    "object", "ol", "option", "output", "path", "picture", "pre", "progress", "q", "rb", "rp", "rt",
    "rtc", "ruby", "s", "samp", "script", "section", "select", "small", "span", "strike", "strong",
    "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "time", "tr", "tt", "u", "ul", "var", "video",
))  # fmt: skip
