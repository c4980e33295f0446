"""Signals: what the ``class`` and ``id`` of an element say about its content, in the words that publishers use."""

from __future__ import annotations

import re
from enum import IntFlag
from functools import lru_cache
from typing import Final


class Signal(IntFlag):
    """What the names of an element say."""

    NONE = 0
    BODY = 1
    """The article's text."""
    NOISE = 2
    """Something beside the text: related stories, sharing, forms, adverts, tags."""
    COMMENT = 4
    """What readers wrote."""
    CAPTION = 8
    """Text of a picture."""
    HIDDEN = 16
    """Not shown, or only to screen readers."""
    LEAD = 32
    """Standfirst."""
    DROP_CAP = 64
    """The first letter, set apart."""
    UNSEEN = CAPTION | HIDDEN


_SPLIT: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(r"(?:^|[^a-z])(?:" + "|".join(words) + r")(?:$|[^a-z])")


_PATTERNS: Final = (
    (
        Signal.BODY,
        re.compile(
            r"article[-_ ]*(?:body|content|text)|story[-_ ]*(?:body|content|text)|(?:entry|post)[-_ ]*(?:content|body|text)"
            r"|body[-_ ]*(?:copy|text|content)|content[-_ ]*body|(?:^|[^a-z])(?:article|story)(?:$| )",
        ),
    ),
    (
        Signal.NOISE,
        _words(
            "relateds?",
            "recommend(?:ed|ations?|er)?",
            "read[-_ ]?(?:more|also|next)",
            "more[-_ ]?(?:stories|news|on|from)",
            "also[-_ ]?read",
            "see[-_ ]?also",
            "newsletters?",
            "subscri(?:be|ption)s?",
            "sign[-_ ]?ups?",
            "share",
            "sharing",
            "shares",
            "sharebar",
            "socials?",
            "promos?",
            "promotions?",
            "ads?",
            "advert(?:s|isements?|ising|orials?)?",
            "sponsor(?:ed|s)?",
            "banners?",
            "tags?",
            "taglist",
            "keywords",
            "breadcrumbs?",
            "nav",
            "navigation",
            "navbar",
            "menus?",
            "footer",
            "sidebar",
            "cookies?",
            "consent",
            "paywall",
            "modal",
            "popup",
            "overlay",
            "tooltip",
            "toolbar",
            "widgets?",
            "teasers?",
            "byline",
            "authors?",
            "author[-_ ]?(?:bio|box|info|card)",
            "bio",
            "credits?",
            "dateline-none",
            "timestamp",
            "outbrain",
            "taboola",
            "most[-_ ]?(?:read|popular|viewed)",
            "trending",
            "popular",
            "copyright",
            "disclaimer",
            "infobox",
            "factbox",
            "fact[-_ ]?box",
            "poll",
            "quiz",
            "donat(?:e|ion)s?",
            "donation",
            "pagination",
            "pager",
            "rating",
            "app[-_ ]?promo",
            "print[-_ ]?only",
            "noprint",
            "next[-_ ]?article",
            "prev(?:ious)?[-_ ]?article",
            "up[-_ ]?next",
            "carousel",
            "slideshow",
            "gallery",
            "linkbox",
            "feedback",
            "login",
            "register",
            "registration",
            "meta",
            "metadata",
        ),
    ),
    (
        Signal.COMMENT,
        _words(
            "comments?",
            "commentlist",
            "comment[-_ ]?(?:list|section|area|form)",
            "disqus",
            "respond",
            "discussion",
            "livefyre",
        ),
    ),
    (
        Signal.CAPTION,
        _words(
            "caption",
            "captions",
            "img[-_ ]?caption",
            "image[-_ ]?caption",
            "photo[-_ ]?caption",
            "wp-caption",
            "wp-caption-text",
            "figcaption",
            "photo[-_ ]?credit",
            "image[-_ ]?credit",
            "bildunterschrift",
            "legende",
        ),
    ),
    (
        Signal.HIDDEN,
        _words(
            "hidden",
            "visually[-_ ]?hidden",
            "visuallyhidden",
            "sr-only",
            "screen[-_ ]?reader(?:[-_ ]?text)?",
            "d-none",
            "hide",
            "offscreen",
            "assistive[-_ ]?text",
        ),
    ),
    (
        Signal.LEAD,
        _words(
            "leads?",
            "lede",
            "standfirst",
            "dek",
            "deck",
            "sub[-_ ]?title",
            "sub[-_ ]?head(?:line)?",
            "summary",
            "abstract",
            "intro",
            "teaser-text",
            "kicker-none",
            "excerpt",
            "chapo",
            "vorspann",
            "sapo",
        ),
    ),
    (Signal.DROP_CAP, _words("drop[-_ ]?cap", "dropcaps?", "first[-_ ]?letter", "initial")),
)


@lru_cache(maxsize=16384)
def signal_of(names: str) -> Signal:
    """Read the signals in ``class`` and ``id``, given as one string."""
    text = _SPLIT.sub("-", names).lower()
    found = Signal.NONE
    for signal, pattern in _PATTERNS:
        if pattern.search(text):
            found |= signal
    return found
