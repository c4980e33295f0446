"""Pages that lie on the disk, read with all cores.

``python -m benchmarks.offline [--pages 2000] [--folder PAGES]``

``extract`` needs no engine, network or clock, so a pool of processes is all there is to it. Without
``--folder`` (of .html and .html.gz files) the pages are those of the invented paper.
"""

from __future__ import annotations

import argparse
import gzip
import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.paper import Paper
from newscrawler.extract import extract


def read(path: Path) -> tuple[bool, float]:
    """Whether a page is an article, and the CPU seconds that this took."""
    start = time.process_time()
    data = path.read_bytes()
    page = gzip.decompress(data) if path.suffix == ".gz" else data
    article = extract(page, f"https://example.com/news/{path.name.partition('.')[0]}")
    return bool(article), time.process_time() - start


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        if options.folder is None:
            paper = Paper(options.pages)
            for number in range(options.pages):
                (folder / f"{number}.html").write_text(paper.page(number), "utf-8")
        pages = sorted([*folder.glob("*.html"), *folder.glob("*.html.gz")])
        print("| processes | pages | articles | pages/s by the clock | pages per core-second |")
        print("| --- | --- | --- | --- | --- |")
        for processes in sorted({1, os.cpu_count() or 1}):
            start = time.monotonic()
            with ProcessPoolExecutor(processes) as pool:
                found = list(pool.map(read, pages, chunksize=32))
            clock, used = time.monotonic() - start, sum(seconds for _, seconds in found)
            good = sum(is_article for is_article, _ in found)
            print(
                f"| {processes} | {len(pages)} | {good} "
                f"| {len(pages) / clock:.0f} | {len(pages) / used:.0f} |"
            )


if __name__ == "__main__":
    main()
