"""Run after run: what is known costs a 304, what was edited is a revision, what is new is a line, nothing
else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.kill import rounds
from tests.kill.site import Site, article

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kill.place import Place

pytestmark = pytest.mark.slow

ALWAYS = "9999d:0m"
LOOK_AGAIN = ("-s", f"REVISIT_AFTER={ALWAYS}")
"""Every article is always due."""


def stories(site: Site) -> list[str]:
    return [path for path in site.paths() if path.startswith("/story/")]


def records(output: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (output / "runs.jsonl").read_text().splitlines()]


def test_nothing_has_changed(place: Place) -> None:
    with Site.of(24) as site:
        assert rounds.crawl(site, place)[0] == 0
        site.log.clear()
        assert rounds.crawl(site, place, "-s", "VERIFY_NOT_MODIFIED=0")[0] == 0
        assert site.log == [("/list/1", 304), ("/list/2", 304), ("/list/3", 304)]
        assert len(rounds.lines(place.output)) == 24
        record = records(place.output)[-1]
        assert (record["listed"], record["not_due"], record["listings_not_modified"]) == (24, 24, 3)
        assert record["files"] == []


def test_a_killed_run_is_not_hidden_by_a_304(sqlite_place: Place) -> None:
    with Site.of(24) as site:
        rounds.crawl(site, sqlite_place, "--fault", "after_commit:9", "-s", "EXPORT_BATCH_LINES=3")
        assert 0 < len(rounds.lines(sqlite_place.output)) < 24
        site.log.clear()
        assert rounds.crawl(site, sqlite_place, "-s", "VERIFY_NOT_MODIFIED=0")[0] == 0
        assert ("/list/1", 304) in site.log
        rounds.check(site, sqlite_place)
        assert records(sqlite_place.output)[0]["finish_reason"] == "killed"


def test_edits_are_revisions_when_it_is_time_to_look(sqlite_place: Place) -> None:
    with Site.of(12) as site:
        assert rounds.crawl(site, sqlite_place)[0] == 0
        site.edit(3, "A correction.", "2026-11-20T11:00:00+03:00")
        site.edit(5, "A silent one.")
        site.log.clear()
        assert rounds.crawl(site, sqlite_place)[0] == 0
        assert stories(site) == []  # REVISIT_AFTER is empty: never
        # that ledger has no time for a second look; one made anew with the schedule has
        sqlite_place.lose_ledger()
        assert rounds.crawl(site, sqlite_place, *LOOK_AGAIN)[0] == 0
        assert len(stories(site)) == 12
        rounds.check(site, sqlite_place, {3: 2, 5: 2})
        revised = [line for line in rounds.lines(sqlite_place.output) if line["revision"] == 2]
        assert {line["id"]: (line["changed"], line["silent_edit"]) for line in revised} == {
            "press:3": (["body"], False),
            "press:5": (["body"], True),
        }


def test_ten_runs_with_edits_additions_and_withdrawals(place: Place) -> None:
    revisions: dict[int, int] = {}
    with Site.of(10) as site:
        for number in range(1, 11):
            code, text = rounds.crawl(site, place, *LOOK_AGAIN, "-s", "EXPORT_WITHDRAWN=1")
            assert code == 0, text
            site.articles[10 + number] = article(10 + number)
            if number < 10:
                site.edit(number, f"Edit of run {number}.")
                revisions[number] = revisions.get(number, 1) + 1
                site.edit(10, f"Edit of run {number}.")
                revisions[10] = revisions.get(10, 1) + 1
                if number in {4, 5}:
                    site.articles[10 + number] = None
        del site.articles[20]  # came after the last run
        found = rounds.lines(place.output)
        for gone in (14, 15):  # listed, never there
            assert not [line for line in found if line["id"] == f"press:{gone}"]
            del site.articles[gone]
        rounds.check(site, place, revisions, revisit_after=ALWAYS)
        site.articles[2], site.articles[10] = None, None
        assert rounds.crawl(site, place, *LOOK_AGAIN, "-s", "EXPORT_WITHDRAWN=1")[0] == 0
        last = {line["id"]: line for line in rounds.lines(place.output)}
        assert {key for key, line in last.items() if line["withdrawn"]} == {"press:2", "press:10"}
        assert last["press:10"]["revision"] == revisions[10] + 1
        assert "Edit of run 9." in last["press:10"]["body"]
        assert records(place.output)[-1]["withdrawn"] == 2


def test_a_server_that_lies_about_its_listings_is_found_out(sqlite_place: Place) -> None:
    with Site.of(9) as site:
        site.lying = True
        assert rounds.crawl(site, sqlite_place)[0] == 0
        site.articles[99] = article(99)
        for _ in range(4):
            assert rounds.crawl(site, sqlite_place, "-s", "VERIFY_NOT_MODIFIED=3")[0] == 0
        rounds.check(site, sqlite_place)
        site.log.clear()
        assert rounds.crawl(site, sqlite_place, "-s", "VERIFY_NOT_MODIFIED=3")[0] == 0
        assert site.log == [("/list/1", 200)]
