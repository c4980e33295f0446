"""Manners, measured from the server's side: ``python -m benchmarks.politeness``.

Crawls the bundled newsroom as users do, with the default delay and then with rules and faults of the
server's, and prints what the server saw. The second run of each shows what conditional requests and the
ledger save.
"""

from __future__ import annotations

import itertools
import statistics
import tempfile
from pathlib import Path

from tests.crawl import crawl
from tests.newsroom.server import Newsroom

POLITE = {"DOWNLOAD_DELAY": "1", "CONCURRENT_REQUESTS_PER_DOMAIN": "1"}
ARGUMENTS = {"sections": "science", "max_pages": "2"}

CASES: tuple[tuple[str, dict[str, str], str | None], ...] = (
    ("defaults (1 s)", POLITE, None),
    ("Crawl-delay: 2", POLITE, "User-agent: *\nCrawl-delay: 2\nAllow: /\n"),
    ("Crawl-delay: 2, operator's delay 0, 8 at once",
     {"DOWNLOAD_DELAY": "0", "CONCURRENT_REQUESTS_PER_DOMAIN": "8"}, "User-agent: *\nCrawl-delay: 2\n"),
    ("Request-rate: 1/3", POLITE, "User-agent: newscrawler\nRequest-rate: 1/3\n"),
    ("Disallow: /science", POLITE, "User-agent: *\nDisallow: /science\n"),
)  # fmt: skip


def main() -> None:
    print(
        "| server says | run | requests | shortest gap s | median gap s "
        "| disallowed paths asked | 304 | new lines |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, settings, robots in CASES:
        with tempfile.TemporaryDirectory() as folder, Newsroom(robots=robots) as newsroom:
            lines = 0
            for run in (1, 2):
                newsroom.reset()
                crawled = crawl("tass", Path(folder), settings, site_url=newsroom.base_url, **ARGUMENTS)
                times = [request.time for request in newsroom.requests]
                gaps = [later - earlier for earlier, later in itertools.pairwise(times)] or [float("nan")]
                forbidden = (
                    sum(r.path.startswith("/science") for r in newsroom.requests)
                    if "Disallow: /s" in name
                    else 0
                )
                print(
                    f"| {name} | {run} | {len(times)} "
                    f"| {min(gaps):.2f} | {statistics.median(gaps):.2f} | {forbidden} "
                    f"| {newsroom.statuses[304]} | {len(crawled.lines) - lines} |",
                    flush=True,
                )
                lines = len(crawled.lines)


if __name__ == "__main__":
    main()
