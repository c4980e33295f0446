"""Rounds of killing and starting again, and what must hold in the end."""

from __future__ import annotations

import json
import signal
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from newscrawler.ledger import open_ledger
from newscrawler.output.line import from_line
from tests.forks import BOUND, Fork

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from tests.kill.place import Place
    from tests.kill.site import Site


def start(site: Site, place: Place, *options: str, room: int | None = None) -> Fork:
    arguments = [site.base, str(place.output), *place.options, *options]
    return Fork("tests.kill.killed_crawl:main", arguments, room=room)


def crawl(site: Site, place: Place, *options: str, room: int | None = None) -> tuple[int | None, str]:
    """Run to the end; return exit code and what was printed."""
    process = start(site, place, *options, room=room)
    _, text = process.communicate(timeout=BOUND)
    return process.returncode, text


def wait_for_requests(site: Site, process: Fork, count: int) -> None:
    """Wait until the site has been asked so often."""
    until = time.monotonic() + BOUND
    while len(site.log) < count:
        assert process.poll() is None, process.communicate(timeout=1)
        assert time.monotonic() < until
        time.sleep(0.01)


def kill_after(site: Site, place: Place, seconds: float, *options: str) -> bool:
    """Start a crawl, ``kill -9`` it after that time; tell whether it was still running."""
    process = start(site, place, *options)
    time.sleep(seconds)
    running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=BOUND)
    return running


def lines(output: Path) -> list[dict[str, Any]]:
    """All lines of all day files, each of which must be whole and valid."""
    found = []
    for path in sorted(output.glob("press/*.jsonl")):
        data = path.read_bytes()
        assert data.endswith(b"\n"), f"{path} ends in the middle of a line"
        for line in data.splitlines(keepends=True):
            from_line(line)
            found.append(json.loads(line))
    return found


def check(site: Site, place: Place, revisions: dict[int, int] | None = None, revisit_after: str = "") -> None:
    """Every article of the site, each revision once, whole; the ledger equal to one made anew from the
    lines."""
    expected = Counter(
        (f"press:{number}", revision)
        for number in site.articles
        for revision in range(1, (revisions or {}).get(number, 1) + 1)
    )
    found = lines(place.output)
    assert Counter((line["id"], line["revision"]) for line in found) == expected
    latest = {line["id"]: line for line in sorted(found, key=lambda line: line["revision"])}
    for number, content in site.articles.items():
        if content is not None:
            line = latest[f"press:{number}"]
            assert (line["headline"], line["body"], line["modified_at"]) == content
    before = place.rows()
    open_ledger(place.settings(REVISIT_AFTER=revisit_after), "press", anew=True).close()
    assert place.rows() == before
    check_runs(place.output)


def check_runs(output: Path) -> None:
    """The numbers of each run add up, and no run is there twice."""
    records = [json.loads(line) for line in (output / "runs.jsonl").read_text().splitlines()]
    assert len({record["id"] for record in records}) == len(records)
    for line in (output / "runs.jsonl").read_text().splitlines():
        record = json.loads(line)
        outcomes = [
            record[name]
            for name in ("new", "revised", "unchanged", "not_due", "duplicate", "out_of_range", "withdrawn")
        ]
        outcomes += [
            sum(record[name].values()) for name in ("waiting", "rejected", "refused", "failed", "left")
        ]
        assert sum(outcomes) == record["listed"], record


def random_round(site: Site, place: Place, dice: random.Random, faults: tuple[str, ...]) -> int:
    """Kill crawls at random moments and at random faults, then let one finish; return how many were
    killed."""
    kills = 0
    for _ in range(dice.randint(1, 3)):
        small = ("-s", f"EXPORT_BATCH_LINES={dice.choice([1, 3, 8, 32])}")
        if dice.random() < 0.5:
            code, text = crawl(site, place, "--fault", f"{dice.choice(faults)}:{dice.randint(1, 6)}", *small)
            assert code in {0, -signal.SIGKILL}, text
            kills += code != 0
        else:
            kills += kill_after(site, place, dice.uniform(0.05, 1.2), *small)
    code, text = crawl(site, place)
    assert code == 0, text
    check(site, place)
    return kills
