"""What a run remembers of URLs and hosts: each rule by itself, at its bound."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.items import ListedArticle, Sighting
from newscrawler.ledger.rows import url_hash
from newscrawler.ledger.supply_memory import HostWait, NoLine
from newscrawler.publication.selection import Selection
from newscrawler.run.supply import Supply
from tests.run.remembering_press import HOME, Asking, Press, new_run, run, supply

__all__ = ["run", "supply"]

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.run.account import Outcome
    from newscrawler.run.run import Run

URL = "https://press.example/a"
DAY = timedelta(days=1)


def listed(**changes: Any) -> ListedArticle:
    sightings = [Sighting(HOME, "index", None, 1, "The quay opens")]
    return replace(ListedArticle(URL, URL, sightings), **changes)


def kept(run: Run) -> NoLine | None:
    return run.batch.supply.no_lines[url_hash(URL)]


# --- URLs


@pytest.mark.parametrize("outcome", ["failed", "rejected", "refused", "out_of_range"])
def test_a_url_that_gave_no_line_is_remembered(run: Run, supply: Supply, outcome: Outcome) -> None:
    supply.settled(listed(published_at="2026-05-04"), None, outcome, "timeout")
    row = kept(run)
    assert row is not None
    assert (row.outcome, row.reason, row.tries, row.site) == (outcome, "timeout", 1, run.site)
    assert row.published_at == ("2026-05-04" if outcome == "out_of_range" else None)
    supply.settled(listed(), row, outcome, "timeout")
    again = kept(run)
    assert again is not None
    assert again.tries == 2
    other: Outcome = "failed" if outcome == "rejected" else "rejected"
    supply.settled(listed(), again, other, "timeout")
    changed = kept(run)
    assert changed is not None
    assert changed.tries == 1, "another outcome is a new beginning"


@pytest.mark.parametrize(
    "reason",
    ["robots", "scheme", "address", "robots_unreachable", "host_tls", "section", "url_date", "lastmod"],
)
def test_what_cost_no_request_is_not_remembered(run: Run, supply: Supply, reason: str) -> None:
    supply.settled(listed(), None, "refused", reason)
    assert not run.batch.supply.no_lines


@pytest.mark.parametrize("outcome", ["not_due", "waiting", "left", "withdrawn"])
def test_what_was_not_looked_at_is_not_remembered(run: Run, supply: Supply, outcome: Outcome) -> None:
    supply.settled(listed(), None, outcome, "depth")
    supply.settled(
        listed(), NoLine(b"", "", "failed", "", 1, run.start, None, None, b"", run.start), outcome, "x"
    )
    assert not run.batch.supply.no_lines


@pytest.mark.parametrize("outcome", ["new", "revised", "unchanged", "duplicate"])
def test_a_url_that_has_a_line_now_is_forgotten(run: Run, supply: Supply, outcome: Outcome) -> None:
    supply.settled(listed(), None, outcome, "")
    assert not run.batch.supply.no_lines, "there was nothing to forget"
    supply.settled(listed(), None, "failed", "timeout")
    supply.settled(listed(), kept(run), outcome, "")
    assert kept(run) is None


@pytest.mark.parametrize("outcome", ["new", "revised", "unchanged", "duplicate"])
def test_where_an_article_has_moved_is_remembered(run: Run, supply: Supply, outcome: Outcome) -> None:
    supply.looked_at(listed(moved_to=f"{HOME}b"), outcome, "")
    row = kept(run)
    assert row is not None
    assert (row.outcome, row.moved_to) == ("moved", f"{HOME}b")
    assert row.not_before <= datetime.now(UTC), "it is asked for at once"


@pytest.mark.parametrize("outcome", ["failed", "withdrawn"])
def test_a_place_where_an_article_is_not_is_forgotten(run: Run, supply: Supply, outcome: Outcome) -> None:
    supply.looked_at(listed(), outcome, "gone")
    assert not run.batch.supply.no_lines
    supply.looked_at(listed(moved_to=f"{HOME}b"), outcome, "gone")
    assert kept(run) is None


def test_a_failed_url_is_asked_for_where_it_stands(run: Run, supply: Supply) -> None:
    supply.settled(listed(moved_to=f"{HOME}b"), None, "failed", "timeout")
    failed = kept(run)
    supply.settled(listed(moved_to=f"{HOME}b"), None, "rejected", "no_body")
    rejected = kept(run)
    assert failed is not None
    assert rejected is not None
    assert (failed.moved_to, rejected.moved_to) == (None, f"{HOME}b")


def test_a_run_may_remember_nothing(tmp_path: Path) -> None:
    run = new_run(tmp_path, BACK_OFF=False)
    supply = Supply(run)
    supply.settled(listed(), None, "failed", "timeout")
    supply.looked_at(listed(moved_to=f"{HOME}b"), "failed", "gone")
    supply.host_asks("press.example", "refused")
    assert not run.batch.supply.no_lines
    assert not run.batch.supply.hosts
    assert supply.remembered([listed()]) == {}
    run.close_ledger()


def test_what_is_remembered_is_found_by_its_url(run: Run, supply: Supply) -> None:
    supply.settled(listed(), None, "failed", "timeout")
    run.ledger.write(run.batch)
    found = supply.remembered([listed(), listed(url=f"{HOME}other")])
    assert {url: row.reason for url, row in found.items()} == {URL: "timeout"}


@pytest.mark.parametrize(("hours", "verdict"), [(1, ("waiting", "gone")), (-1, None)])
def test_a_url_waits_for_its_time(run: Run, supply: Supply, hours: int, verdict: object) -> None:
    supply.settled(listed(), None, "failed", "gone")
    row = kept(run)
    assert row is not None
    assert supply.verdict_on(listed(), replace(row, not_before=run.start + timedelta(hours=hours))) == verdict


def test_a_listing_that_says_something_else_of_a_url_has_it_asked_for(run: Run, supply: Supply) -> None:
    supply.settled(listed(), None, "failed", "gone")
    row = kept(run)
    assert row is not None
    corrected = listed(sightings=[Sighting(HOME, "index", None, 7, "The quay opens at last")])
    elsewhere = listed(sightings=[Sighting(f"{HOME}world", "section", None, 1, "The quay opens at last")])
    assert supply.verdict_on(corrected, row) is None
    assert supply.verdict_on(elsewhere, row) == ("waiting", "gone"), "another listing words it otherwise"
    assert supply.verdict_on(listed(sightings=[]), row) == ("waiting", "gone")


def test_a_site_whose_file_was_mended_has_rejected_pages_asked_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, file = ModuleType("press_site"), tmp_path / "press_site.py"
    module.__file__ = str(file)
    monkeypatch.setitem(sys.modules, "press_site", module)
    monkeypatch.setattr(Press, "__module__", "press_site")
    file.write_text("body = '.text'")
    supply = Supply(run)
    supply.settled(listed(), None, "rejected", "no_body")
    row = kept(run)
    assert row is not None
    assert Supply(run).verdict_on(listed(), row) == ("waiting", "no_body")
    file.write_text("body = '.story'")
    assert Supply(run).verdict_on(listed(), row) is None


def test_what_was_out_of_range_is_judged_by_its_own_time(run: Asking, supply: Supply) -> None:
    supply.settled(listed(published_at="2026-05-04T10:00:00+00:00"), None, "out_of_range", "published_at")
    row = kept(run)
    assert row is not None
    run.asked = Selection(since=datetime(2026, 5, 5, tzinfo=UTC))
    assert supply.verdict_on(listed(), row) == ("out_of_range", "remembered")
    run.asked = Selection(since=datetime(2026, 5, 3, tzinfo=UTC))
    assert supply.verdict_on(listed(), row) is None
    unknown = replace(row, published_at=None)
    assert supply.verdict_on(listed(), unknown) == ("out_of_range", "published_at")
    assert supply.verdict_on(listed(), replace(unknown, not_before=run.start)) is None


# --- Hosts


def test_a_host_is_left_alone_while_its_pause_lasts(run: Run) -> None:
    now = datetime.now(UTC)
    for host, pause in (("long", DAY), ("over", -DAY)):
        run.batch.supply.hosts[host] = HostWait(host, now + pause, "retry_after")
    run.ledger.write(run.batch)
    supply = Supply(run)
    found = supply.waits("long")
    assert found is not None
    assert found.reason == "retry_after"
    assert supply.waits("over") is None
    assert supply.waits("other") is None


def test_a_host_that_refuses_is_left_alone_for_an_hour(run: Run, supply: Supply) -> None:
    before = datetime.now(UTC)
    supply.host_asks("press.example", "refused")
    asked = run.batch.supply.hosts["press.example"]
    pause = asked.not_before - before
    assert asked.site == run.site
    assert asked.since is not None
    assert asked.not_before - asked.since == timedelta(hours=1)
    assert timedelta(hours=1) <= pause < timedelta(hours=2)
