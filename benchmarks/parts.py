"""What each promise costs: ``python -m benchmarks.parts [--articles 1000] [--reps 3]``.

The whole crawl, the same crawl with parts taken out by settings, and the tuned bare spider, in turns: CPU an article without start-up,
and the ratio to the bare spider. Nobody should crawl like that; the table tells how much of the distance to mere downloading
is promised work (copies, synced lines, ledger, robots, guard, pace, bounds, the checked client) and how much is reading the pages.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks.crawl import bare_command, cpu_of, crawl_command
from benchmarks.paper import served
from newscrawler import settings


def without(components: dict[str, int | None], *names: str) -> str:
    """The setting with those components switched off whose class has one of the names; each name is there."""
    classes = {path.rpartition(".")[2]: path for path in components}
    return json.dumps({**components, **{classes[name]: None for name in names}})


AIOHTTP = "scrapy.core.downloader.handlers._aiohttp.AiohttpDownloadHandler"
BOUNDS = [name for name in vars(settings) if name.startswith(("PAGE_MAX_", "JSON_MAX_", "ADDRESS_MAX_"))]

COPIES = {"ITEM_PIPELINES": without(settings.ITEM_PIPELINES, "Deduplicate")}
STATE = {
    "ITEM_PIPELINES": without(settings.ITEM_PIPELINES, "Deduplicate", "Revise", "ExportJsonl"),
    "SPIDER_MIDDLEWARES": without(settings.SPIDER_MIDDLEWARES, "Seen"),
}
MANNERS = {
    "ROBOTSTXT_OBEY": "False",
    "DOWNLOADER_MIDDLEWARES": without(
        settings.DOWNLOADER_MIDDLEWARES,
        *("Guard", "ObeyRobots", "NoteOptOuts", "LeaveTraps", "Conditional", "FollowMetaRefresh"),
        *("HeedRefusals", "Render", "KeepPace", "KeepBudget"),
    ),
}
CLIENT = {"DOWNLOAD_HANDLERS": json.dumps({**settings.DOWNLOAD_HANDLERS, "http": AIOHTTP})}
BOUND = dict.fromkeys(BOUNDS, "0")

CRAWLS: dict[str, dict[str, str]] = {
    "whole": {},
    "without looking for copies": COPIES,
    "without copies, lines, ledger": STATE,
    "without robots, guard, pace, refusals, traps": MANNERS,
    "with a client that checks no address": CLIENT,
    "without bounds on a page": BOUND,
    "without any of these: the pages are read": {**STATE, **MANNERS, **CLIENT, **BOUND},
}
"""Crawl -> its settings."""


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--reps", type=int, default=3)
    options = parser.parse_args(arguments)
    number = options.articles
    costs: dict[str, list[float]] = {}
    with served(number, core=0) as (url,), served(1, core=0) as (small,):
        for _ in range(options.reps):
            start, _ = cpu_of(bare_command(small, 1), 1)
            used, _ = cpu_of(bare_command(url, number), 1)
            costs.setdefault("tuned bare", []).append((used - start) * 1000 / number)
            for name, changed in CRAWLS.items():
                with tempfile.TemporaryDirectory() as folder:
                    start, _ = cpu_of(crawl_command(small, Path(folder) / "start", **changed), 1)
                    used, _ = cpu_of(crawl_command(url, Path(folder) / "whole", **changed), 1)
                costs.setdefault(name, []).append((used - start) * 1000 / number)
    bare = min(costs["tuned bare"])
    print("| crawl | CPU ms an article, each repetition | ratio to bare (best) |")
    print("| --- | --- | --- |")
    for name, each in costs.items():
        print(f"| {name} | {' '.join(f'{cost:.2f}' for cost in each)} | {bare / min(each):.2f} |")


if __name__ == "__main__":
    main()
