"""A user's own fields stand in the line, and lines without them are as they were."""

from __future__ import annotations

import json
from typing import Any

import pytest
from scrapy.utils.test import get_crawler

from newscrawler.items import Article
from newscrawler.output.line import from_line, to_line
from newscrawler.pipelines.check_custom import CheckCustom, is_json
from tests.exports.written import article
from tests.schema import validate


def checked(custom: Any) -> tuple[Any, dict[str, Any]]:
    crawler = get_crawler(settings_dict={"STRING_MAX_LENGTH": 1000})
    item = CheckCustom.from_crawler(crawler).process_item(Article(custom=custom))
    return item.custom, crawler.stats.get_stats()


@pytest.mark.parametrize("custom", [{"score": 0.5, "tags": ["a", {"b": None}], "n": 2**62, "yes": True}, {}])
def test_json_stays(custom: dict[str, Any]) -> None:
    assert checked(custom) == (custom, {})
    line = to_line(article(1, custom=custom))
    assert from_line(line).custom == custom
    validate(json.loads(line))


@pytest.mark.parametrize(
    "custom",
    [
        {1: "a"},
        {"a": {1, 2}},
        {"a": float("inf")},
        {"a": b"x"},
        {"a": (1, 2)},
        {"a": 2**63},
        ["a"],
        "a",
        None,
    ],
)
def test_what_is_no_json_is_left_out_and_counted(custom: Any) -> None:
    assert checked(custom) == ({}, {"newscrawler/custom/not_json": 1})


def test_what_is_too_large_or_too_deep_is_left_out() -> None:
    assert checked({"a": "x" * 1000}) == ({}, {"newscrawler/custom/too_large": 1})
    deep: Any = []
    for _ in range(2000):
        deep = [deep]
    assert not is_json(deep)


def test_a_line_without_them_is_as_it_was() -> None:
    assert to_line(article(1)).endswith(b',"run_id":"r1","archived":null}\n')
    nested = to_line(article(1, custom={"custom": {}}))
    assert nested.endswith(b',"custom":{"custom":{}}}\n')


def test_a_line_whose_custom_is_no_object_is_none_of_ours() -> None:
    with pytest.raises(ValueError, match="custom"):
        from_line(to_line(article(1)).replace(b"}\n", b',"custom":[]}'))
