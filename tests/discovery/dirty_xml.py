"""Feeds and sitemaps with one slip each, and the clean twin of each: seeded, so that a failure can be seen
again."""

from __future__ import annotations

import random
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BASE = "https://news.example.org"
ENTRIES = 7
WORDS = [
    "Quay",
    "Brücke",
    "opens",
    "“again”",
    "after",
    "fêtes",
    "&",
    "floods",
    "at",
    "Łódź",
    "5",
    "<",
    "7",
    "when",
    "ships,",
    "says",
    "mayor’s",
    "office;",
    "город",
    "café",
]


@dataclass(frozen=True)
class Story:
    """What one entry says."""

    url: str
    title: str
    time: str
    lead: str


@dataclass(frozen=True)
class Form:
    """A kind of listing, as its clean text."""

    name: str
    head: str
    entry: Callable[[Story], str]
    tail: str
    text: str
    """The element with the title, else the one with the URL."""
    entry_name: str

    def document(self, stories: list[Story]) -> str:
        return self.head + "".join(map(self.entry, stories)) + self.tail


def stories(seed: int) -> list[Story]:
    """Stories whose every text has the signs that are easily spoilt."""
    chance = random.Random(seed)

    def words(count: int) -> str:
        return " ".join([*chance.sample(WORDS, count), "fish & chips < café", chance.choice(WORDS)])

    return [
        Story(
            f"{BASE}/story?id={seed}{n}&cat={n}&x=é",
            words(5),
            f"2026-11-{n + 10}T10:0{n}:00+00:00",
            words(8) + ".",
        )
        for n in range(ENTRIES)
    ]


XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
FORMS = [
    Form(
        "rss",
        XML
        + '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel><title>Courier</title><link>https://news.example.org/</link>",
        lambda s: (
            f"<item><title>{escape(s.title)}</title>\n<link>{escape(s.url)}</link><pubDate>{s.time}</pubDate>"
            f'<media:content url="/p.jpg?a=1&amp;b=2"/><description>{escape(s.lead)}</description></item>\n'
        ),
        "</channel></rss>",
        "title",
        "item",
    ),
    Form(
        "rdf",
        XML
        + '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="/"><title>Courier</title></channel>',
        lambda s: (
            f"<item><title>{escape(s.title)}</title><link>{escape(s.url)}</link>"
            f"<description>{escape(s.lead)}</description><dc:date>{s.time}</dc:date></item>\n"
        ),
        "</rdf:RDF>",
        "title",
        "item",
    ),
    Form(
        "atom",
        XML + '<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>',
        lambda s: (
            f'<entry><title>{escape(s.title)}</title><link rel="alternate" href="{escape(s.url)}"/>'
            f"<published>{s.time}</published><author><name>Ann</name></author><summary>{escape(s.lead)}</summary></entry>\n"
        ),
        "</feed>",
        "title",
        "entry",
    ),
    Form(
        "sitemap",
        XML + '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">',
        lambda s: (
            f"<url><loc>{escape(s.url)}</loc><lastmod>{s.time}</lastmod>"
            f"<image:image><image:loc>{BASE}/p.jpg</image:loc></image:image></url>\n"
        ),
        "</urlset>",
        "loc",
        "url",
    ),
    Form(
        "news sitemap",
        XML + '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
        lambda s: (
            f"<url><loc>{escape(s.url)}</loc><news:news><news:publication><news:name>Courier &amp; Sons</news:name>"
            f"<news:language>en</news:language></news:publication><news:publication_date>{s.time}</news:publication_date>"
            f"<news:title>{escape(s.title)}</news:title></news:news></url>\n"
        ),
        "</urlset>",
        "news:title",
        "url",
    ),
]

Slip = tuple[str, "Callable[[Form, str, int], bytes]"]


def _nth(text: str, part: str, place: int) -> int:
    """Return where the part stands for the ``place``-th time."""
    at = -1
    for _ in range(place + 1):
        at = text.index(part, at + 1)
    return at


def _instead(old: str, new: str, *, at_end: bool = False) -> Callable[[Form, str, int], bytes]:
    """Write something else at one place: ``{text}`` and ``{entry}`` stand for the names of elements."""

    def spoil(form: Form, text: str, place: int) -> bytes:
        before, after = (
            part.format(text=form.text, entry=form.entry_name, TEXT=form.text.upper()) for part in (old, new)
        )
        at = _nth(text, before, text.count(before) - 1 if at_end else place)
        return (text[:at] + after + text[at + len(before) :]).encode()

    return spoil


def _bytes(old: str, new: bytes) -> Callable[[Form, str, int], bytes]:
    def spoil(form: Form, text: str, place: int) -> bytes:
        at = _nth(text, old, place)
        return text[:at].encode() + new + text[at + len(old) :].encode()

    return spoil


def _whole(change: Callable[[str], str | bytes]) -> Callable[[Form, str, int], bytes]:
    def spoil(form: Form, text: str, place: int) -> bytes:
        changed = change(text)
        return changed if isinstance(changed, bytes) else changed.encode()

    return spoil


SLIPS: list[Slip] = [
    ("a lone &", _instead("&amp;", "&")),
    ("an entity of HTML", _instead("fish", "&nbsp;fish")),
    ("an entity of HTML in an URL", _instead("é", "&eacute;")),
    ("a control character", _instead("i", "i\x01")),
    ("a zero byte", _instead("s", "s\0")),
    ("an escape of a control character", _instead("s", "s&#2;")),
    ("a byte of Latin 1", _bytes("é", b"\xe9")),
    ("a quote of Windows 1252", _bytes("é", "é".encode("cp1252"))),
    ("a lone <", _instead("&lt;", "<")),
    ("a lone ]]>", _instead("<{text}>", "]]><{text}>")),
    ("no end of a text", _instead("</{text}>", "")),
    ("another end of a text", _instead("</{text}>", "</titel>")),
    ("an end in other letters", _instead("</{text}>", "</{TEXT} >")),
    ("an end without its sign", _instead("</{text}>", "</{text}")),
    ("no end of an entry", _instead("</{entry}>", "")),
    ("two ends of an entry", _instead("</{entry}>", "</{entry}></{entry}>")),
    ("an end of a box that never began", _instead("</{text}>", "</b></div></{text}>")),
    ("an open <br>", _instead("</{text}>", "<br></{text}>")),
    ("CDATA without its end", _instead("<{entry}>", "<{entry}><comments><![CDATA[so & so</comments>")),
    ("a comment without its end", _instead("<{entry}>", "<{entry}><!-- ")),
    ("a comment with --", _instead("<{entry}>", "<{entry}><!-- a -- b -->")),
    ("an instruction inside", _instead("<{entry}>", "<{entry}><?php echo 1 ?>")),
    ("an unknown prefix", _instead("<{entry}>", "<{entry}><foo:bar>x</foo:bar>")),
    ("an attribute without quotes", _instead("<{entry}>", "<{entry} id=a7>")),
    ("an attribute without a value", _instead("<{entry}>", "<{entry} new>")),
    ("an attribute twice", _instead("<{entry}>", '<{entry} a="1" a="2">')),
    ("an attribute without its end", _instead("<{entry}>", '<{entry} a="1>')),
    ("a sign in an attribute", _instead("<{entry}>", '<{entry} a="1 < 2 & 3">')),
    ("no end of the root", _whole(lambda text: text[: text.rindex("</")])),
    ("no end of the last entry", _instead("</{entry}>", "", at_end=True)),
    ("two roots' ends", _whole(lambda text: text + text[text.rindex("</") :])),
    ("a notice before", _whole(lambda text: "<br />\n<b>Notice</b>: so in <b>/a.php</b> on line <b>3</b>\n" + text)),
    ("text before", _whole(lambda text: "Warning: 1 < 2 & so\n" + text)),
    ("a comment before", _whole(lambda text: "<!-- made by a cache -->\n" + text)),
    ("two declarations", _whole(lambda text: XML + text)),
    ("text after", _whole(lambda text: text + "\n<script>a && b</script><!-- 0.2 s")),
    ("declared as Latin 1", _whole(lambda text: text.replace("UTF-8", "ISO-8859-1"))),
    ("declared as UTF-16", _whole(lambda text: text.replace("UTF-8", "UTF-16"))),
    ("declared as nothing known", _whole(lambda text: text.replace("UTF-8", "UTF-8859-1"))),
    ("no declaration", _whole(lambda text: text.replace(XML, ""))),
    ("a byte order mark and blank lines", _whole(lambda text: "\ufeff\n\n" + text)),
    ("UTF-16 with a mark", _whole(lambda text: text.encode("utf-16"))),
    ("UTF-16 without a mark", _whole(lambda text: text.replace(XML, "").encode("utf-16-be"))),
    ("no namespace", _whole(lambda text: text.replace("xmlns", "data"))),
    ("a document type of its own", _whole(lambda text: text.replace("\n<", '\n<!DOCTYPE rss [<!ENTITY e "x">]>\n<', 1))),
    ("a document type with entities", _whole(lambda text: text.replace("\n<", "\n<!DOCTYPE x SYSTEM 'x.dtd'>\n<", 1).replace("é", "&eacute;"))),
]  # fmt: skip


def corpus() -> Iterator[tuple[str, str, bytes]]:
    """Return (name, clean text, dirty bytes): each slip in each form that can have it, at one of three
    places."""
    for form_number, form in enumerate(FORMS):
        for slip_number, (name, spoil) in enumerate(SLIPS):
            seed = form_number * 100 + slip_number
            clean = form.document(stories(seed))
            place = seed % 3 * (ENTRIES // 2)
            try:
                dirty = spoil(form, clean, place)
            except ValueError:  # a sitemap has no texts
                continue
            yield f"{form.name}: {name} at {place}", clean, dirty
