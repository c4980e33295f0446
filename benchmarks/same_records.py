"""Show that a change of the code changes no record.

::

    python -m benchmarks.same_records write before.jsonl     # on the code before
    python -m benchmarks.same_records write after.jsonl      # on the code after
    python -m benchmarks.same_records compare before.jsonl after.jsonl

``write`` reads every page of ``--pages`` (folders with ``cases.jsonl``) by ``extract``, and crawls the site
of ``--kit`` and the bundled newsroom by the spider ``tass``. What differs from run to run (moments, run,
port) is left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import asdict
from multiprocessing import Pool
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.kit import KitSite
from newscrawler.extract import extract
from newscrawler.items import Article
from tests.newsroom.server import Newsroom

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path("../shared")
ARTICLES = 200
PASSING = ("fetched_at", "run_id", "schema_version")


def record_of(case: tuple[Path, dict[str, Any]]) -> str:
    """Return one page's record as a line of JSON, or the reason why there is none."""
    folder, page = case
    data = gzip.decompress((folder / "pages" / page["page"]).read_bytes())
    html = data.decode("utf-8", "surrogatepass") if page.get("decoded") else data
    found = extract(html, page["url"])
    values = asdict(found) if isinstance(found, Article) else {"refused": found.kind}
    return json.dumps({"page": page["page"], **values}, ensure_ascii=False, sort_keys=True)


def page_records(folders: list[Path]) -> Iterator[str]:
    """Yield the records of saved pages."""
    cases = [
        (folder, json.loads(line))
        for folder in folders
        for line in (folder / "cases.jsonl").read_text("utf-8").splitlines()
    ]
    with Pool() as pool:
        yield from pool.imap(record_of, cases, chunksize=8)


def crawl_records(url: str) -> Iterator[str]:
    """Yield the lines of a crawl by the spider ``tass``, in the order of their ids."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                sys.executable, "-m", "scrapy", "crawl", "tass", "-a", f"site_url={url}",
                "-s", f"OUTPUT_DIR={folder}",
                "-s", "ALLOWED_PRIVATE_HOSTS=127.0.0.1", "-s", "DOWNLOAD_DELAY=0",
                "-s", "CONCURRENT_REQUESTS=1",
                "-s", "LOG_LEVEL=ERROR", "-s", "PROGRESS_LINE=False",
            ],
            env={**os.environ, "PYTHONHASHSEED": "0"}, capture_output=True, check=False,
        )  # fmt: skip
        lines = [
            json.loads(line)
            for path in sorted(Path(folder, "tass").glob("*.jsonl"))
            for line in path.read_bytes().splitlines()
        ]
    for line in sorted(lines, key=lambda line: (line["id"], line["revision"])):
        kept = {name: value for name, value in line.items() if name not in PASSING}
        # listings race each other: which of them came first is no matter of the record
        kept["listed_on"] = sorted(kept["listed_on"], key=lambda shown: json.dumps(shown, sort_keys=True))
        yield re.sub(r"127\.0\.0\.1:\d+", "HOST", json.dumps(kept, ensure_ascii=False, sort_keys=True))


def write(target: Path, pages: list[Path], kit: Path) -> None:
    """Write every record to a file."""
    with ExitStack() as stack, target.open("w", encoding="utf-8") as file:
        site = KitSite(kit, ARTICLES, stack)
        site.serve()
        rooms = [stack.enter_context(Newsroom(layout)) for layout in ("today", "older")]
        for records in (
            page_records(pages),
            *(crawl_records(url) for url in (site.url, *(room.base_url for room in rooms))),
        ):
            lines = list(records)
            print(f"{len(lines)} records")
            file.writelines(f"{line}\n" for line in lines)


def compare(before: Path, after: Path) -> int:
    """Print which fields differ in how many records; return the number of records that do."""
    fields: Counter[str] = Counter()
    records = 0
    first, second = (path.read_text("utf-8").splitlines() for path in (before, after))
    if len(first) != len(second):
        print(f"{len(first)} records before, {len(second)} after")
        records = abs(len(first) - len(second))
    for one, other in zip(first, second, strict=False):
        if one != other:
            records += 1
            a, b = json.loads(one), json.loads(other)
            names = [name for name in sorted({*a, *b}) if a.get(name) != b.get(name)]
            fields.update(names)
            print(a.get("page") or a.get("id"), ", ".join(names))
    print(f"{records} of {len(second)} records differ", dict(fields))
    return records


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=("write", "compare"))
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--pages", nargs="+", type=Path, default=[SHARED / "real", SHARED / "fresh"])
    parser.add_argument("--kit", type=Path, default=SHARED / "bench")
    options = parser.parse_args()
    if options.verb == "compare":
        return min(compare(*options.files), 1)
    write(options.files[0], options.pages, options.kit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
