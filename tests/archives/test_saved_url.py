"""The URL of a saved page: from a file beside it, a comment, the page itself, or its own name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newscrawler.archives.saved_url import UrlSource, named_url, stated_url, url_of

URL = "https://harbour.example/news/quay"
CANONICAL = f'<html><head><link rel="canonical" href="{URL}"></head>'.encode()


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- saved from url=(0033){URL} -->",
        f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: today -->",
        "<!-- Mirrored from harbour.example/news/quay by HTTrack Website Copier/3.x -->",
        f"<!-- source: {URL} -->",
    ],
)
def test_comments_of_what_saves_pages(comment: str) -> None:
    html = f"<!DOCTYPE html>\n{comment}<html>".encode()
    assert url_of(Path("page.html"), html, "comment") == (URL, {})


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (CANONICAL, URL),
        (f"<meta property='og:url' content='{URL}'>".encode(), URL),
        (b'<link rel=canonical href="/news/quay">', None),
        (b"<p>nothing</p>", None),
    ],
)
def test_what_the_page_states(html: bytes, found: str | None) -> None:
    assert stated_url(html) == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html.json", json.dumps({"url": URL, "fetched_at": "2026-05-04T10:00:00+00:00"})),
        ("page.json", json.dumps({"url": URL})),
        ("page.url", f"[InternetShortcut]\nURL={URL}\n"),
        ("page.html.url", f"{URL}\n"),
    ],
)
def test_a_file_beside_the_page(name: str, text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(CANONICAL.replace(b"quay", b"other"))
    (tmp_path / name).write_text(text)
    found = url_of(page, page.read_bytes())
    assert found is not None
    assert found[0] == URL


@pytest.mark.parametrize("text", ["{", "[]", '{"link": 1}', '{"url": 7}', '{"url": "no url"}', ""])
def test_a_file_beside_it_that_says_nothing(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    (tmp_path / "page.html.json").write_text(text)
    assert url_of(page, CANONICAL, "sidecar") is None
    found = url_of(page, CANONICAL)
    assert found is not None
    assert found[0] == URL


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("saved/harbour.example/news/quay.html", "https://harbour.example/news/quay.html"),
        ("harbour.example/news/index.html", "https://harbour.example/news/"),
        ("https%3A%2F%2Fharbour.example%2Fnews%2Fquay.html", URL),
        ("https%3A%2F%2Fharbour.example%2Fa%3Fb=1", "https://harbour.example/a?b=1"),
        ("saved/quay.html", None),
        ("quay.html", None),
    ],
)
def test_names(path: str, found: str | None) -> None:
    assert named_url(Path(path)) == found


@pytest.mark.parametrize("source", ["canonical", "comment", "name", "sidecar"])
def test_only_what_is_asked_for_is_believed(source: UrlSource, tmp_path: Path) -> None:
    folder = tmp_path / "name.example"
    folder.mkdir()
    page = folder / "a.html"
    html = b"<!-- saved from url=(0033)https://comment.example/ --><link rel=canonical href=https://canonical.example/>"
    (folder / "a.json").write_text('{"url": "https://sidecar.example/"}')
    found = url_of(page, html, source)
    assert found is not None
    assert found[0].startswith(f"https://{source}.example/")
