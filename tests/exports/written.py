"""Lines as a crawl writes them, for the tests of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawler.items import Article, Dateline, Image, Sighting, TimeEvidence
from newscrawler.output.line import to_line

if TYPE_CHECKING:
    from pathlib import Path


def article(number: int, revision: int = 1, **more: Any) -> Article:
    values: dict[str, Any] = {
        "id": f"press:{number}",
        "revision": revision,
        "site": "press",
        "url": f"https://press.example/{number}",
        "requested_url": f"https://press.example/{number}",
        "headline": f"Headline {number}, “revision” {revision}",
        "body": f'First paragraph of {number}.\n\nSecond; with "quotes", and a comma.',
        "topics": ["ports", "rail; road"],
        "authors": ["Ann Example"],
        "published_at": "2026-05-04T19:27:00+03:00",
        "published_at_evidence": TimeEvidence("May 4, 19:27", "site", "minute", "stated"),
        "modified_at": "2026-05-05",
        "dateline": Dateline("ORAN, May 4. ", "Oran"),
        "images": [Image("https://press.example/a.jpg", "A port", None)],
        "similarity": 0.5,
        "content_hash": "0" * 32,
        "extracted_by": {"headline": "site"},
        "listed_on": [Sighting("https://press.example/", "section", "Ports", 1)],
        "fetched_at": "2026-05-04T17:00:00+00:00",
        "run_id": "r1",
    }
    return Article(**{**values, **more})


def write(output: Path, lines: list[Article | bytes], day: str = "2026-05-04", site: str = "press") -> Path:
    """Add lines to a day file; bytes as they are."""
    path = output / site / f"{day}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        for line in lines:
            file.write(to_line(line) if isinstance(line, Article) else line)
    return path
