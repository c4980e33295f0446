"""Five pages at once that were made to take memory: as large as is let in, and larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.large import PAGES, crawl

if TYPE_CHECKING:
    from pathlib import Path

LET_IN = int(3.95 * 2**20)
PEAK = 300
"""Megabytes of the whole process."""


@pytest.mark.slow
def test_large_pages_take_little_memory(tmp_path: Path) -> None:
    worst = ("text", "cyrillic", "headline", "metas", "json-ld-list")
    found, peak = crawl({name: PAGES[name](LET_IN) for name in worst}, tmp_path / "let in")
    assert found.runs[0]["rejected"] == {"too_large": 3}  # two of them by their text
    assert found.runs[0]["new"] == 2
    assert peak < PEAK
    assert all(len(line["headline"]) < 1000 for line in found.lines)
    larger = ("text", "nested", "attributes", "headline", "json-ld-list")
    found, peak = crawl({name: PAGES[name](10 * 2**20) for name in larger}, tmp_path / "larger")
    assert found.runs[0]["failed"] == {"too_large": 5}
    assert peak < PEAK


def going_on(name: str, pages: int, size: int) -> dict[str, bytes]:
    """An article over many pages, each filled with paragraphs."""
    whole = PAGES["paragraphs"](size).decode()
    names = [name, *(f"{name}/{number}" for number in range(2, pages + 1))]
    return {
        page: whole.replace("<title>", f'<link rel="next" href="/{following}"><title>', 1).encode()
        for page, following in zip(names, [*names[1:], ""], strict=True)
    }


@pytest.mark.slow
def test_articles_over_many_large_pages_take_little_memory(tmp_path: Path) -> None:
    pages = [going_on(f"{number}-long", 5, LET_IN) for number in range(4)]
    found, peak = crawl({name: page for article in pages for name, page in article.items()}, tmp_path)
    assert found.runs[0]["rejected"] == {"too_large": 4}
    assert not found.lines
    assert peak < PEAK


def test_without_the_bounds_one_of_them_takes_more(tmp_path: Path) -> None:
    off = {"PAGE_MAX_BYTES": "0", "PAGE_MAX_TAGS": "0", "JSON_MAX_VALUES": "0"}
    _, peak = crawl({"list": PAGES["json-ld-list"](int(5.9 * 2**20))}, tmp_path, off)
    assert peak > PEAK
