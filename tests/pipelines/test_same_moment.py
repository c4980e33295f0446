"""Two sites print one text and are crawled in the same moment: the next run ties the copy, once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scrapy import Spider
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import NotWritten
from newscrawler.pipelines.deduplicate import Deduplicate
from newscrawler.pipelines.export_jsonl import ExportJsonl
from newscrawler.pipelines.revise import Revise
from newscrawler.run.run import run_of
from tests.crawl import read_jsonl
from tests.defaults import DEFAULTS
from tests.ledger.lines import article

if TYPE_CHECKING:
    from pathlib import Path

TEXT = " ".join(
    f"Sentence {word} of the story names a harbour, a ferry and its {word} crew." for word in "abcdefgh"
)


class Run:
    """A run of a site that looks at its one article."""

    def __init__(self, output: Path, site: str, minute: int) -> None:
        spider = type("OneSpider", (Spider,), {"name": site})
        settings = {**DEFAULTS, "OUTPUT_DIR": str(output), "EXPORT_BATCH_SECONDS": 60}
        self.crawler = get_crawler(spider, settings)
        self.crawler.spider = spider()
        self.export = ExportJsonl.from_crawler(self.crawler)
        self.pipelines = [*(cls.from_crawler(self.crawler) for cls in (Deduplicate, Revise)), self.export]
        whole = article(1, body=TEXT, fetched_at=f"2026-11-20T10:{minute:02}:00+00:00")
        self.item = replace(whole, site=site, id=f"{site}:1")

    def look(self) -> str:
        """Read the article, commit nothing yet; return what became of it."""
        run_of(self.crawler).account.enter(self.item.requested_url)
        item = self.item
        try:
            for pipeline in self.pipelines:
                item = pipeline.process_item(item)
        except NotWritten as error:
            return error.outcome
        return f"revision {item.revision}"

    def end(self) -> None:
        self.export.close_spider()
        run_of(self.crawler).close_ledger()


async def test_it_is_tied_by_the_next_run_and_only_once(tmp_path: Path) -> None:
    runs = [Run(tmp_path, "times", 0), Run(tmp_path, "wire", 1)]
    assert [run.look() for run in runs] == ["revision 1", "revision 1"]
    for run in runs:
        run.end()
    found = []
    for minute in (2, 3):
        for site in ("times", "wire"):
            run = Run(tmp_path, site, minute)
            found.append(run.look())
            run.end()
    assert found == ["unchanged", "revision 2", "unchanged", "unchanged"]
    first, tied = read_jsonl([*(tmp_path / "wire").glob("*.jsonl")])
    assert (first["duplicate_of"], tied["duplicate_of"]) == (None, "times:1")
    assert (tied["changed"], tied["silent_edit"]) == (["duplicate_of"], False)
