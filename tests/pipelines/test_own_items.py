"""Items of a user's own pass every pipeline untouched."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.utils.misc import build_from_crawler, load_object
from scrapy.utils.project import get_project_settings

from newscrawler.pipelines.export_jsonl import ExportJsonl
from tests.pipelines.press import lines

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler


@dataclass
class Price:
    """A user's own item."""

    url: str
    amount: int


PIPELINES = [
    path
    for path, _ in sorted(get_project_settings().getdict("ITEM_PIPELINES").items(), key=lambda item: item[1])
]


@pytest.mark.parametrize("item", [{"headline": "", "url": "x"}, Price("x", 1)], ids=["dict", "dataclass"])
@pytest.mark.parametrize("path", PIPELINES, ids=lambda path: path.rpartition(".")[2])
async def test_an_item_of_a_users_own_passes(crawler: Crawler, tmp_path: Path, path: str, item: Any) -> None:
    pipeline = build_from_crawler(load_object(path), crawler)
    before = deepcopy(item)
    assert pipeline.process_item(item) is item
    assert item == before
    if isinstance(pipeline, ExportJsonl):
        pipeline.close_spider()
    assert lines(tmp_path) == []
