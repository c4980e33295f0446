"""The fleet's database: set up again and again, refused where it cannot serve, alone with its locks."""

from __future__ import annotations

import re
import threading
import time
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings
from sqlalchemy import text

from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.fleet import machines, tables
from newscrawler.fleet.database_thread import DatabaseThread
from newscrawler.fleet.fleet_database import FleetDatabase
from newscrawler.fleet.locks import machines_alive
from newscrawler.fleet.policy import Policy, machine_name
from newscrawler.fleet.setting_up import set_up
from tests.defaults import DEFAULTS
from tests.fleet.trial import Trial, until
from tests.postgres import database

if TYPE_CHECKING:
    from pathlib import Path

needs_postgres = pytest.mark.fleet


def settings(url: str, output: Path) -> Settings:
    return Settings({**DEFAULTS, "LEDGER_URL": url, "OUTPUT_DIR": str(output)})


@needs_postgres
def test_it_is_set_up_once_and_again(postgres_database: str, tmp_path: Path) -> None:
    assert set_up(settings(postgres_database, tmp_path)) == "the fleet's tables are made"
    assert "up to date" in set_up(settings(postgres_database, tmp_path))
    FleetDatabase(postgres_database).check()


@needs_postgres
def test_several_machines_set_it_up_at_once(postgres_database: str, tmp_path: Path) -> None:
    said: list[str] = []
    threads = [
        threading.Thread(target=lambda: said.append(set_up(settings(postgres_database, tmp_path))))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(said) == 4


@needs_postgres
def test_without_tables_the_remedy_is_named(postgres_database: str) -> None:
    with pytest.raises(WrongArgument, match="scrapy fleet init"):
        FleetDatabase(postgres_database).check()


@needs_postgres
def test_later_tables_are_refused(trial: Trial) -> None:
    trial.ask("UPDATE fleet_version SET version = :later", later=tables.VERSION + 1)
    with pytest.raises(WrongArgument, match="update newscrawler"):
        FleetDatabase(trial.url).check()


@pytest.mark.parametrize("url", ["", "sqlite:///ledger.db"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(WrongArgument, match=r"LEDGER_URL=postgresql\+psycopg"):
        FleetDatabase(url)


def test_a_server_that_is_away_is_said_without_its_password() -> None:
    with (
        pytest.raises(OutputError) as said,
        FleetDatabase("postgresql+psycopg://me:hidden@127.0.0.1:1/x").transaction(),
    ):
        pass
    assert "is out of reach" in str(said.value)
    assert "hidden" not in str(said.value)


@needs_postgres
def test_a_connection_that_is_cut_is_made_anew(trial: Trial) -> None:
    fleet = FleetDatabase(trial.url, "one")
    with fleet.transaction() as connection:
        pid = connection.execute(text("SELECT pg_backend_pid()")).scalar()
    trial.ask("SELECT pg_terminate_backend(:pid)", pid=pid)
    with pytest.raises(OutputError), fleet.transaction() as connection:
        connection.execute(text("SELECT 1"))
    with fleet.transaction() as connection:
        machines.register(connection, "one", "folder")
        assert machines_alive(connection) == {"one"}
    fleet.close()


@needs_postgres
def test_who_needs_a_row_waits_longer_than_a_frozen_worker_can_hold_it(postgres_database: str) -> None:
    frozen, wait, answer = (
        text(f"SELECT extract(epoch FROM current_setting('{name}')::interval)")
        for name in ("idle_in_transaction_session_timeout", "lock_timeout", "statement_timeout")
    )
    with FleetDatabase(postgres_database).transaction() as connection:
        assert 0 < connection.scalar(frozen) < connection.scalar(wait) < connection.scalar(answer)


@needs_postgres
def test_a_machine_lives_as_long_as_one_of_its_workers(trial: Trial) -> None:
    first, second, other = (FleetDatabase(trial.url, name) for name in ("one", "one", "two"))
    for each in (first, second, other):
        with each.transaction() as connection:
            for name in ("one", "two"):
                machines.register(connection, name, "folder")

    def alive() -> set[str]:
        fleet = FleetDatabase(trial.url)
        with fleet.transaction() as connection:
            found = machines_alive(connection)
        fleet.close()
        return found

    assert alive() == {"one", "two"}
    first.close()
    assert alive() == {"one", "two"}
    second.close()
    until(lambda: alive() == {"two"})
    other.close()


@needs_postgres
def test_two_fleets_in_one_server_do_not_see_each_other(
    trial: Trial, postgres_url: str, tmp_path: Path
) -> None:
    with database(postgres_url) as other_url:
        other = Trial(other_url, tmp_path / "other")
        here, there = FleetDatabase(trial.url, "one"), FleetDatabase(other.url, "two")
        for each in (here, there):
            with each.transaction() as connection:
                machines.register(connection, "one", "folder")
                machines.register(connection, "two", "folder")
        with here.transaction() as connection:
            assert machines_alive(connection) == {"one"}
        trial.add("a")
        other.add("a")
        with other.engine.connect() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({other.site('a').lock_key})")
            trial.work("three")
            trial.wait_until_ended("a")
        for each in (here, there):
            each.close()
        other.close()


def _register_when_free(database: FleetDatabase, folder: str) -> None:
    """Register once the server has noticed that the others have gone, which it does a moment later."""
    end = time.monotonic() + 60
    while True:
        try:
            with database.transaction() as connection:
                machines.register(connection, "one", folder)
        except WrongArgument:
            assert time.monotonic() < end
            time.sleep(0.02)
        else:
            return


@needs_postgres
def test_a_machines_name_belongs_to_one_folder_while_it_has_a_worker(trial: Trial) -> None:
    first, again, other = (FleetDatabase(trial.url, "one") for _ in range(3))
    with first.transaction() as connection:
        machines.register(connection, "one", "a")
    with again.transaction() as connection:  # a second worker of the machine, or of a shared folder
        machines.register(connection, "one", "a")
    with (
        pytest.raises(WrongArgument, match="its own FLEET_MACHINE") as refused,
        other.transaction() as connection,
    ):
        machines.register(connection, "one", "b")
    assert "\n" not in str(refused.value)
    first.close()
    again.close()
    _register_when_free(other, "b")  # the disk was replaced
    other.close()
    assert [tuple(row) for row in trial.ask("SELECT machine, folder FROM fleet_machine")] == [("one", "b")]


@needs_postgres
def test_a_fleet_that_did_not_know_its_machines_folders_goes_on(trial: Trial) -> None:
    trial.ask("ALTER TABLE fleet_machine DROP COLUMN folder")
    trial.ask("UPDATE fleet_version SET version = 1")
    trial.ask("INSERT INTO fleet_machine (machine, lock_key) VALUES ('one', 1)")
    assert "migrated from 1" in set_up(settings(trial.url, trial.folder))
    database = FleetDatabase(trial.url, "one")
    with database.transaction() as connection:
        machines.register(connection, "one", "a")
    database.close()


@needs_postgres
def test_an_ordinary_role_can_run_a_fleet(trial: Trial) -> None:
    """It reads pg_locks as any role may, and needs no more than its own tables."""
    trial.ask("DROP ROLE IF EXISTS ordinary_crawler")
    trial.ask("CREATE ROLE ordinary_crawler LOGIN")
    for kind in ("TABLES", "SEQUENCES", "FUNCTIONS"):
        trial.ask(f"GRANT ALL ON ALL {kind} IN SCHEMA public TO ordinary_crawler")
    url, trial.url = trial.url, re.sub("//[^@/]*@", "//ordinary_crawler@", trial.url)
    trial.add("a", seconds=1)
    with trial.engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({trial.site('a').lock_key})")
        worker = trial.work()
        until(lambda: trial.ask("SELECT 1 FROM fleet_machine"))
        assert not trial.events()
    trial.wait_until_ended("a")
    worker.send_signal(15)
    worker.wait()
    trial.url = url
    trial.ask("DROP OWNED BY ordinary_crawler")
    trial.ask("DROP ROLE ordinary_crawler")


async def test_work_waits_for_a_database_that_is_away_until_it_is_given_up() -> None:
    thread = DatabaseThread(FleetDatabase("postgresql+psycopg://me@127.0.0.1:1/x"))
    assert await thread.insist(lambda _: 1, give_up=lambda: True) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("FLEET_SLOTS", 0), ("FLEET_POLL", 0), ("FLEET_LOST_MAX", 0), ("FLEET_MACHINE", "a b")],
)
def test_settings_that_cannot_be(name: str, value: object) -> None:
    wrong = Settings({**DEFAULTS, name: value})
    read = machine_name if name == "FLEET_MACHINE" else Policy.of
    with pytest.raises(WrongArgument, match=name):
        read(wrong)
