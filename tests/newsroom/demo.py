"""The demo: the bundled newsroom on loopback, crawled by the real ``tass`` spider (``make demo``)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from newscrawler.text.counted import some
from tests.newsroom.compare import differences
from tests.newsroom.server import Newsroom

if TYPE_CHECKING:
    from tests.newsroom.server import Layout

ROOT = Path(__file__).parents[2]
OUTPUT = ROOT / "output" / "demo"
SHOWN = 8


def main() -> int:
    """Crawl both layouts; 0 if each brought exactly the articles that were served."""
    console = Console()
    shutil.rmtree(OUTPUT, ignore_errors=True)
    results = [show(console, layout) for layout in LAYOUTS]
    write_report(console)
    return 0 if all(results) else 1


LAYOUTS: dict[Layout, str] = {
    "today": "today's layout, with JSON listings, RSS, sitemap and AMP",
    "older": "the layout of 2014-2019, which prints no year",
}


def show(console: Console, layout: Layout) -> bool:
    """Crawl a newsroom and print what came; whether it is what was served."""
    folder = OUTPUT / layout
    with Newsroom(layout) as newsroom:
        console.print(f"\n[bold]{newsroom.base_url}[/bold]: {LAYOUTS[layout]}", highlight=False)
        code = crawl(newsroom, folder)
        lines = read_lines(folder)
        wrong = differences(lines, newsroom.articles)
    console.print(table(lines))
    for file in sorted((folder / "tass").glob("*.jsonl")):
        console.print(f"{some(len(lines), 'line')} in {file.relative_to(ROOT)}", highlight=False)
    for file in sorted((folder / "rejected").rglob("*.jsonl")):
        count = len(file.read_text("utf-8").splitlines())
        console.print(f"{some(count, 'page')} rejected, in {file.relative_to(ROOT)}", highlight=False)
    for reason in wrong[:5]:
        console.print(reason, style="red", markup=False)
    if not wrong:
        console.print(
            "Each whole article that was served is there once, and every field is as it was served."
        )
    if code:
        console.print(f"The crawl ended with exit code {code}: see {folder / 'crawl.log'}", style="red")
    return not wrong and code == 0


def crawl(newsroom: Newsroom, folder: Path) -> int:
    """Run the crawl as a user would; its log goes to a file beside the lines."""
    folder.mkdir(parents=True)
    settings = {
        "ALLOWED_PRIVATE_HOSTS": f"{newsroom.host}:{newsroom.port}",
        "OUTPUT_DIR": str(folder),
        "LOG_FILE": str(folder / "crawl.log"),
        "DOWNLOAD_DELAY": "0",
    }
    command = [sys.executable, "-m", "scrapy", "crawl", "tass", "-a", f"site_url={newsroom.base_url}"]
    for name, value in settings.items():
        command += ["-s", f"{name}={value}"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def write_report(console: Console) -> None:
    """Write the page that shows the crawl, and say where it is."""
    command = [sys.executable, "-m", "scrapy", "report", "-s", f"OUTPUT_DIR={OUTPUT / 'today'}"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    said = done.stdout.strip() or done.stderr.strip()
    console.print(f"\nThe same on one page, for a browser: {said}", highlight=False, soft_wrap=True)


def read_lines(folder: Path) -> list[dict[str, Any]]:
    """The lines of the crawl, newest article first."""
    texts = [file.read_text("utf-8") for file in (folder / "tass").glob("*.jsonl")]
    lines = [json.loads(line) for text in texts for line in text.split("\n") if line]
    return sorted(lines, key=lambda line: int(line["id"].rpartition(":")[2]), reverse=True)


def table(lines: list[dict[str, Any]]) -> Table:
    """Some of the lines, old and new."""
    out = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    out.add_column("published_at", no_wrap=True, min_width=25)
    out.add_column("place", no_wrap=True, min_width=13, max_width=13, overflow="ellipsis")
    out.add_column("headline", no_wrap=True, overflow="ellipsis")
    for line in lines[:: max(1, len(lines) // SHOWN)]:
        place = (line["dateline"] or {}).get("place")
        out.add_row(line["published_at"] or "null", place or "", line["headline"])
    return out


if __name__ == "__main__":
    sys.exit(main())
