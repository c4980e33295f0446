"""What a whole crawl costs beside mere downloading.

``python -m benchmarks.crawl [--articles 1000] [--reps 3]``

CPU a page of ``scrapy crawl any_site`` (robots, guard, extraction of all fields, duplicates, ledger, synced
lines, account), and in turn with it of Scrapy tuned to the limit that only downloads the same pages.
Start-up, measured by a crawl of one article, is taken off. Read the ratio: it holds on a busy machine. Every
line is compared with what the page says.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.paper import ROOT, pin, served, story

FAST = {
    "DOWNLOAD_DELAY": "0",
    "CONCURRENT_REQUESTS": "16",
    "CONCURRENT_REQUESTS_PER_DOMAIN": "16",
}
FIELDS = ("headline", "published_at", "authors", "body")


def cpu_of(command: list[str], core: int | None = None) -> tuple[float, float]:
    """Seconds of CPU that a command used, and its peak of memory in MB; it must end well."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=log)
        if core is not None:
            pin(core, process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        assert process.returncode == 0, log.read().decode()[-3000:]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, usage.ru_maxrss / 1024


def crawl_command(url: str, output: Path, spider: str = "any_site", **settings: str) -> list[str]:
    asked = {
        "any_site": ("-a", f"url={url}", "-a", "source=sitemap"),
        "tass": ("-a", f"site_url={url}"),
    }
    options = {
        **FAST,
        "OUTPUT_DIR": str(output),
        "ALLOWED_PRIVATE_HOSTS": "127.0.0.1",
        "LOG_LEVEL": "INFO",
        **settings,
    }
    return [
        sys.executable, "-m", "scrapy", "crawl", spider, *asked[spider],
        *(part for name, value in options.items() for part in ("-s", f"{name}={value}")),
    ]  # fmt: skip


def bare_command(urls: list[str], folder: Path) -> list[str]:
    listed = folder / f"{len(urls)}.txt"
    listed.write_text("\n".join(urls), "utf-8")
    return [sys.executable, "-m", "benchmarks.bare", str(listed)]


def wrong_fields(output: Path, articles: int) -> dict[str, int]:
    """Field -> lines in which it is not as the page says; ``missing`` articles."""
    lines = [
        json.loads(line)
        for path in output.glob("127*/*.jsonl")
        for line in path.read_text("utf-8").splitlines()
    ]
    wrong = dict.fromkeys(FIELDS, 0)
    for line in lines:
        said = story(int(line["url"].rpartition("/")[2]))
        for field in FIELDS:
            wrong[field] += line[field] != said[field]
    wrong["missing"] = articles - len({line["id"] for line in lines})
    return wrong


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--reps", type=int, default=3)
    options = parser.parse_args(arguments)
    number = options.articles
    ours, bare, peak = [], [], 0.0
    wrong: dict[str, int] = {}
    with (
        served(number, core=0) as (url,),
        served(1, core=0) as (small,),
        tempfile.TemporaryDirectory() as folder,
    ):
        for rep in range(options.reps):
            start, _ = cpu_of(crawl_command(small, Path(folder) / f"start{rep}"), 1)
            used, peak = cpu_of(crawl_command(url, Path(folder) / f"whole{rep}"), 1)
            wrong = wrong_fields(Path(folder) / f"whole{rep}", number)
            urls = [f"{url}/news/{article}" for article in range(number)]
            bare_start, _ = cpu_of(bare_command(urls[:1], Path(folder)), 1)
            bare_used, _ = cpu_of(bare_command(urls, Path(folder)), 1)
            ours.append((used - start) * 1000 / number)
            bare.append((bare_used - bare_start) * 1000 / number)
    print("| crawl | CPU ms an article, each repetition | ratio to bare (medians) | peak MB | wrong |")
    print("| --- | --- | --- | --- | --- |")
    print(f"| tuned bare | {' '.join(f'{value:.2f}' for value in bare)} | 1.00 | | |")
    told = ", ".join(f"{name} {count}" for name, count in wrong.items() if count) or "nothing"
    print(
        f"| whole job | {' '.join(f'{v:.2f}' for v in ours)} | {median(bare) / median(ours):.2f} "
        f"| {peak:.0f} | {told} |"
    )


if __name__ == "__main__":
    main()
