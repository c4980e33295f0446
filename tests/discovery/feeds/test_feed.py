"""Feeds: what an entry says of its article, and nothing that it says of something else."""

from __future__ import annotations

import gzip
import json

import pytest

from newscrawler.bounds import Bounds
from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.listed_link import ListedLink, ListingPage

URL = "https://news.example.org/rss.xml"
A = "https://news.example.org/2026/11/23/quay-opens"
NAMES = (
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" xmlns:thr="http://purl.org/syndication/thread/1.0"'
)
LINK = f"<link>{A}</link>"


def rss(entry: str, channel: str = "") -> ListingPage:
    return read_feed(
        f'<rss version="2.0" {NAMES}><channel>{channel}<item>{entry}</item></channel></rss>'.encode(), URL
    )


def atom(entry: str, root: str = "", feed: str = "") -> ListingPage:
    head = f'<feed xmlns="http://www.w3.org/2005/Atom" {NAMES.replace("xmlns:atom", "xmlns:a")} {root}>'
    return read_feed(f"{head}{feed}<entry>{entry}</entry></feed>".encode(), URL)


def only(page: ListingPage) -> ListedLink:
    assert len(page.links) == 1, page
    return page.links[0]


LINKS = [
    # RSS
    (rss(LINK), A),
    (rss("<link>\n  https://news.example.org/2026/11/\n23/quay-opens </link>"), A),
    (rss("<link>/2026/11/23/quay-opens</link>"), A),
    (rss(f"<link><![CDATA[{A}]]></link>"), A),
    (rss(f"<link>{A}?a=1&amp;amp;b=2</link>"), f"{A}?a=1&b=2"),
    (rss(f"<guid>{A}</guid>"), A),
    (rss(f'<guid isPermaLink="true">{A}</guid>'), A),
    (rss(f'<guid isPermaLink="false">{A}</guid>'), None),
    (rss(f"<link>http://counter.example.net/1</link><guid isPermaLink='false'>{A}</guid>"), A),
    (rss("<guid>tag:news.example.org,2026:7</guid>"), None),
    (rss(f"<link></link><guid>{A}</guid>"), A),
    (rss(f'<atom:link rel="self" href="https://news.example.org/self"/>{LINK}'), A),
    (rss(f'<atom:link href="{A}"/>'), A),
    (rss(f'<link href="{A}"/>'), A),
    (rss("<link>mailto:desk@news.example.org</link>"), None),
    (rss(f'<media:content url="/p.jpg"/><media:link>https://x.example/</media:link>{LINK}'), A),
    (rss(f'<source url="https://x.example/rss">X</source>{LINK}'), A),
    (rss(f"<link>http://click.example.net/~r/1</link><feedburner:origLink>{A}</feedburner:origLink>"), A),
    (rss(f"<link>http://click.example.net/~r/1</link><guid>{A}</guid>"), A),
    (rss("<link>http://other.example.net/1</link><guid isPermaLink='false'>7</guid>"), "http://other.example.net/1"),
    (rss(f"{LINK}<guid>https://news.example.org/?p=7</guid>"), A),
    # Atom
    (atom(f'<link href="{A}"/>'), A),
    (atom(f'<link rel="enclosure" href="/a.mp3"/><link rel="alternate" type="text/html" href="{A}"/>'), A),
    (atom(f'<link rel="alternate" type="application/json" href="/a.json"/><link href="{A}"/>'), A),
    (atom(f'<link rel="http://www.iana.org/assignments/relation/alternate" href="{A}"/>'), A),
    (atom(f'<link rel="self" href="/x"/><id>{A}</id>'), A),
    (atom("<id>urn:uuid:7</id>"), None),
    (atom('<link href="quay-opens"/>', 'xml:base="/2026/11/23/"'), A),
    (atom('<link xml:base="23/" href="quay-opens"/>', 'xml:base="https://news.example.org/2026/11/"'), A),
    (atom(f'<source><link href="https://x.example/"/></source><link href="{A}"/>'), A),
]  # fmt: skip


@pytest.mark.parametrize(("page", "url"), LINKS, ids=range(len(LINKS)))
def test_links(page: ListingPage, url: str | None) -> None:
    assert [link.url for link in page.links] == ([url] if url else [])


TITLES = [
    (rss(f"<title>Quay opens</title>{LINK}"), "Quay opens"),
    (rss(f"<media:title>Photo</media:title><title>Quay opens</title>{LINK}"), "Quay opens"),
    (rss(f"<itunes:title>Short</itunes:title><title>Quay opens</title>{LINK}"), "Quay opens"),
    (rss(f"<media:title>Photo</media:title>{LINK}"), None),
    (rss(f"<dc:title>Quay opens</dc:title>{LINK}"), "Quay opens"),
    (rss(f"<title>Quay<br/>opens <b>again</b></title>{LINK}"), "Quay opens again"),
    (rss(f"<title>Tom &amp;amp; Jerry&amp;#8217;s</title>{LINK}"), "Tom & Jerry’s"),
    (rss(f"<title>&lt;a href='/x'&gt;Quay&lt;/a&gt;</title>{LINK}"), "Quay"),
    (rss(f"<title>Profit &lt; 5 &gt; 3</title>{LINK}"), "Profit < 5 > 3"),
    (atom(f'<title>The &lt;b&gt; tag</title><link href="{A}"/>'), "The <b> tag"),
    (atom(f'<title type="html">The &lt;b&gt;big&lt;/b&gt; &amp;amp;</title><link href="{A}"/>'), "The big &"),
    (
        atom(
            '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>big</b> one</div></title>'
            f'<link href="{A}"/>'
        ),
        "The big one",
    ),
]


@pytest.mark.parametrize(("page", "title"), TITLES, ids=range(len(TITLES)))
def test_titles(page: ListingPage, title: str | None) -> None:
    assert only(page).headline == title


def test_fields_of_other_vocabularies_are_of_other_things() -> None:
    link = only(
        rss(
            "<media:description>CAPTION</media:description><itunes:summary>Listen</itunes:summary>"
            f"<media:category>photo-desk</media:category><category>Local</category><category>Quay</category>{LINK}"
            "<itunes:author>x</itunes:author><atom:updated>2026-11-24T10:00:00Z</atom:updated>"
        )
    )
    assert (link.lead, link.section, link.topics, link.published_at) == (None, "Local", ["Quay"], None)


def test_a_name_counts_with_its_namespace_whatever_its_prefix() -> None:
    body = (
        f'<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns="http://search.yahoo.com/mrss/"><a:entry><title>Photo</title>'
        f'<a:title>Quay</a:title><a:link href="{A}"/></a:entry></a:feed>'
    )
    assert only(read_feed(body.encode(), URL)).headline == "Quay"


def test_language_of_feed_and_entry() -> None:
    assert only(rss(LINK, "<language>de-AT</language>")).language == "de"
    assert only(rss(LINK + "<dc:language>fr</dc:language>", "<language>de</language>")).language == "fr"
    assert only(atom(f'<link href="{A}"/>', 'xml:lang="pl"')).language == "pl"


@pytest.mark.parametrize(
    "entry",
    [
        f"<title>By: Ann</title><link>{A}#comment-8812</link>",
        f"<title>Re: Quay</title><link>{A}</link><thr:in-reply-to ref='x'/>",
        f"<title>Ann</title><link>{A}</link><guid>{A}#comment-8812</guid>",
    ],
)
def test_a_comment_says_nothing_of_the_article(entry: str) -> None:
    link = only(rss(f"{entry}<pubDate>Mon, 23 Nov 2026 12:34:56 GMT</pubDate><description>No!</description>"))
    assert link == ListedLink(A, 1)


def test_a_podcast_is_left() -> None:
    sound = "<enclosure type='audio/mpeg' url='/1.mp3'/>"
    page = rss(f"{LINK}{sound}<itunes:duration>1:00</itunes:duration>")
    assert (page.links, page.left) == ([], "podcast")
    assert only(rss(LINK + sound)).url == A


PICTURE = "<link>https://news.example.org/photos/2026/11/two-cranes</link><title>Two cranes</title>"
IMAGE = "<media:content medium='image' url='/1.jpg'/>"


@pytest.mark.parametrize(
    ("entry", "is_left"),
    [
        (PICTURE + IMAGE, True),
        (f"{PICTURE}<description>&lt;a href='/x'&gt;&lt;img src='/1.jpg'/&gt;&lt;/a&gt;</description>", True),
        (f"{PICTURE}{IMAGE}<description>Two cranes</description>", True),
        (f"{PICTURE}{IMAGE}<description>Two cranes stand on the quay since Monday.</description>", False),
        (PICTURE, False),
        (LINK + IMAGE, False),
    ],
)
def test_a_photo_stream_is_left(entry: str, is_left: bool) -> None:
    page = rss(entry)
    assert (page.links == [], page.left) == (is_left, "pictures" if is_left else None)


@pytest.mark.parametrize(
    ("links", "following"),
    [
        ('<atom:link rel="next" href="/rss.xml?paged=2"/>', "https://news.example.org/rss.xml?paged=2"),
        ('<atom:link rel="prev-archive" href="/2026-10.xml"/>', "https://news.example.org/2026-10.xml"),
        ('<atom:link rel="self" href="/x"/><atom:link rel="previous" href="/y"/><link>/</link>', None),
        (f'<atom:link rel="next" href="{URL}"/>', None),
    ],
)
def test_the_feed_goes_on(links: str, following: str | None) -> None:
    assert rss(LINK, links).next_page == following


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(f"<rss><item>{LINK}</item></rss>".encode()),
        f"\ufeff<rss><item>{LINK}</item></rss>".encode(),
        f"<rss><item>{LINK}</item></rss>".encode("utf-16"),
        f"<br/><b>Notice</b>\n<?xml version='1.0'?><rss><item>{LINK}</item></rss>".encode(),
        f"<RSS><ITEM><LINK>{A}</LINK></ITEM></RSS>".encode(),
        f"<channel><item>{LINK}</item></channel>".encode(),
        b"\xef\xbb\xbf" + json.dumps({"items": [{"url": A}]}).encode(),
    ],
    ids=range(7),
)
def test_whatever_it_comes_in(body: bytes) -> None:
    assert only(read_feed(body, URL)).url == A


@pytest.mark.parametrize(
    "body", [b"", b"no feed", b"<html><body><item>1</item></body></html>", b"<urlset/>", b"\x1f\x8b12"]
)
def test_no_feed(body: bytes) -> None:
    assert read_feed(body, URL).broken


@pytest.mark.parametrize(
    ("whole", "entry"),
    [
        ("<rss><channel>{}</channel></rss>", "<item><link>/{}</link></item>"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>{}</feed>", "<entry><link href='/{}'/></entry>"),
    ],
)
def test_only_so_many_entries_are_read(whole: str, entry: str) -> None:
    def read(most: int) -> tuple[int, bool]:
        body = whole.replace("{}", "".join(entry.replace("{}", str(number)) for number in range(3)))
        page = read_feed(body.encode(), URL, Bounds(listing_items=most))
        return len(page.links), bool(page.cut)

    assert [read(most) for most in (1, 2, 3, 0)] == [(1, True), (2, True), (3, False), (3, False)]


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_entries_without_a_link_are_counted(rows: int) -> None:
    feed = f"<rss><channel>{'<item><title>Quay</title></item>' * rows}<item><link>{A}</link></item></channel></rss>"
    page = read_feed(feed.encode(), "https://news.example.org/rss.xml")
    assert ([link.url for link in page.links], page.skipped) == ([A], rows)
