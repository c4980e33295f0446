"""Pages made to take memory, and the peak of a crawl that meets them: ``python -m tests.hostile.large
[megabytes …]``."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.crawl import Crawl, command, read_jsonl
from tests.forks import BOUND
from tests.hostile.hostile_server import SITE, HostileNewsroom, article, http

if TYPE_CHECKING:
    from collections.abc import Callable

_MEASURED = """
import atexit, sys
from tests.memory import peak_mb
from scrapy.cmdline import execute
atexit.register(lambda: print("peak", peak_mb()))
sys.argv[0] = "scrapy"
execute()
"""


def _filled(before: str, part: str, after: str, size: int) -> bytes:
    text = article(1).decode().partition("<body>")
    room = size - len(text[0]) - len(before) - len(after)
    return (text[0] + before + part * (room // len(part)) + after + "</body></html>").encode()


_MANY = " ".join(f"a{n}=b" for n in range(150))
STORY = "<h1>Large</h1><article><p>" + "The council met and decided nothing. " * 9 + "</p>"

PAGES: dict[str, Callable[[int], bytes]] = {
    "elements": lambda size: _filled(f"<body>{STORY}", "<p>", "", size),
    "nested": lambda size: _filled(f"<body>{STORY}", "<div>", "", size),
    "nested-bold": lambda size: _filled(f"<body>{STORY}", "<b><p>", "", size),
    "wide": lambda size: _filled(f"<body>{STORY}", "<i>x</i>", "", size),
    "attribute": lambda size: _filled(f'<body>{STORY}<p title="', "x ", '">', size),
    "attributes": lambda size: _filled(f"<body>{STORY}<p ", " ".join(f"a{n}=b" for n in range(size // 10)), ">", size),
    "attributed": lambda size: _filled(f"<body>{STORY}", f"<p {_MANY}>", "", size),
    "elements-bounded": lambda size: _filled(f"<body>{STORY}", "<p " + "x" * (size // 249_000) + ">", "", size),
    "list-bounded": lambda size: _filled(f"<body>{STORY}", "<a href=/news/2026/05/04/abc>" + "x" * (size // 125_000 - 20) + "</a>", "", size),
    "classes": lambda size: _filled(f'<body>{STORY}<p class="', "a b ", '">', size),
    "headline": lambda size: _filled("<body><h1>", "Harbour opens ", f"</h1>{STORY}", size),
    "title": lambda size: _filled("<title>", "Harbour opens ", f"</title><body>{STORY}", size),
    "text": lambda size: _filled(f"<body>{STORY}<p>", "The council met. ", "</p>", size),
    "paragraphs": lambda size: _filled(f"<body>{STORY}", "<p>The council met and decided nothing at all.</p>", "", size),
    "cyrillic": lambda size: _filled(f"<body>{STORY}<p>", "Совет 🙂 ", "</p>", size // 2),
    "entities": lambda size: _filled(f"<body>{STORY}<p>", "&amp;", "</p>", size),
    "comments": lambda size: _filled(f"<body>{STORY}", "<!---->", "", size),
    "links": lambda size: _filled(f"<body>{STORY}", '<a href="/a/1">x</a>', "", size),
    "metas": lambda size: _filled("", '<meta name="a" content="b">', f"<body>{STORY}", size),
    "json-ld": lambda size: _filled('<script type="application/ld+json">', "[{},", f"</script><body>{STORY}", size),
    "json-ld-list": lambda size: _filled(
        '<script type="application/ld+json">[', "{},", f"{{}}]</script><body>{STORY}", size
    ),
    "json-ld-deep": lambda size: _filled('<script type="application/ld+json">', "[", f"</script><body>{STORY}", size),
    "scripts": lambda size: _filled("<body>", "<script>a</script>", STORY, size),
    "nuls": lambda size: _filled(f"<body>{STORY}", "\0<p>", "", size),
    "tables": lambda size: _filled(f"<body>{STORY}", "<table><tr><td>", "", size),
}  # fmt: skip
"""What a page is full of -> the page of so many bytes."""


def crawl(
    pages: dict[str, bytes], output: Path, settings: dict[str, str] | None = None
) -> tuple[Crawl, float]:
    """Crawl these pages, all at once; with the megabytes that the process took at most.

    Those with a number behind a slash are further pages of articles, and stand in no listing.
    """
    with HostileNewsroom() as room:
        links = "".join(f'<a class="article" href="/{name}">{name}</a>' for name in pages if "/" not in name)
        zipped = {
            f"/{name}": http(200, gzip.compress(body, 1), "Content-Encoding: gzip")
            for name, body in pages.items()
        }
        room.routes = {"/": http(200, links.encode()), **zipped}
        options = {
            "SPIDER_MODULES": "tests.hostile.gazette",
            "ALLOWED_PRIVATE_HOSTS": f"{SITE}:{room.port}",
            "CHALLENGES_MAX": "0",
            **(settings or {}),
        }
        line = command("gazette", output, options, site_url=room.site)
        done = subprocess.run(
            [sys.executable, "-c", _MEASURED, *line[3:]],
            capture_output=True,
            text=True,
            timeout=BOUND,
            check=False,
        )
    found = Crawl(
        done.returncode,
        done.stderr,
        output,
        lines=read_jsonl(list(output.glob("gazette/*.jsonl"))),
        rejected=read_jsonl(list(output.glob("rejected/gazette/*.jsonl"))),
        runs=read_jsonl([output / "runs.jsonl"]),
    )
    return found, float(done.stdout.rpartition("peak ")[2])


def main(sizes: list[float]) -> None:
    print("| five pages of | MB each | peak MB | s | outcome |")
    print("| --- | --- | --- | --- | --- |")
    for name, make in PAGES.items():
        for size in sizes:
            pages = {f"{name}-{n}": make(int(size * 2**20)) for n in range(5)}
            with tempfile.TemporaryDirectory() as folder:
                found, peak = crawl(pages, Path(folder))
            (run,) = found.runs
            outcome = {key: run[key] for key in ("new", "rejected", "failed", "refused") if run[key]}
            seconds = _seconds(run)
            print(f"| {name} | {size:g} | {peak:.0f} | {seconds:.0f} | {outcome} |", flush=True)


def _seconds(run: dict[str, str]) -> float:
    return (datetime.fromisoformat(run["end"]) - datetime.fromisoformat(run["start"])).total_seconds()


if __name__ == "__main__":
    main([float(size) for size in sys.argv[1:]] or [10, 3.95])
