"""Peak memory of a crawl by its size: ``python -m benchmarks.memory [--sizes 1000 5000 20000]``."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.crawl import cpu_of, crawl_command
from benchmarks.paper import served


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 1000, 5000, 20_000])
    options = parser.parse_args(arguments)
    print("| articles | peak MB | CPU s |")
    print("| --- | --- | --- |")
    for articles in options.sizes:
        with served(articles) as (url,), tempfile.TemporaryDirectory() as folder:
            used, peak = cpu_of(crawl_command(url, Path(folder), LISTING_MAX_ITEMS="0"))
        print(f"| {articles} | {peak:.0f} | {used:.1f} |", flush=True)


if __name__ == "__main__":
    main()
