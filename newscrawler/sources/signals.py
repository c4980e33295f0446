"""Signals: what the ``class`` and ``id`` of an element say about its content, in the words that publishers use."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final


class Signal:
    """What the names of an element say, as bits: plain integers, since enum members are slow to combine."""

    NONE: Final = 0
    BODY: Final = 1
    """The article's text."""
    NOISE: Final = 2
    """Something beside the text: related stories, sharing, forms, adverts, tags."""
    COMMENT: Final = 4
    """What readers wrote."""
    CAPTION: Final = 8
    """Text of a picture."""
    HIDDEN: Final = 16
    """Not shown, or only to screen readers."""
    LEAD: Final = 32
    """Standfirst."""
    DROP_CAP: Final = 64
    """The first letter, set apart."""
    EMBED: Final = 128
    """A post of a social network, quoted."""
    NOISY_LINE: Final = 256
    """Something beside the text, and said so plainly that it holds for a single paragraph."""
    PICTURE: Final = 512
    """A picture and what is printed with it."""
    UNSEEN: Final = CAPTION | HIDDEN


_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPLIT: Final = re.compile(r"[^a-z]+")
_RESPONSIVE: Final = re.compile(r"(?:^|[ :-])(?:sm|md|lg|xl|xs|tablet|desktop|mobile|phone|print)(?:$|[ :-])")
_MODIFIER: Final = re.compile(
    r"^(?:has|with|without|no|non|not|is|js|tag|category|topic|author|post_tag|overflow|u-overflow|and-w|use|one|wp-singular)-"
    r"|-(?:enabled|disabled|collapsed|hidden-xs|on|off)$|hascaption|overflow|label-hidden|sidebar-(?:grid|layout|page|fixed|\d)|(?:with|without|left|right|no|has|one|two)-sidebar|[\[:!]",
)
"""Names that say how an element is laid out or what else the page has, not what the element is."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SINGLE: Final = {
    Signal.NOISE: _words(
        "related relateds recommended recommendation recommendations recommender newsletter newsletters subscribe subscription "
        "subscriptions signup share sharing shares sharebar sharetools social socials promo promos promotion promotions promoted ad ads "
        "advert adverts advertisement advertisements advertising advertorial sponsor sponsored banner banners tags taglist "
        "keywords breadcrumb breadcrumbs nav navi navigation navbar subnav menu menus submenu footer sidebar cookie cookies consent "
        "modal popup popover overlay tooltip toolbar dropdown flyout byline bylines author authors autor autores auteur auteurs autore autori yazar redakteur bio credit credits timestamp "
        "outbrain taboola trending popular copyright disclaimer infobox factbox poll quiz donate donation donations "
        "pagination pager rating ratings swiper linkbox feedback login register registration meta "
        "metadata cta colophon masthead bookmark follow readmore recirculation recirc syndication affiliate "
        "offer offers subscriber abo werbung anzeige publicite pub publicidad annonce reklama reklame biography "
        "toc skip search account utility correction infographic sticky aside inset factoid leesook lesenswert "
        "noprint printonly screenonly tagcloud textwidget jp-relatedposts addtoany sharedaddy zergnet revcontent mgid dianomi",
    ),
    Signal.COMMENT: _words(
        "comment comments commentlist disqus respond livefyre openweb spotim coral replies kommentare forum"
    ),
    Signal.CAPTION: _words(
        "caption captions figcaption bildunterschrift legende bildtext imagecaption photocaption"
    ),
    Signal.NOISY_LINE: _words(
        "related recommended newsletter signup promo ad ads advert advertisement sponsored tags byline bylines author authors autor auteur autore yazar credit "
        "timestamp copyright disclaimer readmore credits share breadcrumb meta",
    ),
    Signal.LEAD: _words(
        "lead leads lede standfirst dek deck subtitle subhead subheadline summary abstract intro excerpt chapo vorspann sapo "
        "subheading bajada copete sommario entradilla ingress manchet perex strapline",
    ),
    Signal.DROP_CAP: _words("dropcap"),
}
_PAIRS: Final = {
    Signal.NOISE: re.compile(
        r"(?:read|also|see|learn|view)-(?:more|also|next|on|read)|more-(?:stories|news|on|from|in|posts|links|articles)|(?:most|recent|latest|next|"
        r"prev|previous|other|similar|popular|further|top|trending)-(?:read|popular|viewed|posts?|news|stor(?:y|ies)|articles?|headlines)|"
        r"up-next|sign-up|log-in|fact-box|info-box|link-(?:box|list)|tag-(?:list|cloud|links)|topic-(?:tags|list)|app-promo|print-only|"
        r"no-print|product-(?:card|list)|social-media|inline-(?:promo|related)|article-(?:tools|actions|footer|bottom|links|tags|meta|info)|"
        r"post-(?:tags|meta|footer|navigation)|entry-(?:meta|footer|utility)|about-(?:the-)?author|"
        r"line-clamp|truncate|gallery|galerie|slideshow|carousel|gated|gating|call-to-action|mehr-zum|teaser|paywall-(?:message|overlay|prompt|offer|promo|barrier|box|cta|notice)",
    ),
    Signal.CAPTION: re.compile(
        r"wp-caption|(?:photo|image|img|media|picture)-(?:caption|credit|description|desc|copyright|info|legend)"
    ),
    Signal.HIDDEN: re.compile(
        r"(?:^| )(?:hidden|visuallyhidden|offscreen|invisible|hide)(?:$| )|sr-only|screen-reader|visually-hidden|d-none|assistive-text|display-none|is-hidden|u-hidden"
    ),
    Signal.DROP_CAP: re.compile(r"drop-cap|first-letter|initial-letter"),
    Signal.BODY: re.compile(
        r"(?:article|story|entry|post|news|text|content|page|detail)-(?:body|content|text|copy|main|txt|detail)|body-(?:copy|text|content|"
        r"main)|(?:^| )(?:article|story|storytext|articlebody|maincontent|postcontent)(?:$| )|(?:main|rich|full)-(?:text|content|article)",
    ),
    Signal.EMBED: re.compile(
        r"twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|fb-post|social-media-embed|article-tweet"
    ),
}


@lru_cache(maxsize=16384)
def signal_of(names: str) -> int:
    """Read the signals in ``class`` and ``id``, given as one string."""
    found = Signal.NONE
    kept: list[str] = []
    text = _CAMEL.sub("-", names).lower()
    for token in text.split():
        if _MODIFIER.search(token):
            continue
        words = _SPLIT.split(token)
        kept.append("-".join(word for word in words if word))
        for signal, vocabulary in _SINGLE.items():
            if not vocabulary.isdisjoint(words):
                found |= signal
    line = " ".join(kept)
    for signal, pattern in _PAIRS.items():
        if pattern.search(line):
            found |= signal
    if found & Signal.HIDDEN and _RESPONSIVE.search(text):
        found &= ~Signal.HIDDEN
    if found & Signal.NOISE and found & Signal.LEAD:
        found &= ~Signal.NOISY_LINE
    if found & Signal.EMBED:
        found &= ~Signal.NOISE
    return found
