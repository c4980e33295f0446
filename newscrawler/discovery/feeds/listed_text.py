"""Titles and leads as feeds state them: HTML becomes text, and a teaser that was cut off is no lead."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from newscrawler.discovery.xml.html_elements import TEXT_ELEMENTS, VOID
from newscrawler.text import clean

_LONGEST_HTML = 20_000
"""Characters; what is longer is the article itself."""
_LONGEST_LEAD = 1000
_TAG = re.compile(r"""<(/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)/?>""", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BESIDE_THE_TEXT = re.compile(
    r"<(figure|figcaption|script|style|iframe|video|audio|noscript|select|button)\b.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_CAPTION = re.compile(
    r"""<(p|div|span)\s[^<>]*class\s*=\s*["'][^"']*caption[^"']*["'][^<>]*>.*?</\1\s*>""",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(
    r"</?(?:p|div|section|a"
    r"rticle|ul|ol|li|table|tr|td|th|blockquote|h[1-6]|header|footer|aside|nav|dl|dt|dd|hr|pre)\b[^<>]*>"
    r"|(?:<br\b[^<>]*>\s*){2,}",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"""<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]+)""", re.IGNORECASE)
_MORE = (
    r"read (?:the )?(?:more|full (?:story|article)|rest|on)|continue reading|full story|keep "
    r"reading|weiterlesen"
    r"|mehr lesen|zum artikel|lire (?:la suite|plus)|leer más|seguir leyendo|sigue leyendo|leggi "
    r"(?:tutto|di più)"
    r"|continua a leggere|continue lendo|leia mais|ler mais|lees (?:meer|verder)|läs mer|les mer|læs "
    r"mere|lue lisää"
    r"|czytaj (?:dalej|więcej)|číst dál|celý článek|читать (?:далее|дальше|полностью)|подробнее|читати "
    r"далі|devamı(?:nı oku)?"
    r"|続きを読む|阅读全文|閱讀全文|더 ?보기|اقرأ المزيد"
)
_CUT = re.compile(
    r"(?:[\[(]\s*(?:…|\.{2,}|more|mehr|далее)\s*[\])]|…|\.{3,})\s*$"
    rf"|(?:^|[\s.…\]>])[\[(]?\s*(?:{_MORE})\s*(?:…|\.{{3}})?\s*[\])]?\s*(?:[»›→>]|&raquo;)*\s*$",
    re.IGNORECASE,
)
_FIRST_ON = re.compile(
    r"(?:\s|^)(?:"
    r"the (?:post|article) .{1,300}? (?:first )?appeared (?:first )?(?:on|at|in) "
    r"|(?:der beitrag|dieser beitrag|der artikel) .{1,300}? erschien(?:en)? (?:zuerst )?(?:auf|bei|am) "
    r"|l[’'](?:article|articolo) .{1,300}? (?:est apparu en premier sur|proviene da|sembra essere il "
    r"primo su) "
    r"|cet article .{1,300}? est apparu en premier sur |(?:il post|il contenuto) .{1,300}? (?:proviene "
    r"da|è apparso) "
    r"|(?:la entrada|el artículo|la nota) .{1,300}? (?:aparece primero en|se publicó primero "
    r"en|apareció primero en) "
    r"|(?:o post|o artigo|o conteúdo) .{1,300}? apareceu primeiro em |(?:het bericht|het artikel) "
    r".{1,300}? verscheen eerst op "
    r"|inlägget .{1,300}? (?:dök först upp|publicerades först) på |artykuł .{1,300}? pochodzi z serwisu "
    r"|(?:запись|сообщение|статья) .{1,300}? (?:впервые появилась|появились сначала|впервые "
    r"опубликована?) (?:на|в) "
    r").{1,120}$",
    re.IGNORECASE,
)


def title_text(text: str) -> str | None:
    """Return a title without its markup; what only looks like markup stays.

    >>> title_text('<a href="/x">Tom &amp; Jerry&#8217;s <b>quay</b></a>'), title_text("Learn <table>")
    ('Tom & Jerry’s quay', 'Learn <table>')
    """
    return clean(unescape(_without_tags(text))) or None


def lead_text(text: str, url: str | None = None, title: str | None = None) -> str | None:
    """Return the lead that a description holds: its one paragraph, if that is whole.

    A cut teaser, a whole article, the title again and the names of links are no lead.

    :param url: of the article, to tell a paragraph that only links the article and the site.

    >>> lead_text('<img src="/a.jpg"/><p>It opens.</p><p>The post <a>A</a> appeared first on <a>B</a>.</p>')
    'It opens.'
    >>> lead_text("<p>The quay takes [&#8230;]</p>"), lead_text("One.<p>Two.</p>")
    (None, None)
    """
    if len(text) > _LONGEST_HTML:
        return None
    text = _COMMENT.sub("", _CAPTION.sub("", _BESIDE_THE_TEXT.sub("", text)))
    paragraphs = []
    for part in _BLOCK.split(text):
        paragraph = _FIRST_ON.sub("", title_text(part) or "").strip()
        if paragraph and not (url and _is_imprint(part, url)):
            paragraphs.append(paragraph)
    if len(paragraphs) != 1 or len(paragraphs[0]) > _LONGEST_LEAD or _CUT.search(paragraphs[0]):
        return None
    return paragraphs[0] if paragraphs[0] != title else None


def _without_tags(text: str) -> str:
    if "<" not in text:
        return text
    text = _BREAK.sub(" ", _COMMENT.sub("", text))
    ends = {match[2].lower() for match in _TAG.finditer(text) if match[1]}

    def strip(match: re.Match[str]) -> str:
        name = match[2].lower()
        is_markup = name in TEXT_ELEMENTS and (name in ends or name in VOID or "=" in match[3])
        return "" if is_markup else match[0]

    return _TAG.sub(strip, text)


def _is_imprint(html: str, url: str) -> bool:
    """Tell the paragraph that some systems add: it links the article, and the site's front page."""
    linked = [urlsplit(url) for url in map(unescape, _LINK.findall(html))]
    own = urlsplit(url)
    return any(link.path.rstrip("/") == own.path.rstrip("/") for link in linked) and any(
        link.path in {"", "/"} and not link.query and not link.fragment for link in linked
    )
