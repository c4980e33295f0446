"""What each promise costs.

``python -m benchmarks.parts [--articles 1000] [--reps 3] [--kit ../shared/bench]``

The whole crawl, the same crawl with parts taken out by settings, and the tuned bare spider, in turns: CPU an
article without start-up, and the ratio to the bare spider. Nobody should crawl like that; the table tells how
much of the distance to mere downloading is promised work (copies, synced lines, ledger, robots, guard, pace,
bounds, the checked client) and how much is reading the pages. With ``--kit`` the pages have TASS's markup,
and the listings (one in ten pages) are in the cost of an article.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.crawl import bare_command, cpu_of, crawl_command
from benchmarks.kit import KitSite
from benchmarks.paper import served
from newscrawler import settings

if TYPE_CHECKING:
    from collections.abc import Iterator


def without(components: dict[str, int | None], *names: str) -> str:
    """The setting with those components switched off whose class has one of the names; each name is there."""
    classes = {path.rpartition(".")[2]: path for path in components}
    return json.dumps({**components, **{classes[name]: None for name in names}})


AIOHTTP = "scrapy.core.downloader.handlers._aiohttp.AiohttpDownloadHandler"
BOUNDS = [name for name in vars(settings) if name.startswith(("PAGE_MAX_", "JSON_MAX_", "URL_MAX_"))]

COPIES = {"ITEM_PIPELINES": without(settings.ITEM_PIPELINES, "Deduplicate")}
STATE = {
    "ITEM_PIPELINES": without(settings.ITEM_PIPELINES, "Deduplicate", "Revise", "ExportJsonl"),
    "SPIDER_MIDDLEWARES": without(settings.SPIDER_MIDDLEWARES, "SeenMiddleware"),
}
MANNERS = {
    "ROBOTSTXT_OBEY": "False",
    "DOWNLOADER_MIDDLEWARES": without(
        settings.DOWNLOADER_MIDDLEWARES,
        *("GuardMiddleware", "RobotsMiddleware", "OptOutsMiddleware", "LeaveTrapsMiddleware"),
        *("NotModifiedMiddleware", "FollowMetaRefreshMiddleware", "RefusalsMiddleware", "RenderMiddleware"),
        *("PaceMiddleware", "BudgetMiddleware"),
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
FEW = 60
"""Articles of the site of the kit whose crawl stands for start-up: with fewer, a section would be empty."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is crawled."""

    url: str
    articles: list[str]
    spider: str = "any_site"

    def cost(self, changed: dict[str, str] | None) -> float:
        """Seconds of CPU of a crawl with these settings; of the bare spider where there are none."""
        with tempfile.TemporaryDirectory() as folder:
            if changed is None:
                return cpu_of(bare_command(self.articles, Path(folder)), 1)[0]
            return cpu_of(crawl_command(self.url, Path(folder), self.spider, **changed), 1)[0]


@contextmanager
def _paper(articles: int) -> Iterator[Site]:
    with served(articles, core=0) as (url,):
        yield Site(url, [f"{url}/news/{number}" for number in range(articles)])


@contextmanager
def _kit(articles: int, kit: Path) -> Iterator[Site]:
    with ExitStack() as stack:
        site = KitSite(kit, articles, stack)
        site.serve(core=0)
        yield Site(site.url, site.urls(), "tass")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--reps", type=int, default=3)
    parser.add_argument("--kit", type=Path)
    parser.add_argument("--only", choices=CRAWLS, help="measure this crawl alone, beside the bare spider")
    options = parser.parse_args(arguments)
    measured = {options.only: CRAWLS[options.only]} if options.only else CRAWLS
    crawls: dict[str, dict[str, str] | None] = {"tuned bare": None, **measured}
    costs: dict[str, list[float]] = {}
    with ExitStack() as stack:
        small, whole = (
            stack.enter_context(_kit(articles, options.kit) if options.kit else _paper(articles))
            for articles in (FEW if options.kit else 1, options.articles)
        )
        more = len(whole.articles) - len(small.articles)
        for _ in range(options.reps):
            for name, changed in crawls.items():
                used = whole.cost(changed) - small.cost(changed)
                costs.setdefault(name, []).append(used * 1000 / more)
    bare = median(costs["tuned bare"])
    print("| crawl | CPU ms an article, each repetition | ratio to bare (medians) |")
    print("| --- | --- | --- |")
    for name, each in costs.items():
        print(f"| {name} | {' '.join(f'{cost:.2f}' for cost in each)} | {bare / median(each):.2f} |")


if __name__ == "__main__":
    main()
