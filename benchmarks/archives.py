"""What ``scrapy extract`` makes of a web archive: pages a second and a core-second, memory, damaged records.

``python -m benchmarks.archives [--records 5000] [--pages FOLDER]``; with a folder, its HTML files are
the pages of the records, as those of a site in TASS's markup.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tests.archives.warc_kit import record
from tests.commands.test_extract_command import damaged_archive


def archive_of(pages: Path, records: int) -> tuple[bytes, int]:
    """Records of the pages of a folder, each under a URL of its own; how many there are."""
    bodies = [path.read_bytes() for path in sorted(pages.rglob("*.html"))]
    return b"".join(record(n, bodies[n % len(bodies)], host="tass.com") for n in range(records)), records


def adopt_orphans() -> None:
    """Make this process the parent of processes whose parent ends, so that their time is counted here."""
    set_child_subreaper = 36
    if ctypes.CDLL(None, use_errno=True).prctl(set_child_subreaper, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def wait_for_orphans() -> None:
    """Wait until the readers have ended: a process counts in its parent's children when it is waited for."""
    with suppress(ChildProcessError):
        while True:
            os.wait()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=5000)
    parser.add_argument("--pages", type=Path)
    options = parser.parse_args()
    if options.pages:
        data, count = archive_of(options.pages, options.records)
        damaged = 0
    else:
        data, headlines, faults = damaged_archive(options.records)
        count, damaged = len(headlines), faults.total()
    adopt_orphans()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.warc.gz"
        path.write_bytes(data)
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "scrapy", "extract", str(path), "-s", f"OUTPUT_DIR={folder}/out"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        seconds = time.monotonic() - began
        lines = sum(
            len(file.read_bytes().splitlines())
            for file in Path(folder, "out").glob("*/*.jsonl")
            if file.parent.name != "rejected"
        )
    wait_for_orphans()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(done.stderr)
    print(
        json.dumps(
            {
                "exit_code": done.returncode,
                "megabytes": round(len(data) / 1e6, 1),
                "pages": count,
                "damaged": damaged,
                "lines": lines,
                "pages_a_second": round(count / seconds),
                "pages_a_core_second": round(count / (used.ru_utime + used.ru_stime)),
                "peak_mb_of_a_process": round(used.ru_maxrss / 1024),
            }
        )
    )


if __name__ == "__main__":
    main()
