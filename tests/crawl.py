"""Run the real ``scrapy crawl`` in a process of its own, and read what it leaves."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.forks import scrapy

ROOT = Path(__file__).parent.parent
QUICK = {"DOWNLOAD_DELAY": "0", "AUTOTHROTTLE_ENABLED": "False", "CONCURRENT_REQUESTS_PER_DOMAIN": "8"}
PRIVATE = "127.0.0.1"


@dataclass
class Crawl:
    """A finished crawl."""

    code: int
    stderr: str
    output: Path
    lines: list[dict[str, Any]] = field(default_factory=list)
    rejected: list[dict[str, Any]] = field(default_factory=list)
    runs: list[dict[str, Any]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [line["id"] for line in self.lines]

    def line(self, number: int) -> dict[str, Any]:
        (found,) = [line for line in self.lines if line["id"].endswith(f":{number}")]
        return found


def read_jsonl(paths: list[Path]) -> list[dict[str, Any]]:
    return [
        json.loads(line) for path in sorted(paths) for line in path.read_text("utf-8").split("\n") if line
    ]


def options(spider: str, output: Path, settings: dict[str, str] | None = None, **arguments: str) -> list[str]:
    """What follows after ``scrapy``."""
    values = {**QUICK, "OUTPUT_DIR": str(output), "ALLOWED_PRIVATE_HOSTS": PRIVATE, **(settings or {})}
    return [
        "crawl", spider,
        *(part for name, value in arguments.items() for part in ("-a", f"{name}={value}")),
        *(part for name, value in values.items() for part in ("-s", f"{name}={value}")),
    ]  # fmt: skip


def command(spider: str, output: Path, settings: dict[str, str] | None = None, **arguments: str) -> list[str]:
    """The whole command, for an interpreter of its own."""
    return [sys.executable, "-m", "scrapy", *options(spider, output, settings, **arguments)]


def crawl(spider: str, output: Path, settings: dict[str, str] | None = None, **arguments: str) -> Crawl:
    done = scrapy(*options(spider, output, settings, **arguments))
    assert "DeprecationWarning" not in done.stderr, done.stderr
    return Crawl(
        done.returncode,
        done.stderr,
        output,
        lines=read_jsonl(list(output.glob(f"{spider}/*.jsonl"))),
        rejected=read_jsonl(list(output.glob(f"rejected/{spider}/*.jsonl"))),
        runs=read_jsonl([path for path in [output / "runs.jsonl"] if path.exists()]),
    )
