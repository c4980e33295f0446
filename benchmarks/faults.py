"""Faults: what crawls make of articles that misbehave.

``python -m benchmarks.faults [--articles 1000] [--kit ../shared/bench]``

3 % of the articles misbehave in ways that pass (503 twice, 429 with Retry-After, a reset, a stall) and 1 % in
ways that stay (a cut body, 404, 410, 500). Then all is well again, and the next run follows. With ``--kit``
the same on a site that was made elsewhere, by its own score: its faults are half of each sort, and it is slow
where ours stalls.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from benchmarks.kit import KitSite
from benchmarks.paper import story
from tests.crawl import Crawl, crawl
from tests.hostile.hostile_server import SITE, HostileNewsroom, cut, first, http, reset, stall

if TYPE_CHECKING:
    from tests.hostile.hostile_server import Answer

SETTINGS = {"HEADERS_TIMEOUT": "2", "BACKOFF_START": "0.2"}
REASONS = {"cut": "truncated", "404": "gone", "410": "gone", "500": "http-500"}
"""Fault that stays -> what the account calls it."""


class Site(Protocol):
    """A news site that misbehaves until it is told to recover."""

    name: str
    spider: str
    url: str
    settings: dict[str, str]
    passing: int
    """Articles whose fault passes."""
    staying: Counter[str]
    """Reason in the account -> articles whose fault stays, until the site recovers."""

    def recover(self) -> None:
        """Answer as it should from now on."""

    def wrong(self, crawled: Crawl) -> list[str]:
        """Articles that could be had and have no line, or not one, or not an exact one."""


class Paper:
    """This project's own: a front page of articles."""

    name = "own"
    spider = "gazette"

    def __init__(self, articles: int, stack: ExitStack) -> None:
        self._room = stack.enter_context(HostileNewsroom())
        self._good = {f"/news/{number}": http(200, _page(number)) for number in range(articles)}
        links = "".join(f'<a class="article" href="{path}">{path}</a>' for path in self._good)
        self._room.routes = {"/": http(200, links.encode()), **self._good}
        self.url = self._room.site
        allowed = f"{SITE}:{self._room.port}"
        self.settings = {"SPIDER_MODULES": "tests.hostile.gazette", "ALLOWED_PRIVATE_HOSTS": allowed}
        self.passing, self.staying, self._bad = 0, Counter[str](), set[str]()
        for place in range(2, articles, 25):  # 4 %: three that pass, one that stays
            path, turn = f"/news/{place}", place // 25
            whole = self._good[path]
            if turn % 4 < 3:
                self.passing += 1
                self._room.routes[path] = _passing(whole)[turn // 4 % 4 if turn % 4 else (turn // 4 + 2) % 4]
            else:
                fault = tuple(REASONS)[turn // 4 % 4]
                self.staying[REASONS[fault]] += 1
                self._bad.add(path)
                self._room.routes[path] = cut(whole[:900]) if fault == "cut" else http(int(fault))

    def recover(self) -> None:
        """Serve every article."""
        self._room.routes.update(self._good)
        self._bad = set()

    def wrong(self, crawled: Crawl) -> list[str]:
        """Compare the lines with what the articles say."""
        said = {
            f"{self.url}/news/{n}": story(n) for n in range(len(self._good)) if f"/news/{n}" not in self._bad
        }
        found = Counter(
            line["requested_url"]
            for line in crawled.lines
            if all(line[name] == said[line["requested_url"]][name] for name in ("headline", "body"))
        )
        return [url for url in said if found[url] != 1] + [url for url in found if url not in said]


def _page(number: int) -> bytes:
    said = story(number)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in said["body"].split("\n\n"))
    head = f'<meta charset="utf-8"><title>{said["headline"]}</title>'
    return f"<html><head>{head}</head><h1>{said['headline']}</h1><article>{body}</article></html>".encode()


def _passing(whole: bytes) -> list[Answer]:
    return [
        first(2, http(503), whole),
        first(1, http(429, b"", "Retry-After: 1"), whole),
        first(1, reset(), whole),
        first(1, stall(), whole),
    ]


class Kit:
    """A site in TASS's markup; see ``benchmarks.kit``."""

    name = "kit"
    spider = "tass"
    RATE = 0.06

    def __init__(self, articles: int, stack: ExitStack, kit: Path) -> None:
        self._site = KitSite(kit, articles, stack)
        self.url = self._site.url
        self.settings: dict[str, str] = {}
        faults = json.loads(self._site.run("-c", _ASK, self._site.folder, str(self.RATE)))
        self.staying = Counter(REASONS[fault] for fault in faults if fault in REASONS)
        self.passing = len(faults) - self.staying.total()
        self._rate = self.RATE
        self._site.serve(self.RATE)

    def recover(self) -> None:
        """Serve without faults."""
        self._rate = 0.0
        self._site.serve()

    def wrong(self, crawled: Crawl) -> list[str]:
        """Ask the kit's own score."""
        lines = self._site.folder.parent / "lines.jsonl"
        lines.write_text("".join(json.dumps(line) + "\n" for line in crawled.lines), "utf-8")
        fields = ("--map", "published=published_at", "city=dateline.place")
        command = ("score.py", self._site.folder, lines, "--faults", str(self._rate), *fields)
        score = json.loads(self._site.run(*command))
        inexact = [name for name, share in score["accuracy"].items() if share != 1]
        lost = [] if score["recall_listed"] == 1 else score["missing_sample"] or ["an article"]
        twice = ["lines too many"] if score["duplicates"] or score["not_articles"] else []
        return inexact + lost + twice


_ASK = """
import json, sys
from urllib.parse import urlsplit
from faults import article_fault
articles = map(json.loads, open(sys.argv[1] + "/manifest.jsonl", encoding="utf-8"))
listed = (a for a in articles if a["listed"] and not a["from_epoch"])
faults = (article_fault(urlsplit(a["url"]).path, float(sys.argv[2])) for a in listed)
print(json.dumps([fault for fault in faults if fault]))
"""


@dataclass
class Run:
    """What became of one run."""

    new: int
    failed: Counter[str]
    wrong: list[str]
    seconds: float


def crawled(site: Site, output: Path, settings: dict[str, str] | None = None) -> Run:
    """Crawl once more."""
    start = time.monotonic()
    done = crawl(site.spider, output, {**SETTINGS, **site.settings, **(settings or {})}, site_url=site.url)
    assert done.runs, done.stderr[-2000:]
    run = done.runs[-1]
    return Run(run["new"], Counter(run["failed"]), site.wrong(done), time.monotonic() - start)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--kit", type=Path)
    options = parser.parse_args(arguments)
    print(
        "| site | run | faults that pass | that stay | new lines "
        "| failed in the account | wrong or missing | s |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for make in (Paper, Kit) if options.kit else (Paper,):
        with ExitStack() as stack:
            kit = (options.kit.resolve(),) if make is Kit else ()
            site: Site = make(options.articles, stack, *kit)
            output = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            for number in (1, 2):
                run = crawled(site, output)
                faults = (site.passing, site.staying.total()) if number == 1 else (0, 0)
                account = (
                    ", ".join(f"{count} {reason}" for reason, count in sorted(run.failed.items())) or "none"
                )
                print(
                    f"| {site.name} | {number} | {faults[0]} | {faults[1]} | {run.new} | {account} "
                    f"| {', '.join(run.wrong) or 'none'} | {run.seconds:.1f} |",
                    flush=True,
                )
                site.recover()


if __name__ == "__main__":
    main()
