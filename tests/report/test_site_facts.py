"""What follows from a site's runs: state, rate, the usual day, when the next run is due."""

from __future__ import annotations

from datetime import date, timedelta

from newscrawler.report.site_facts import RunFacts, SiteFacts
from tests.report.month import HOURS, NOW, record


def site(name: str = "herald", runs: int = 60, first: int = 0) -> SiteFacts:
    starts = [(n, NOW - timedelta(hours=HOURS * n + 1)) for n in range(first, runs)]
    return SiteFacts(name, NOW, [RunFacts(record(name, start, 4)) for n, start in starts])


def test_a_site_that_is_well() -> None:
    facts = site()
    assert facts.state == "good"
    assert facts.new_lately == 36
    assert facts.usual_day == 36
    assert facts.next_due == NOW - timedelta(hours=1) + timedelta(hours=HOURS)
    assert facts.last_new == NOW - timedelta(hours=1)
    assert facts.as_json()["next_due"] == "2026-11-26T23:20:00+00:00"


def test_sections_and_fields_by_day() -> None:
    facts = site()
    day = date(2026, 11, 19)
    assert facts.new_by_day()[day] == 36
    assert {name: days[day] for name, days in facts.sections_by_day().items()} == {
        "Politics": 16, "Culture & arts": 12, "Sport": 8,
    }  # fmt: skip
    assert facts.coverage_by_day()["authors"][day] == 24 / 36


def test_failed_killed_and_new_sites() -> None:
    assert site("tribune").state == "failed"
    assert site("tribune").as_json()["verdict"].startswith("no listing could be read")
    assert SiteFacts("new", NOW).state == "never run"
    assert SiteFacts("new", NOW).as_json()["last_run"] is None
    running = RunFacts({**record("herald", NOW, 1), "exit_code": None})
    assert running.state == "running or killed"
    assert SiteFacts("new", NOW, [running]).usual_day is None
    assert SiteFacts("new", NOW, [running]).next_due is None


def test_time_per_page_is_weighed_by_answers_and_unknown_without() -> None:
    start = NOW - timedelta(hours=1)
    runs = [
        RunFacts({**record("herald", start, 1), "latency": latency})
        for latency in ({"count": 3, "sum": 0.6}, {"count": 1, "sum": 1.0}, {"count": 0, "sum": 0.0}, None)
    ]
    assert SiteFacts("herald", NOW, runs).latency_by_day() == {start.date(): 0.4}
    assert SiteFacts("herald", NOW, runs[2:]).latency_by_day() == {}
