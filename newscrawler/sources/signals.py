"""Signals: what ``class`` and ``id`` of an element say about its content, in publishers' own words."""

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
    ON_HOVER: Final = 16
    """What opens over the text when the reader points at a word."""
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
    PRODUCT: Final = 1024
    """A thing on sale: an offer beside the text, or what a guide says of it."""
    GATE: Final = 2048
    """An offer to subscribe, or the text that it is about."""


_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPLIT: Final = re.compile(r"[^a-z]+")
_RANDOM: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]*\d+[A-Za-z]+\d+[A-Za-z\d]*(?![A-Za-z0-9])"
    r"|__(?=[A-Za-z\d_-]*[A-Z\d])[A-Za-z\d_-]{5,6}$"
    r"|(?<![A-Za-z0-9])(?=[A-Za-z]*\d)(?=[A-Za-z\d]*[A-Z])(?=[A-Za-z\d]*[a-z])[A-Za-z\d]{10,}(?![A-Za-z0-9])"
)
"""Letters and figures that a program drew: ``title__adB2c``, ``sc-1ad2x-0``; their letters are no words."""
_MODIFIER: Final = re.compile(
    r"^(?:has|with|without|no|non|not|is(?!-hidden)|js|overflow|u-overflow|and-w|use|one|wp-singular)-"
    r"|-(?:enabled|disabled|collapsed|hidden-xs|on|off)$|hascaption|overflow|label-hidden|media-text"
    r"|sidebar-(?:grid|layout|page|fixed|\d)|(?:left|right|two)-sidebar|[\[:!]",
)
"""Names that say how an element is laid out or what else the page has, not what the element is."""

_WITHIN_A_LINE: Final = re.compile(
    "caption|bildunterschrift|legende|bildtext|photo|image|img|media|picture|drop|letter"
    "|tooltip|popover|popup|hover|rollover"
)
"""One of these is in every name of a caption, of a first letter set apart, or of what opens over a word."""
_POST: Final = re.compile(r"(?:^| )(?:post-\d+|type-post|hentry|node)(?: |$)")
_FILED: Final = re.compile(r"^(?:tag|category|topic|author|post_tag)-")
"""Where and by whom a post is filed: content systems write it on the post itself."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_WORDS: Final = {
    Signal.NOISE: _words(
        # other stories
        "related relateds recommended recommendation recommendations recommender trending popular readmore",
        "recirculation",
        "recirc outbrain taboola zergnet revcontent mgid dianomi relatedposts linkbox relacionadas",
        "relacionados relaterat",
        "correlati verwandt souvisejici powiazane ilgili leesook lesenswert",
        # letters, offers, adverts
        "newsletter newsletters subscribe signup offer offers promo",
        "promos promotion",
        "promotions promoted ad ads advert adverts advertisement advertisements advertising advertorial",
        "sponsor sponsored",
        "banner banners affiliate cta donate donation donations werbung anzeige publicite",
        "pub publicidad",
        "publicidade pubblicita annonce annons reklama reklame reklam boletin",
        # sharing and reacting
        "share sharing shares sharebar sharetools addtoany sharedaddy social socials follow bookmark",
        "feedback rating ratings",
        "poll quiz compartir compartilhar condividi partage teilen",
        # what the page has beside its text
        "tags taglist tagcloud keywords etiquetas breadcrumb breadcrumbs navi navigation navbar subnav",
        "menus submenu menu",
        "nav toc pagination pager footer sidebar masthead colophon toolbar tooltip dropdown flyout modal",
        "popup popover",
        "overlay sticky swiper search skip login register registration account utility textwidget",
        "cookie cookies consent meta metadata timestamp copyright disclaimer syndication correction",
        "noprint printonly screenonly",
        # who wrote it
        "byline bylines author authors autor autores autoren auteur auteurs autore autori yazar redakteur",
        "bio biography",
        "credit credits",
        # boxes
        "infobox factbox infographic aside inset factoid reference",
    ),
    Signal.NOISY_LINE: _words(
        "related recommended readmore newsletter signup promo ad ads advert advertisement sponsored share",
        "tags breadcrumb",
        "byline bylines author authors autor auteur autore yazar credit credits timestamp copyright",
        "disclaimer meta",
    ),
    Signal.GATE: _words("subscription subscriptions subscriber subscribers abo abonnement gated gating"),
    Signal.COMMENT: _words(
        "comment comments commentlist disqus respond livefyre openweb spotim coral replies forum kommentare",
        "kommentarer",
        "commentaires comentarios commenti komentarze reacties diskuze yorumlar",
    ),
    Signal.CAPTION: _words(
        "caption captions figcaption bildunterschrift legende bildtext imagecaption photocaption",
    ),
    Signal.LEAD: _words(
        "lead leads lede standfirst dek deck subtitle subhead subheadline subheading summary abstract intro",
        "excerpt",
        "strapline chapo vorspann sapo bajada copete sommario entradilla ingress manchet perex",
    ),
    Signal.DROP_CAP: _words("dropcap"),
}
_PHRASES: Final = {
    Signal.NOISE: _any(
        r"(?:read|also|see|learn|view|lire|leia|lees)-(?:more|also|next|on|read|aussi|mais|ook)",
        r"more-(?:stories|news|on|from|in|posts|links|articles)",
        r"(?:most|recent|latest|next|prev|previous|other|similar|popular|further|top|trending)-"
        r"(?:read|popular|viewed|posts?|news|stor(?:y|ies)|articles?|headlines)",
        r"(?:inline|article)-(?:promo|related)|mehr-zum|teaser|link-(?:box|list)|"
        r"up-next",
        r"sign-up|log-in|call-to-action|app-promo",
        r"paywall-(?:message|overlay|prompt|offer|promo|barrier|box|cta|notice)",
        r"social-media|about-(?:the-)?author|fact-box|info-box",
        r"(?:article|post|entry)-(?:tools|actions|footer|bottom|links|tags|meta|info|navigation|utility)",
        r"tag-(?:list|cloud|links)|topic-(?:tags|list)|print-only|no-print",
        r"gallery|galerie|slideshow|carousel|line-clamp|truncate",
    ),
    Signal.NOISY_LINE: _any(
        r"line-clamp|reading-time|read-time|read-more|sign-up|more-(?:stories|news|on)",
    ),
    Signal.BODY: _any(
        r"(?:article|story|entry|post|news|text|content|page|detail)-(?:body|content|text|copy|main|txt|"
        r"detail)",
        r"body-(?:copy|text|content|main)|(?:main|rich|full)-(?:text|content|article)",
        r"(?:^| )(?:article|story|storytext|articlebody|maincontent|postcontent)(?:$| )",
    ),
    Signal.LEAD: _any(
        r"sub-?(?:headline|head|title|heading|line)|stand-first|teaser-text",
        r"(?:article|story|post|page)-(?:lead|intro|desc|description|summary|teaser)",
    ),
    Signal.CAPTION: _any(
        r"wp-caption|(?:photo|image|img|media|picture)-(?:caption|credit|description|desc|copyright|info|"
        r"legend)",
    ),
    Signal.PICTURE: _any("image|img|photo|foto|picture|bild|media|thumb|galler|galerie|figure|pict"),
    Signal.PRODUCT: _any(r"product-(?:card|list)"),
    Signal.DROP_CAP: _any(r"drop-cap|first-letter|initial-letter"),
    Signal.ON_HOVER: _any(
        r"(?:tooltip|popover|popup|rollover|hover-?card|hover-?box)-?(?:text|content|body|block|box|card|inner)",
    ),
    Signal.EMBED: _any(
        r"twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|fb-post|social-media-embed|article-tweet",
    ),
}


@lru_cache(maxsize=16384)
def signal_of(names: str) -> int:
    """Read the signals in ``class`` and ``id``, given as one string.

    >>> signal_of("mostRead") == Signal.NOISE, signal_of("page has-sidebar") == Signal.NONE
    (True, True)
    """
    found = Signal.NONE
    filed = _POST.search(names.lower()) is not None
    for name in names.split():
        if not (filed and _FILED.search(name.lower())):
            found |= _signal_of_one(name)
    if found & Signal.NOISE and found & Signal.LEAD:
        found &= ~Signal.NOISY_LINE
    if found & Signal.EMBED:
        found &= ~Signal.NOISE
    return found


@lru_cache(maxsize=16384)
def signal_within_line(names: str) -> int:
    """Read what names say of a part of a line: a caption, a first letter set apart, what opens over a word.

    >>> signal_within_line("photo-credit") == Signal.CAPTION, signal_within_line("byline") == Signal.NONE
    (True, True)
    """
    if not _WITHIN_A_LINE.search(names.lower()):  # as most names do not: a tenth of the time
        return Signal.NONE
    return signal_of(names) & (Signal.CAPTION | Signal.DROP_CAP | Signal.ON_HOVER)


@lru_cache(maxsize=16384)
def _signal_of_one(name: str) -> int:
    """Read the signals in one name; pages make many lists of the same few names."""
    token = _CAMEL.sub("-", _RANDOM.sub("-", name)).lower()
    if _MODIFIER.search(token):
        return Signal.NONE
    words = [word for word in _SPLIT.split(token) if word]
    found = Signal.NONE
    for signal, vocabulary in _WORDS.items():
        if not vocabulary.isdisjoint(words):
            found |= signal
    kept = "-".join(words)
    for signal, pattern in _PHRASES.items():
        if pattern.search(kept):
            found |= signal
    return found
