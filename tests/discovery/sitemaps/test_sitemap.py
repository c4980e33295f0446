"""Sitemaps in every form that the protocol and its users know."""

from __future__ import annotations

import gzip

import pytest

from newscrawler.discovery.sitemaps.sitemap import read_sitemap

URL = "https://news.example.org/sitemap.xml"
A, B = "https://news.example.org/2026/11/23/quay", "https://news.example.org/2026/11/23/bridge"
NS = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
    'xmlns:video="http://www.google.com/schemas/sitemap-video/1.1" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)
PLAIN = f"<urlset {NS}><url><loc>{A}</loc></url><url><loc>{B}</loc></url></urlset>"

FORMS = {
    "plain": PLAIN.encode(),
    "gzip": gzip.compress(PLAIN.encode()),
    "byte order mark": PLAIN.encode("utf-8-sig"),
    "UTF-16": PLAIN.encode("utf-16"),
    "CDATA and white space": f"<urlset {NS}><url><loc><![CDATA[{A}]]></loc></url><url><loc>\n "
    f"{B}\n</loc></url></urlset>".encode(),
    "no namespace": f"<urlset><url><loc>{A}</loc></url><url><loc>{B}</loc></url></urlset>".encode(),
    "prefix": f'<s:urlset xmlns:s="u:s"><s:url><s:loc>{A}</s:loc></s:url><s:url><s:loc>{B}</s:loc>'
    f'</s:url></s:urlset>'.encode(),
    "relative": PLAIN.replace("https://news.example.org", "").encode(),
    "image before": f"<urlset {NS}><url><image:loc>/i.jpg</image:loc><loc>{A}</loc></url>"
    f"<url><image:image><image:loc>/i.jpg</image:loc></image:image><loc>{B}</loc></url></urlset>".encode(),
    "image alone": f"<urlset {NS}><url><image:loc>/i.jpg</image:loc></url><url><loc>{A}</loc></url><url>"
    f"<loc>{B}</loc></url>".encode(),
    "video": f"<urlset {NS}><url><video:video><video:player_loc>/v</video:player_loc></video:video><loc>"
    f"{A}</loc></url><url><loc>{B}</loc></url></urlset>".encode(),
    "text": f"{A}\n{B}\n".encode(),
    "text with mark": f"\ufeff{A}\r\n{B}".encode(),
    "text in UTF-16": f"{A}\n{B}\n".encode("utf-16"),
    "text in UTF-16 without mark": f"{A}\n{B}\n".encode("utf-16-le"),
    "text with comments": f"# our pages\n\n{A}\n# more\n{B}".encode(),
    "text with other lines": f"Our pages\n{A}\n{B}".encode(),
    "text in gzip": gzip.compress(f"{A}\n{B}".encode()),
    "RSS": f"<rss><channel><image><url>/i.png</url></image><item><link>{A}</link></item><item><link>"
    f"{B}</link></item></channel></rss>".encode(),
    "Atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="{A}"/></entry><entry><link '
    f'href="{B}"/></entry></feed>'.encode(),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str) -> None:
    assert [link.url for link in read_sitemap(FORMS[form], URL).links] == [A, B]


def test_rows_without_a_url_are_counted() -> None:
    for rows in (1, 2):
        found = read_sitemap(
            PLAIN.replace("<url>", "<url><loc> </loc></url>" * rows + "<url>", 1).encode(), URL
        )
        assert ([link.url for link in found.links], found.skipped) == ([A, B], rows)
        assert [link.position for link in found.links] == [1, 2]


def test_an_index() -> None:
    places = "".join(
        f"<sitemap><loc>/{name}.xml</loc><lastmod>{date}</lastmod></sitemap>"
        for name, date in (("a", "2026-10-01"), ("b", "2026-11-01"))
    )
    found = read_sitemap(f"<sitemapindex {NS}>{places}</sitemapindex>".encode(), URL)
    assert found.sitemaps == [
        ("https://news.example.org/b.xml", "2026-11-01"),
        ("https://news.example.org/a.xml", "2026-10-01"),
    ]
    assert not found.links


def test_news() -> None:
    news = (
        "<news:news><news:publication><news:name>Courier</news:name><news:language>zh-cn</news:language>"
        "</news:publication>"
        "<news:publication_date>2026-11-23T10:00:00Z</news:publication_date><news:title>Tom &amp;amp; "
        "Jerry</news:title>"
        "<news:keywords>quay, ships</news:keywords></news:news>"
    )
    images = (
        "<image:image><image:title>Photo</image:title><image:caption>CAPTION</image:caption></image:image>"
    )
    found = read_sitemap(
        f"<urlset {NS}><url>{images}<loc>{A}</loc><lastmod>2026-11-24</lastmod>{news}</url>"
        f"</urlset>".encode(),
        URL,
    )
    (link,) = found.links
    assert (link.headline, link.published_at, link.topics, link.language, link.lead) == (
        "Tom & Jerry", "2026-11-23T10:00:00+00:00", ["quay", "ships"], "zh", None,
    )  # fmt: skip
    assert [link.lastmod for link in found.links] == ["2026-11-24"]


@pytest.mark.parametrize(
    "body", [b"", b"no sitemap", b"<html><body><url><loc>/x</loc></url>", b"\x1f\x8b12", b"# comment\nhello"]
)
def test_no_sitemap(body: bytes) -> None:
    assert read_sitemap(body, URL).broken


def test_a_charset_that_the_header_alone_states_is_believed() -> None:
    body = (
        "<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://a.example/1</loc>"
        "<n:news><n:title>Şehir</n:title></n:news></url></urlset>"
    ).encode("iso8859-9")
    (link,) = read_sitemap(body, "https://a.example/", content_type="text/xml; charset=iso-8859-9").links
    assert link.headline == "Şehir"
    (guessed,) = read_sitemap(body, "https://a.example/").links
    assert guessed.headline != link.headline
