"""A year of a site, backfilled and killed: is it complete, is a line there twice, is anything asked again?

``python -m benchmarks.backfill_year [--articles 3000] [--kills 10] [--seed 22]``

The paper lists the year in a sitemap for each month. ``scrapy backfill`` is killed at random moments, then
let finish. What was on its way at a kill has no line, and must be asked for again; what has a line must not.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.paper import Paper, story
from tests.crawl import PRIVATE
from tests.newsroom.http import Request, Response

BEGIN = datetime(2025, 1, 1, tzinfo=UTC)


class YearsPaper(Paper):
    """A paper whose articles are spread over one year, and which remembers what it was asked for."""

    def __init__(self, articles: int) -> None:
        super().__init__(articles)
        self.paths: list[str] = []
        """What it was asked for."""

    def respond(self, request: Request) -> Response:
        self.paths.append(request.path)
        return super().respond(request)

    def _respond(self, path: str) -> Response:
        if path == "/sitemap.xml":
            maps = "".join(
                f"<sitemap><loc>{self.base_url}/2025-{n:02}.xml</loc></sitemap>" for n in range(1, 13)
            )
            return _xml(f"<sitemapindex>{maps}</sitemapindex>")
        if path.endswith(".xml"):
            month = path[1:8]
            urls = "".join(
                f"<url><loc>{self.base_url}/news/{n}</loc><lastmod>{self.published(n)}</lastmod></url>"
                for n in range(self.articles)
                if self.published(n).startswith(month)
            )
            return _xml(f"<urlset>{urls}</urlset>")
        return super()._respond(path)

    def published(self, number: int) -> str:
        return (BEGIN + timedelta(minutes=365 * 1440 * number // self.articles)).isoformat()

    def page(self, number: int) -> str:
        said = story(number)
        body = "".join(f"<p>{paragraph}</p>" for paragraph in said["body"].split("\n\n"))
        data = {"@type": "NewsArticle", "headline": said["headline"], "datePublished": self.published(number)}
        return (
            f'<!DOCTYPE html><html lang="en"><head><title>{said["headline"]}</title>'
            f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
            f"<body><article><h1>{said['headline']}</h1>{body}</article></body></html>"
        )


def _xml(text: str) -> Response:
    return Response(text.encode(), content_type="application/xml")


def lines_of(output: Path) -> list[dict[str, str]]:
    """The whole lines, also while a crawl writes."""
    found = []
    for path in output.glob("127.0.0.1/*.jsonl"):
        found += [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
    return found


def backfill(paper: YearsPaper, output: Path, kill_after: int | None) -> tuple[int, str]:
    """Backfill, and kill it after so many requests; return how many articles with a line were asked for."""
    written = {line["requested_url"] for line in lines_of(output)}
    settings = {"OUTPUT_DIR": str(output), "ALLOWED_PRIVATE_HOSTS": PRIVATE, "DOWNLOAD_DELAY": "0"}
    command = [
        sys.executable, "-m", "scrapy", "backfill", "any_site", "-a", f"url={paper.base_url}",
        "--from", "2025-01", "--to", "2025-12", "-L", "ERROR",
        *(part for name, value in settings.items() for part in ("-s", f"{name}={value}")),
    ]  # fmt: skip
    begin = len(paper.paths)
    with tempfile.TemporaryFile("w+") as said, subprocess.Popen(command, stderr=said) as process:
        while process.poll() is None and (kill_after is None or len(paper.paths) < begin + kill_after):
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
        said.seek(0)
        text = said.read()
    return sum(f"{paper.base_url}{path}" in written for path in paper.paths[begin:]), text


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=22)
    options = parser.parse_args()
    chance, known, began = random.Random(options.seed), 0, time.monotonic()
    moments = [
        3,
        *(chance.randrange(20, 2 * options.articles // options.kills) for _ in range(options.kills - 1)),
    ]
    with tempfile.TemporaryDirectory() as name, YearsPaper(options.articles) as paper:
        for moment in (*moments, None):
            again, said = backfill(paper, Path(name), moment)
            known += again
        lines = lines_of(Path(name))
    ids = Counter(line["id"] for line in lines)
    asked = Counter(path for path in paper.paths if path.startswith("/news/"))
    wanted = {paper.published(number) for number in range(options.articles)}
    print(said.strip().split("\n")[-1])
    print(
        f"{len(wanted & {line['published_at'] for line in lines})} of {options.articles} articles, "
        f"{len(lines) - len(ids)} lines twice; asked for again: {known} that had a line, "
        f"{sum(asked.values()) - len(asked) - known} that had none when they were asked for first and were "
        f"on their way at a kill; {options.kills} kills, {time.monotonic() - began:.0f} s"
    )
    return int(bool(known or len(lines) != options.articles or len(ids) != options.articles))


if __name__ == "__main__":
    sys.exit(main())
