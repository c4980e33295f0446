"""An article that is gone: a line if wanted, counted if not, failed if it was never there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.items import Gone
from newscrawler.run.run import run_of
from tests.output.test_line import full_article
from tests.pipelines.press import Pipelines, article, lines, press_crawler

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler


def gone(number: int = 12) -> Gone:
    url = f"https://press.example/politics/{number}"
    return Gone("", "press", url, fetched_at="2017-05-06T00:00:00+00:00")


@pytest.mark.parametrize("moved_away", [False, True])
async def test_a_withdrawn_article_is_a_line_if_wanted(
    settings: dict[str, Any], tmp_path: Path, moved_away: bool
) -> None:
    crawler = press_crawler(settings, EXPORT_WITHDRAWN=True)
    pipelines = Pipelines(crawler)
    pipelines.process(article())
    pipelines.export.commit()
    if moved_away:
        (tmp_path / "press" / "2017-05-04.jsonl").unlink()
    pipelines.process(gone())
    pipelines.export.commit()
    assert run_of(crawler).account.total("withdrawn") == 0  # its address was settled as new in this same run
    line = lines(tmp_path)[-1]
    assert (line["id"], line["revision"], line["withdrawn"]) == ("press:12", 2, True)
    assert line["changed"] == ["withdrawn"]
    assert line["headline"] == (None if moved_away else full_article().headline)
    assert line["fetched_at"] == "2017-05-06T00:00:00+00:00"
    assert pipelines.process(gone()).outcome == "unchanged"  # said once
    back = pipelines.process(article(fetched_at="2017-05-07T00:00:00+00:00"))
    assert back
    assert (back.revision, back.changed[-1], back.withdrawn) == (3, "withdrawn", False)
    assert moved_away or back.changed == ["withdrawn"]
    pipelines.export.commit()
    known = run_of(crawler).ledger.find("press:12")
    assert known
    assert not known.withdrawn
    run_of(crawler).close_ledger()


async def test_a_withdrawn_article_is_counted_where_no_line_is_wanted(
    settings: dict[str, Any], tmp_path: Path
) -> None:
    for item in (article(), gone()):
        crawler = press_crawler(settings)
        pipelines = Pipelines(crawler)
        pipelines.process(item)
        pipelines.export.close_spider()
        totals = run_of(crawler).account.total("new"), run_of(crawler).account.total("withdrawn")
        run_of(crawler).close_ledger()
    assert totals == (0, 1)
    assert len(lines(tmp_path)) == 1


async def test_a_page_that_was_never_there_has_failed(crawler: Crawler, tmp_path: Path) -> None:
    pipelines = Pipelines(crawler)
    assert pipelines.process(gone(99)).outcome == "failed"
    pipelines.export.close_spider()
    assert run_of(crawler).account.reasons("failed") == {"gone": 1}
    assert lines(tmp_path) == []
