"""A month of three sites, as runs, alarms and lines: one is well, one was redesigned, one does not answer."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from scrapy.settings import Settings

from newscrawler.ledger import open_ledger
from newscrawler.ledger.health_memory import AlarmRow
from newscrawler.ledger.supply_memory import HostWait, RememberedListing, SupplyBatch
from newscrawler.run.record import OUTCOMES
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 26, 18, 20, tzinfo=UTC)
HOURS = 6
"""Between two runs."""
SITES = {"herald": "good", "gazette": "redesigned", "tribune": "out of reach"}
HOSTILE = "<script>alert(1)</script>"


def settings_of(output: Path) -> Settings:
    return Settings({**DEFAULTS, "OUTPUT_DIR": str(output)})


def record(site: str, start: datetime, number: int) -> dict[str, Any]:
    kind = SITES[site]
    days = (NOW - start).days
    is_late = days < 2
    new = (9 if start.weekday() < 5 else 3) + number % 4
    if kind == "out of reach" and is_late:
        new = 0
    source = "page" if kind == "redesigned" and is_late else "site"
    code, verdict = 0, ""
    if is_late and kind == "redesigned":
        code, verdict = 3, "the site may have changed: headline: from site for 0% of the last 20 articles"
    if is_late and kind == "out of reach":
        code, verdict = 1, "no listing could be read (http-503 ×2): the site is out of reach"
    values: dict[str, Any] = dict.fromkeys(OUTCOMES, 0)
    values |= {
        "waiting": {},
        "rejected": {},
        "refused": {},
        "failed": {"timeout": 1} if new == 9 else {},
        "left": {},
    }
    values |= {"new": new, "revised": number % 3, "unchanged": 4, "not_due": 20}
    values["listed"] = new + number % 3 + 24 + sum(values["failed"].values())
    authors = 0 if is_late and kind == "redesigned" else new * 3 // 4
    return {
        **values,
        "site": site,
        "id": f"{start:%Y%m%dT%H%M%SZ}-{site}",
        "start": start.isoformat(timespec="seconds"),
        "end": (start + timedelta(minutes=4)).isoformat(timespec="seconds"),
        "exit_code": code,
        "verdict": verdict,
        "sources": {
            "headline": {source: new},
            "lead": {"site": new * 2 // 3, "none": new - new * 2 // 3},
            "body": {source: new},
            "authors": {"json-ld": authors, "none": new - authors},
            "published_at": {"json-ld": new},
        }
        if new
        else {},
        "latency": {"count": 40, "sum": round(40 * (0.3 + number % 7 / 20), 3)} if days < 20 else None,
        "sections": {"Politics": new // 2, "Sport": new // 4, "Culture & arts": new - new // 2 - new // 4},
    }


def line(site: str, number: int, revision: int = 1) -> dict[str, Any]:
    body = "The council met on Thursday. It will decide on the budget in spring, the mayor said."
    return {
        "id": f"{site}:{number}",
        "revision": revision,
        "url": f"https://{site}.example/news/{number}" if number != 3 else "javascript:alert(1)",
        "headline": f"A tag {HOSTILE} in it" if number == 2 else f"Council decides on budget {number}",
        "lead": None,
        "body": body if revision == 1 else body.replace("in spring", "in December"),
        "authors": ["Jane Roe"],
        "section": "Politics",
        "topics": ["Budget", "Council"],
        "published_at": "2026-11-26T17:02:00+02:00",
        "published_at_evidence": {
            "raw": "2026-11-26T17:02:00+02:00", "source": "json-ld", "precision": "second",
            "offset": "stated", "conflicts": [],
        },
        "access": {"state": "free", "signal": None},
        "extracted_by": {"headline": "site", "authors": "json-ld", "published_at": "json-ld"},
        "changed": ["body"] if revision > 1 else [],
        "silent_edit": revision > 1,
        "duplicate_of": "herald:1" if number == 4 else None,
        "similarity": 0.93 if number == 4 else None,
    }  # fmt: skip


def make_month(output: Path) -> Settings:
    """Fill an output folder; return the settings that name it."""
    settings = settings_of(output)
    for site in SITES:
        ledger = open_ledger(settings, site)
        start = NOW - timedelta(days=29, hours=5)
        for number in range(29 * 24 // HOURS + 1):
            ledger.save_run(record(site, start + number * timedelta(hours=HOURS), number), ended=True)
        ledger.health.write_alarms(_alarms(site))
        with ledger.database.transaction() as connection:
            ledger.supply.write(connection, SupplyBatch(listings=_listings(site), hosts=_hosts(site)))
        folder = output / site
        folder.mkdir(exist_ok=True)
        lines = [*(line(site, number) for number in range(1, 6)), line(site, 1, 2)]
        ledger.close()
        text = "".join(json.dumps(values) + "\n" for values in lines)
        (folder / f"{NOW:%Y-%m-%d}.jsonl").write_text(text + '{"torn', "utf-8")
    return settings


def _alarms(site: str) -> list[AlarmRow]:
    since = NOW - timedelta(days=1, hours=20)
    old = NOW - timedelta(days=15)
    said = "lead: missing in 80% of the last 40 articles, usually 33%"
    blank = AlarmRow(site, "a", "lead", old, said, 1e-5, [], old, "run")
    if site == "gazette":
        samples = [f"https://gazette.example/news/{number}" for number in (101, 102, 103)]
        said = "headline: from site for 0% of the last 20 articles, usually 99%"
        body = "body: from site for 0% of the last 20 articles, usually 100%"
        return [
            AlarmRow(site, "a", "headline", since, said, 1e-7, samples, since, "run"),
            AlarmRow(site, "a", "body", since, body, 3e-6, samples, since, "run"),
        ]
    blank.over = old + timedelta(days=2)
    return [blank] if site == "herald" else []


def _hosts(site: str) -> dict[str, HostWait]:
    if site != "tribune":
        return {}
    asked = NOW - timedelta(hours=2, minutes=20)
    rows = [
        HostWait("tribune.example", NOW + timedelta(hours=4), "retry_after", asked, site),
        HostWait("long-ago.example", NOW - timedelta(hours=4), "refused", asked, site),
        HostWait("earlier.example", NOW + timedelta(days=2), "refused"),
    ]
    return {row.host: row for row in rows}


def _listings(site: str) -> dict[bytes, RememberedListing]:
    if site != "tribune":
        return {}
    since = NOW - timedelta(days=2)
    row = RememberedListing(
        b"k" * 16, site, "https://tribune.example/rss.xml", "feed", False, 120, since, since, 2000, 8, since,
        "http-503", None, None, NOW,
    )  # fmt: skip
    return {row.key: row}
