"""A backfill plans again where the first plan had to leave URLs out, and goes on only with a whole one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest

from newscrawler.backfill.guide import Backfill
from newscrawler.backfill.plan import Plan
from newscrawler.run.endings import EXIT_BUSY, EXIT_GOOD
from newscrawler.spiders.tass.spider import TassSpider

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import AsyncCrawlerProcess


class Scripted(Backfill):
    """Reads the listings as a script says: each time, how many URLs it sees and how many it leaves out."""

    def __init__(self, plan: Plan, script: list[tuple[int, int]], code: int = EXIT_GOOD) -> None:
        self.said: list[str] = []
        nobody = cast("AsyncCrawlerProcess", None)
        super().__init__(nobody, TassSpider, plan, arguments={}, page_bytes=1, say=self.said.append)
        self.script, self.code = script, code

    async def _read_listings(self) -> tuple[int | None, str, int]:
        seen, dropped = self.script.pop(0)
        self._plan.begin()
        for number in range(seen):
            self._plan.enter(str(number), "2026-05-04", {"url": f"https://press.example/{number}"})
        return self.code, "", dropped

    def _say_plan(self) -> None:
        self.said.append(f"{self._plan.total} URLs")


@pytest.mark.parametrize(
    ("script", "total"), [([(20, 0)], 20), ([(20, 30), (50, 0)], 50), ([(20, 30), (50, 9)], 50)]
)
async def test_what_was_left_out_is_planned_by_a_second_reading(
    tmp_path: Path, script: list[tuple[int, int]], total: int
) -> None:
    plan = Plan(tmp_path / "plan", date(2026, 5, 1), date(2026, 5, 31))
    backfill = Scripted(plan, list(script))
    await backfill.run(only_plan=True)
    assert backfill.exit_code == EXIT_GOOD
    assert backfill.script == []
    assert backfill.said[-1] == f"{total} URLs"
    assert ("planning again" in " ".join(backfill.said)) is (len(script) == 2)
    assert len(plan.list_of("2026-05").read_text().splitlines()) == total


async def test_a_plan_that_is_not_whole_is_none(tmp_path: Path) -> None:
    plan = Plan(tmp_path / "plan", date(2026, 5, 1), date(2026, 5, 31))
    backfill = Scripted(plan, [(0, 30)], EXIT_BUSY)
    await backfill.run(only_plan=True)
    assert (backfill.exit_code, plan.load()) == (EXIT_BUSY, False)
    assert backfill.said[-1] == "the plan is not whole: stopped; start again"
