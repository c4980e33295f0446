"""Runs of many sites: no more at once than the bound, and no page is lost between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.archives.site_runs import OPEN_AT_ONCE
from tests.archives.warc_kit import record
from tests.crawl import read_jsonl
from tests.forks import scrapy

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_more_sites_than_runs_are_open(tmp_path: Path) -> None:
    path, sites = tmp_path / "a.warc.gz", OPEN_AT_ONCE + 5
    path.write_bytes(
        b"".join(record(number, host=f"paper{number % sites}.example") for number in range(2 * sites))
    )
    done = scrapy("extract", str(path), "-s", f"OUTPUT_DIR={tmp_path / 'out'}", timeout=280)
    assert done.returncode == 0, done.stderr
    lines = read_jsonl(list((tmp_path / "out").glob("paper*/*.jsonl")))
    assert sorted(line["headline"] for line in lines) == sorted(
        f"Quay {number} opens" for number in range(2 * sites)
    )
