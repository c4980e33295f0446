"""Oddities of published feeds and sitemaps: a table of links, titles, times and summaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.sitemaps.sitemap import read_sitemap

if TYPE_CHECKING:
    from newscrawler.discovery.listed_link import ListedLink

URL = "https://paper.example/rss.xml"
QUAY = "https://paper.example/quay"
SPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)


def rss(entry: str) -> ListedLink:
    if "<link" not in entry and "<guid" not in entry:
        entry += f"<link>{QUAY}</link>"
    body = f"<rss version='2.0' {SPACES}><channel><title>P</title><item>{entry}</item></channel></rss>"
    (link,) = read_feed(body.encode(), URL).links
    return link


def atom(entry: str) -> ListedLink:
    if "<link" not in entry:
        entry += f"<link href='{QUAY}'/>"
    body = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>P</title><entry>{entry}</entry></feed>"
    (link,) = read_feed(body.encode(), URL).links
    return link


@pytest.mark.parametrize(
    "entry",
    [
        f"<link> \n {QUAY} \n </link>",
        f"<link><![CDATA[{QUAY}]]></link>",
        f"<link><![CDATA[\n{QUAY}\n]]></link>",
        "<link>/quay</link>",
        "<link>quay</link>",
        "<link>//paper.example/quay</link>",
        f"<link href='{QUAY}'/>",
        f"<link></link><guid>{QUAY}</guid>",
        f"<guid isPermaLink='true'>{QUAY}</guid>",
        f"<guid isPermaLink='false'>https://paper.example/?p=1</guid><link>{QUAY}</link>",
        f"<link>https://feeds.example/~r/quay</link><feedburner:origLink>{QUAY}</feedburner:origLink>",
        f"<atom:link rel='self' href='https://paper.example/other'/><link>{QUAY}</link>",
        f"<link>{QUAY}</link><comments>https://paper.example/quay/comments</comments>",
        f"<enclosure url='https://paper.example/a.jpg' type='image/jpeg'/><link>{QUAY}</link>",
        f"<media:content url='https://paper.example/a.jpg'/><link>{QUAY}</link>",
        f"<source url='https://other.example/feed'>Other</source><link>{QUAY}</link>",
        f"<LINK>{QUAY}</LINK>",
        f"<link>https://paper.example/</link><guid>{QUAY}</guid>",
    ],
)
def test_links_of_rss(entry: str) -> None:
    assert rss(entry).url == QUAY


@pytest.mark.parametrize(
    "links",
    [
        f"<link rel='alternate' href='{QUAY}'/>",
        f"<link rel='self' href='https://paper.example/1.atom'/><link rel='alternate' href='{QUAY}'/>",
        f"<link rel='enclosure' href='https://paper.example/a.mp3'/><link href='{QUAY}'/>",
        f"<link rel='replies' href='https://paper.example/c'/><link href='{QUAY}' type='text/html'/>",
        f"<link rel='edit' href='https://paper.example/edit'/><link rel='ALTERNATE' href='{QUAY}'/>",
        f"<link rel='http://www.iana.org/assignments/relation/alternate' href='{QUAY}'/>",
        "<link href='quay' xml:base='https://paper.example/'/>",
        f"<link rel='via' href='https://other.example/quay'/><link href='{QUAY}'/>",
    ],
)
def test_links_of_atom(links: str) -> None:
    assert atom(links).url == QUAY


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("<title>Tom &amp; Ann</title>", "Tom & Ann"),
        ("<title>Tom &amp;amp; Ann</title>", "Tom & Ann"),
        ("<title><![CDATA[Tom & Ann]]></title>", "Tom & Ann"),
        ("<title><![CDATA[Tom &#8217;s quay]]></title>", "Tom ’s quay"),
        ("<title>&lt;b&gt;Tom&lt;/b&gt; opens</title>", "Tom opens"),
        ("<title>\n  Tom\n opens  </title>", "Tom opens"),
        ("<media:title>A photo</media:title><title>Tom opens</title>", "Tom opens"),
        ("<itunes:title>Spoken</itunes:title><title>Tom opens</title>", "Tom opens"),
        ("<title>5 &lt; 7 quays</title>", "5 < 7 quays"),
        ("<title/>", None),
        ("<dc:title>Tom opens</dc:title>", "Tom opens"),
    ],
)
def test_titles_of_rss(title: str, read: str | None) -> None:
    assert rss(title).headline == read


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("<title>Tom &amp; Ann</title>", "Tom & Ann"),
        ("<title type='html'>Tom &amp;amp; &lt;em&gt;Ann&lt;/em&gt;</title>", "Tom & Ann"),
        (
            "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Tom <em>Ann</em></div></title>",
            "Tom Ann",
        ),
        ("<title type='text/html'>&lt;i&gt;Tom&lt;/i&gt;</title>", "Tom"),
    ],
)
def test_titles_of_atom(title: str, read: str) -> None:
    assert atom(title).headline == read


TEN = "2026-11-23T10:00:00+00:00"


@pytest.mark.parametrize(
    ("time", "read"),
    [
        ("<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>", TEN),
        ("<pubDate>Mon, 23 Nov 2026 10:00:00 +0000</pubDate>", TEN),
        ("<pubDate>Mon, 23 Nov 26 10:00:00 GMT</pubDate>", TEN),
        ("<pubDate>Mon, 23 Nov 2026 10:00 GMT</pubDate>", TEN),
        ("<pubDate>23 Nov 2026 10:00:00 GMT</pubDate>", TEN),
        ("<pubDate>Mon, 23 November 2026 10:00:00 GMT</pubDate>", TEN),
        ("<pubDate>Mon, 23 Nov 2026 05:00:00 EST</pubDate>", "2026-11-23T05:00:00-05:00"),
        ("<pubDate>\n Mon, 23 Nov 2026 10:00:00 Z \n</pubDate>", TEN),
        ("<pubDate>2026-11-23T10:00:00Z</pubDate>", TEN),
        ("<pubDate>2026-11-23T11:00:00+0100</pubDate>", "2026-11-23T11:00:00+01:00"),
        ("<pubDate>2026-11-23 10:00:00 +0000</pubDate>", TEN),
        ("<dc:date>2026-11-23T10:00:00Z</dc:date>", TEN),
        ("<dcterms:issued>2026-11-23T10:00:00Z</dcterms:issued>", TEN),
        ("<pubDate>2026-11-23</pubDate>", "2026-11-23"),
        ("<pubDate></pubDate>", None),
    ],
)
def test_times_of_rss(time: str, read: str | None) -> None:
    assert rss(time).published_at == read


@pytest.mark.parametrize(
    ("times", "read"),
    [
        (f"<published>{TEN}</published><updated>2026-11-24T10:00:00Z</updated>", TEN),
        (f"<issued>{TEN}</issued><modified>2026-11-24T10:00:00Z</modified>", TEN),
        ("<published>2026-11-23T10:00:00.000Z</published>", TEN),
    ],
)
def test_times_of_atom(times: str, read: str) -> None:
    assert atom(times).published_at == read


@pytest.mark.parametrize(
    ("summary", "read"),
    [
        ("<description>The quay opens.</description>", "The quay opens."),
        ("<description>&lt;p&gt;The quay&lt;br/&gt;opens.&lt;/p&gt;</description>", "The quay opens."),
        ("<description><![CDATA[<img src='/a.jpg'/>The quay opens.]]></description>", "The quay opens."),
        ("<description>The quay opens, and the [&amp;#8230;]</description>", None),
        ("<description>The quay opens, and...</description>", None),
        ("<media:description>A photo of it.</media:description>", None),
        ("<description/>", None),
    ],
)
def test_summaries(summary: str, read: str | None) -> None:
    assert rss(f"<title>Quay</title>{summary}").lead == read


@pytest.mark.parametrize(
    "entry",
    [
        f"<url><loc>{QUAY}</loc></url>",
        f"<url><loc>\n  {QUAY}\n</loc></url>",
        f"<url><loc><![CDATA[{QUAY}]]></loc></url>",
        "<url><loc>/quay</loc></url>",
        f"<url><lastmod>2026</lastmod><loc>{QUAY}</loc><priority>2</priority></url>",
        f"<url><i:image xmlns:i='i'><i:loc>/a.jpg</i:loc></i:image><loc>{QUAY}</loc></url>",
        f"<url><xhtml:link xmlns:xhtml='x' rel='alternate' href='/de/quay'/><loc>{QUAY}</loc></url>",
        f"<url><loc>mailto:a@paper.example</loc></url><url><loc>{QUAY}</loc></url>",
        f"<url><loc></loc></url><url><loc>{QUAY}</loc></url>",
    ],
)
def test_sitemaps(entry: str) -> None:
    body = f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{entry}</urlset>"
    assert [link.url for link in read_sitemap(body.encode(), URL).links] == [QUAY]
