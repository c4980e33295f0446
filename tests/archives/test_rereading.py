"""A kept page is held against its line, field by field, also where the article goes on on further pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import HtmlResponse

from newscrawler.archives.difference import Difference
from newscrawler.archives.kept_records import KeptRecords
from newscrawler.archives.rereading import Reread, Rereader, revised
from newscrawler.archives.warc_folder import WarcFolder
from newscrawler.bounds import DEFAULT
from newscrawler.extract import extract, join_pages
from newscrawler.items import Archived, Article
from newscrawler.publication.site import Site
from tests.archives.warc_kit import page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SITE = Site("harbour.example", domains=("harbour.example",))
URL = "https://harbour.example/news/quay"
FIRST = page(1).replace(b"</head>", b'<link rel="next" href="/news/quay/2"></head>')
FURTHER = page(2).replace(b"Quay 2 opens", b"Quay 1 opens").replace(b"2026-04-03", b"2026-04-02")


def kept(root: Path, pages: Mapping[str, bytes]) -> dict[str, Archived]:
    folder = WarcFolder(root, "harbour.example", 0)
    found = {
        url: folder.keep(
            Request(url), HtmlResponse(url, body=body, headers={"Content-Type": "text/html"}), {}
        )
        for url, body in pages.items()
    }
    folder.sync()
    folder.close()
    return found


def line_of(pages: Mapping[str, bytes], archived: Archived) -> Article:
    read = [
        extract(body, url, site=SITE, fetched_at="2026-05-05T08:00:00+00:00") for url, body in pages.items()
    ]
    articles = [article for article in read if isinstance(article, Article)]
    whole = join_pages(articles[0], articles[1:])
    return replace(whole, archived=archived, content_hash="0" * 32)


def reread(root: Path, line: Article) -> Reread:
    records = KeptRecords(root, "harbour.example", 1_000_000)
    try:
        return Rereader(records, SITE, DEFAULT).reread(line)
    finally:
        records.close()


def test_the_same(tmp_path: Path) -> None:
    pages = {URL: page(1)}
    found = reread(tmp_path, line_of(pages, kept(tmp_path, pages)[URL]))
    assert found.now is not None
    assert found.changed == ()


def test_pages_on_which_an_article_goes_on(tmp_path: Path) -> None:
    pages = {URL: FIRST, f"{URL}/2": FURTHER}
    line = line_of(pages, kept(tmp_path, pages)[URL])
    assert line.body is not None
    assert "crowns" in line.body.split("\n\n")[-1]
    assert reread(tmp_path, line).changed == ()
    lost = reread(tmp_path / "other", line_of(pages, kept(tmp_path / "other", {URL: FIRST})[URL]))
    assert (lost.now, lost.reason) == (None, "page_2_not_kept")


def test_another_story_at_a_url_like_that_of_a_further_page(tmp_path: Path) -> None:
    kept_at = kept(tmp_path, {URL: FIRST, f"{URL}/2": page(2)})
    found = reread(tmp_path, line_of({URL: FIRST}, kept_at[URL]))
    assert found.now is not None
    assert found.changed == ()


def test_a_page_that_was_unchanged(tmp_path: Path) -> None:
    pages = {URL: page(1)}
    kept(tmp_path, pages)
    archived = kept(tmp_path, pages)[URL]  # a revisit
    assert reread(tmp_path, line_of(pages, archived)).changed == ()
    kept(tmp_path, {URL: page(2)})
    lost = reread(tmp_path, line_of(pages, archived))
    assert (lost.now, lost.reason) == (None, "revisit_of_another")


def test_what_lies_elsewhere_is_not_read(tmp_path: Path) -> None:
    pages = {URL: page(1)}
    archived = kept(tmp_path, pages)[URL]
    for wrong, reason in (
        (replace(archived, file="../other/x.warc.gz"), "other_folder"),
        (replace(archived, file="harbour.example/gone.warc.gz"), "unreadable"),
        (replace(archived, record_id="<urn:uuid:1>"), "other_record"),
    ):
        assert reread(tmp_path, line_of(pages, wrong)).reason == reason


def test_a_revision_of_ours_and_its_difference(tmp_path: Path) -> None:
    pages = {URL: page(1)}
    line = replace(line_of(pages, kept(tmp_path, pages)[URL]), headline="Wrong", authors=["Share"])
    found = reread(tmp_path, line)
    assert found.changed == ("headline", "authors")
    now = revised(found)
    assert (now.headline, now.authors, now.revision) == ("Quay 1 opens", [], 2)
    assert (now.changed, now.changed_by, now.previous_hash) == (
        ["headline", "authors"],
        "extraction",
        "0" * 32,
    )
    difference = Difference("harbour.example", 1)
    for each in (found, found, Reread(line, None, "soft_404"), Reread(line, line)):
        difference.enter(each)
    assert list(difference) == [
        "harbour.example: 4 lines: 1 the same, 2 would differ",
        "  headline: 2",
        f"    {line.id}: 'Wrong' -> 'Quay 1 opens'",
        "  authors: 2",
        f"    {line.id}: ['Share'] -> []",
        "  not read: soft_404: 1",
        f"    {line.id} {URL}",
    ]
