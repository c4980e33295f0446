"""A run of one site that writes into a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.run.run import run_of
from tests.pipelines.press import press_crawler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrapy.crawler import Crawler


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    return {"OUTPUT_DIR": str(tmp_path), "REVISIT_AFTER": "1d:1h", "EXPORT_BATCH_SECONDS": 60}


@pytest.fixture
def crawler(settings: dict[str, Any]) -> Iterator[Crawler]:
    crawler = press_crawler(settings)
    yield crawler
    run_of(crawler).close_ledger()
