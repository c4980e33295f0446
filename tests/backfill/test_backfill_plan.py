"""A plan is whole or it is none; months that are done stay done."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from newscrawler.backfill.page_size import UNKNOWN, usual_page_bytes
from newscrawler.backfill.plan import UNDATED, Plan
from newscrawler.exceptions import OutputError

if TYPE_CHECKING:
    from pathlib import Path

SPAN = date(2019, 1, 1), date(2020, 6, 30)


def test_a_plan_by_months(tmp_path: Path) -> None:
    plan = Plan(tmp_path / "plan", *SPAN)
    plan.begin()
    for key, when in (
        ("a", "2019-03-04T10:00:00+03:00"),
        ("b", "2019-03"),
        ("c", None),
        ("d", "soon"),
        ("a", None),
    ):
        plan.enter(key, when, {"url": f"https://press.example/{key}"})
    assert not Plan(tmp_path / "plan", *SPAN).load(), "killed before it was whole"
    plan.enter("e", "2020-01-02", {"url": "https://press.example/e"})
    plan.crawl_delay = 7.5
    plan.finish()
    again = Plan(tmp_path / "plan", *SPAN)
    assert again.load()
    assert again.counts == {"2019-03": 2, UNDATED: 2, "2020-01": 1}
    assert again.crawl_delay == 7.5
    assert list(again.open_months()) == ["2020-01", "2019-03", UNDATED]
    again.done("2020-01")
    assert list(again.open_months()) == ["2019-03", UNDATED]
    lines = again.list_of("2019-03").read_text().splitlines()
    assert [json.loads(line)["url"][-1] for line in lines] == ["a", "b"]
    again.begin()
    assert list((tmp_path / "plan").iterdir()) == []


def test_a_damaged_plan_is_none(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text("{")
    assert not Plan(tmp_path, *SPAN).load()


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot write the plan"):
        Plan(tmp_path / "file" / "plan", *SPAN).begin()


def test_the_usual_size_of_a_page(tmp_path: Path) -> None:
    runs = tmp_path / "runs.jsonl"
    assert usual_page_bytes(runs, "press") == UNKNOWN
    records = [
        {"site": "press", "fetched": 3, "bytes": 300}, {"site": "other", "fetched": 1, "bytes": 9999},
        {"site": "press", "fetched": 1, "bytes": 500}, {"site": "press", "fetched": 0, "bytes": 0},
    ]  # fmt: skip
    runs.write_text("".join(f"{json.dumps(record)}\n" for record in records) + '{"torn')
    assert usual_page_bytes(runs, "press") == 200
