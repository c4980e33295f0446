"""What the pages of a site share is asked for once, as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.http import Response

from newscrawler.rendering import kept
from newscrawler.rendering.kept import Kept

if TYPE_CHECKING:
    import pytest

URL = "https://gazette.invalid/app.js"


def test_the_first_good_answer_is_kept() -> None:
    shelf = Kept()
    assert shelf.get(URL) is None
    shelf.keep(URL, Response(URL, status=503))
    assert shelf.get(URL) is None
    first = Response(URL, body=b"1")
    shelf.keep(URL, first)
    shelf.keep(URL, Response(URL, body=b"2"))
    assert shelf.get(URL) is first


def test_there_is_an_end_to_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "KEPT_BYTES", 3)
    shelf = Kept()
    shelf.keep("https://gazette.invalid/1", Response(URL, body=b"12"))
    shelf.keep("https://gazette.invalid/2", Response(URL, body=b"12"))
    assert shelf.get("https://gazette.invalid/1")
    assert shelf.get("https://gazette.invalid/2") is None
