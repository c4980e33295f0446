"""The index of what was kept is found again, and made anew where it is damaged."""

from pathlib import Path

import pytest

from newscrawler.archives.warc_index import Kept, WarcIndex

KEPT = Kept("https://harbour.example/news/quay", "sha1:A", "2026-05-04T10:00:00Z", "a.warc.gz", 512)


def test_committed_and_not(tmp_path: Path) -> None:
    index = WarcIndex(tmp_path / "index")
    index.enter(KEPT)
    index.commit("a.warc.gz", 17)
    index.enter(Kept("https://harbour.example/other", "sha1:B", KEPT.date, "a.warc.gz", 900))
    index.close()
    index = WarcIndex(tmp_path / "index")
    assert index.find("http://harbour.example/news/quay") == KEPT
    assert index.find("https://harbour.example/other") is None
    assert (index.length_of("a.warc.gz"), index.length_of("b.warc.gz")) == (17, 0)
    index.close()


def test_a_damaged_one(tmp_path: Path) -> None:
    (tmp_path / "index").write_bytes(b"no database" * 999)
    index = WarcIndex(tmp_path / "index")
    assert index.find(KEPT.url) is None
    index.close()


def test_a_place_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="unable to open"):
        WarcIndex(tmp_path / "gone" / "index")
