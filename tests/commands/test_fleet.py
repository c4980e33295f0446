"""``scrapy fleet``: what an operator types, and the one line that says what is wrong."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import pytest

from newscrawler.commands.checked_crawl import check_crawl
from newscrawler.commands.fleet import VERBS
from newscrawler.fleet import call, look_verbs, overview, schedule_verbs, screens, verbs
from tests.fleet.trial import Trial, until
from tests.forks import SCRAPY, Fork, scrapy
from tests.postgres import postgres_database, postgres_server, postgres_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from subprocess import CompletedProcess

__all__ = ["postgres_database", "postgres_server", "postgres_url"]

pytestmark = pytest.mark.fleet

ROOM = (check_crawl, call, look_verbs, overview, schedule_verbs, screens)


@pytest.fixture
def trial(postgres_database: str, tmp_path: Path) -> Iterator[Trial]:
    trial = Trial(postgres_database, tmp_path)
    yield trial
    trial.close()


def fleet(trial: Trial, *arguments: str) -> CompletedProcess[str]:
    return scrapy("fleet", *arguments, "-s", f"LEDGER_URL={trial.url}", "-s", f"OUTPUT_DIR={trial.folder}")


def test_every_verb_is_explained() -> None:
    assert set(verbs.BY_NAME) == set(VERBS)


def test_sites_are_added_and_shown(trial: Trial) -> None:
    assert "1 site added" in fleet(trial, "add", "tass", "--every", "15m", "-a", "max_pages=3").stdout
    assert "0 sites added; there before: 1" in fleet(trial, "add", "tass", "--every", "30m").stdout
    shown = fleet(trial, "list").stdout
    assert "1 site: 1 due" in shown
    found = json.loads(fleet(trial, "list", "--json").stdout)
    (site,) = found["sites"]
    assert (site["site"], site["every"], site["state"], site["arguments"]) == ("tass", 1800, "due", {})
    assert found["machines"] == []


def test_all_declared_sites_are_added(trial: Trial) -> None:
    fleet(trial, "add")
    sites = {row.site for row in trial.ask("SELECT site FROM fleet_site")}
    assert "tass" in sites
    assert not {"any_site"} & sites


def test_sites_of_a_file_and_any_site_by_their_hosts(trial: Trial) -> None:
    path = trial.folder / "sites.toml"
    path.write_text("""
["example.org"]
spider = "any_site"
every = "1h"
arguments = { url = "https://www.example.org/" }
""")
    assert fleet(trial, "add", "--file", str(path)).returncode == 0
    assert trial.site("example.org").every == 3600


def test_a_file_that_names_a_site_twice_is_refused(trial: Trial) -> None:
    path = trial.folder / "sites.toml"
    table = 'spider = "any_site"\nevery = "{}"\narguments = {{ url = "https://www.example.org/{}" }}\n'
    path.write_text(f"[front]\n{table.format('1h', '')}[news]\n{table.format('2h', 'news')}", "utf-8")
    done = fleet(trial, "add", "--file", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "named twice: example.org; a site has one place in the schedule\n"


def test_pause_resume_now_remove(trial: Trial) -> None:
    trial.add("a", "b")
    assert "1 site paused" in fleet(trial, "pause", "a").stdout
    done = fleet(trial, "now", "--all")
    assert "1 site due now" in done.stdout
    assert "left as they were: a" in done.stderr
    assert "1 site resumed" in fleet(trial, "resume", "--all").stdout
    assert "1 site removed" in fleet(trial, "remove", "a").stdout
    assert [row.site for row in trial.ask("SELECT site FROM fleet_site")] == ["b"]


def test_check_names_what_needs_a_person(trial: Trial) -> None:
    assert fleet(trial, "check").returncode == 0
    trial.add("late", "ill", every=60)
    trial.ask("UPDATE fleet_site SET next_at = now() - interval '200 seconds' WHERE site = 'late'")
    trial.ask("UPDATE fleet_site SET paused = 'it is ill' WHERE site = 'ill'")
    done = fleet(trial, "check")
    assert done.returncode == 3
    assert "no worker is running" in done.stdout
    assert "late is overdue since" in done.stdout
    assert "ill is paused: it is ill" in done.stdout


def test_runs_are_shown(trial: Trial) -> None:
    assert "no runs yet" in fleet(trial, "runs").stdout
    trial.add("a", code=1)
    trial.work()
    trial.wait_until_ended("a", "failed")
    assert "a: something is wrong" in fleet(trial, "runs", "a").stdout
    (run,) = json.loads(fleet(trial, "runs", "--json").stdout)
    assert (run["site"], run["ending"], run["code"]) == ("a", "failed", 1)
    assert "1 failing" in fleet(trial, "list").stdout


def test_a_machine_is_drained_and_works_again(trial: Trial) -> None:
    trial.add("long", seconds=1.5)
    trial.work("one")
    trial.wait_for("start")
    assert "one is drained" in fleet(trial, "drain", "one").stdout
    assert len(trial.events("end")) == 1
    trial.add("a")
    done = fleet(trial, "list", "--json")
    assert json.loads(done.stdout)["machines"][0]["draining"] is True
    assert not trial.events(site="a")
    fleet(trial, "drain", "one", "--off")
    trial.wait_until_ended("a")
    assert "no machine 'two'; there are: one" in fleet(trial, "drain", "two").stderr


@pytest.mark.slow
def test_a_worker_crawls_a_real_site(trial: Trial) -> None:
    """A crawl that cannot reach its site fails, which is told."""
    closed = "http://127.0.0.1:9"
    options = ("-s", f"LEDGER_URL={trial.url}", "-s", f"OUTPUT_DIR={trial.folder}", "-s", "FLEET_POLL=0.2")
    private = ("-s", "ALLOWED_PRIVATE_HOSTS=127.0.0.1:9", "-s", "RETRY_ENABLED=False")
    added = scrapy("fleet", "add", "tass", "-a", f"site_url={closed}", *options, *private)
    assert added.returncode == 0, added.stderr
    with Fork(SCRAPY, ["fleet", "work", "--slots", "1", *options, *private]) as worker:
        until(lambda: trial.site("tass").last_code is not None, 60)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait() == 0
    site = trial.site("tass")
    assert (site.last_code, site.failures) == (1, 1)
    assert "tass: " in site.last_line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "nosuch"), "no spider 'nosuch'"),
        (("add", "tass", "--every", "soon"), "tass: every: 'soon' is not an interval"),
        (("add", "tass", "-a", "sections=nosuch"), "tass: "),
        (("pause", "nosuch"), "not in the fleet: nosuch"),
        (("add", "--file", "/nowhere/sites.toml"), "No such file"),
    ],
)
def test_wrong_arguments(trial: Trial, arguments: tuple[str, ...], said: str) -> None:
    done = fleet(trial, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [(), ("dance",), ("pause",), ("remove",), ("work", "tass"), ("list", "--evry")]
)
def test_what_is_not_understood(trial: Trial, arguments: tuple[str, ...]) -> None:
    assert fleet(trial, *arguments).returncode == 2


@pytest.mark.parametrize("url", ["", "sqlite:///x.db"])
def test_without_postgresql_the_setting_is_named(url: str) -> None:
    done = scrapy("fleet", "list", "-s", f"LEDGER_URL={url}")
    assert done.returncode == 2
    assert "LEDGER_URL=postgresql+psycopg://" in done.stderr
