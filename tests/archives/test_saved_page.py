"""Files as pages: whatever lies in a folder is a page, or has its reason."""

from __future__ import annotations

import gzip
import json
import os
from typing import TYPE_CHECKING

import pytest

from newscrawler.archives.kept_page import KeptPage, NoPage
from newscrawler.archives.saved_page import page_of_file
from tests.archives.warc_kit import page

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 100_000
URL = "https://harbour.example/news/quay"
PAGE = f'<link rel=canonical href="{URL}">'.encode() + page(1)


def test_a_page_and_when_it_was_fetched(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    os.utime(path, (1777888800, 1777888800))
    found = page_of_file(path, LARGEST)
    assert isinstance(found, KeptPage)
    assert (found.url, found.fetched_at, found.body) == (URL, "2026-05-04T10:00:00+00:00", PAGE)
    (tmp_path / "a.html.json").write_text(json.dumps({"url": URL, "fetched_at": "2026-05-02T10:00:00+00:00"}))
    found = page_of_file(path, LARGEST)
    assert isinstance(found, KeptPage)
    assert found.fetched_at == "2026-05-02T10:00:00+00:00"


def test_a_compressed_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html.gz"
    path.write_bytes(gzip.compress(PAGE))
    found = page_of_file(path, LARGEST)
    assert isinstance(found, KeptPage)
    assert found.body == PAGE


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.jpg", b"\xff\xd8\xff", "not_html"),
        ("picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "not_html"),
        ("a.html", b"", "empty"),
        ("a.html", bytes(LARGEST + 1), "too_large"),
        ("a.html.gz", gzip.compress(bytes(10 * LARGEST)), "too_large"),
        ("a.html.gz", gzip.compress(PAGE)[:-20], "damaged_gzip"),
        ("a.html", page(1), "no_url"),
    ],
)
def test_what_is_no_page(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = page_of_file(path, LARGEST)
    assert isinstance(found, NoPage)
    assert found.reason == reason


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    for name, reason in {"gone.html": "not_a_file", "pipe.html": "not_a_file"}.items():
        found = page_of_file(tmp_path / name, LARGEST)
        assert isinstance(found, NoPage)
        assert found.reason == reason
