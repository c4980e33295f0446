"""Text as a reader sees it: white space squashed, and nothing invisible but what joins letters."""

from __future__ import annotations

import re

# Control characters that are no white space, soft hyphen, zero-width space, word joiner and invisible
# operators, BOM,
# object replacement, directional embeddings, overrides and isolates, surrogates without a partner,
# non-characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff\ufffc\ufff9-\ufffb"
    "\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+",
)
# Joiners shape Arabic and Indic letters and combine emoji; between other signs they are dirt.
_JOINERS = re.compile("([\u200c\u200d])[\u200c\u200d]+")
_IDLE_JOINER = re.compile(
    "(?<![\u0590-\u200b\u2010-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0590-\u200b\u2010-\U0010ffff])"
)
_DIRECTION = re.compile("[\u200e\u200f\u061c]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u060b\u060d-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]"
)
_EDGE = "\u200c\u200d\u200e\u200f\u061c "
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\u2029")


def clean(text: str | None) -> str:
    r"""Return text on one line, without invisible characters; "" for None and for an unrendered template
    (``{{…}}``).

    Entities are decoded already. Direction marks stay only inside text that is written from right to left,
    joiners
    only where they join; two surrogates become the character that they mean, a lone one goes.

    >>> clean(" May\u00a04,\n 20\u00ad17\u200b "), clean("{{item.group_date}}")
    ('May 4, 2017', '')
    """
    if not text:
        return ""
    if "{{" in text:
        return ""
    text = " ".join(text.split())
    # Printable by Unicode means that nothing but these two can be invisible: the way of nearly every
    # paragraph.
    if text.isprintable() and "\ufffc" not in text and "\u034f" not in text:
        return text
    text = _visible(text)
    return "" if "{{" in text else text


def clean_block(text: str | None) -> str:
    r"""Return paragraphs, each cleaned, separated by one blank line; empty ones and unrendered templates left
    out.

    Paragraphs are parted by a blank line (or U+2029); a single line break is white space, as in HTML. The
    text of one
    paragraph alone, whatever its line breaks, is for `clean`.

    >>> clean_block("One\nline.\n \n{{more}}\n\n\nTwo. ")
    'One line.\n\nTwo.'
    """
    if not text:
        return ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n\n".join(paragraph for part in _BLANK_LINE.split(lines) if (paragraph := clean(part)))


def _visible(text: str) -> str:
    if not text.isascii():
        text = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    text = _INVISIBLE.sub("", text)
    if _DIRECTION.search(text) and not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTION.sub("", text)
    text = " ".join(text.split()).strip(_EDGE)
    if "\u200c" in text or "\u200d" in text:
        text = " ".join(_IDLE_JOINER.sub("", _JOINERS.sub(r"\1", text)).split())
    return text
