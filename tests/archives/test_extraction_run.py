"""The figures of an extraction add up, and name what is damaged."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

import pytest

from newscrawler.archives.extraction_run import NAMED, Extraction
from newscrawler.archives.kept_page import NoPage
from newscrawler.archives.reading import Read
from newscrawler.items import Article
from newscrawler.run.endings import EXIT_FAILED, EXIT_GOOD, EXIT_UNHEALTHY

if TYPE_CHECKING:
    from newscrawler.archives.site_runs import SiteRuns


class Runs:
    """Takes everything."""

    def __init__(self) -> None:
        self.outcomes: Counter[tuple[str, str]] = Counter()

    async def take(self, read: Read) -> None:
        self.outcomes["new", ""] += 1

    async def close(self) -> None:
        self.outcomes["rejected", "no_body"] += 2


async def test_the_summary() -> None:
    said: list[str] = []
    extraction = Extraction(cast("SiteRuns", Runs()), said.append)
    found = [
        *(NoPage("cut_off", f"record {n}", is_damaged=True) for n in range(9)),
        NoPage("revisit"),
        Read("paper.example", Article(), "record 9"),
    ]
    await extraction.take_all(iter(found))
    assert extraction.is_done
    assert said == [f"damaged: record {n}: cut_off" for n in range(NAMED)]
    first, *rest = extraction.summary()
    assert first.startswith("11 read, 1 page, ")
    assert first.endswith("pages/s: rejected 2, new 1")
    assert rest == ["  rejected: no_body 2", "  no page: revisit 1", "  damaged: cut_off 9"]


class NoRuns(Runs):
    """Finds no article in what it takes."""

    async def take(self, read: Read) -> None:
        self.outcomes["rejected", "no_body"] += 1

    async def close(self) -> None:
        pass


ONE_PAGE = Read("paper.example", Article(), "record 1")


@pytest.mark.parametrize(
    ("runs", "found", "code", "line"),
    [
        (Runs(), [ONE_PAGE, NoPage("cut_off", "a", is_damaged=True)], EXIT_GOOD, ""),
        (NoRuns(), [ONE_PAGE, ONE_PAGE], EXIT_UNHEALTHY, "no article among the pages read: 2"),
        (NoRuns(), [NoPage("cut_off", "a", is_damaged=True)], EXIT_FAILED, "nothing was read: cut_off 1"),
        (NoRuns(), [NoPage("other_host")] * 9, EXIT_FAILED, "nothing was read: other_host 9"),
        (NoRuns(), [], EXIT_FAILED, "nothing was read: there is no saved page and no WARC record"),
    ],
)
async def test_what_got_nothing_is_not_good(
    runs: Runs, found: list[Read | NoPage], code: int, line: str
) -> None:
    extraction = Extraction(cast("SiteRuns", runs), [].append)
    await extraction.take_all(iter(found))
    assert extraction.verdict() == (code, line)
