"""Locks, addresses of databases, versions of the tables."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings
from sqlalchemy import create_engine, text

from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.ledger import open_ledger, tables
from newscrawler.ledger.opening import _open_database
from newscrawler.output.folder import ledger_lock
from newscrawler.output.locks import locked
from tests.defaults import DEFAULTS
from tests.ledger.lines import opened

if TYPE_CHECKING:
    from pathlib import Path


def test_one_run_of_a_site_at_a_time(settings: Settings) -> None:
    ledger, _ = opened(settings)
    with pytest.raises(Busy, match=rf"press is being crawled by another run \(process {os.getpid()}\)"):
        open_ledger(settings, "press")
    open_ledger(settings, "other").close()
    ledger.close()
    open_ledger(settings, "press").close()


@pytest.mark.fleet
def test_one_run_of_a_site_among_machines(postgres_url: str, tmp_path: Path) -> None:
    def here(folder: str) -> Settings:
        return Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path / folder), "LEDGER_URL": postgres_url})

    ledger = open_ledger(here("one"), "press")
    with pytest.raises(Busy, match="another machine"):
        open_ledger(here("two"), "press")
    ledger.close()
    open_ledger(here("two"), "press").close()


@pytest.mark.fleet
def test_runs_of_one_machine_that_begin_together_do_not_wait_for_each_other(
    postgres_database: str, tmp_path: Path
) -> None:
    """Sixteen that did, on a busy machine, had some that waited for too long and failed."""
    patient = Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path), "LEDGER_URL": postgres_database})
    open_ledger(patient, "press").close()
    server = create_engine(postgres_database)
    with locked(ledger_lock(tmp_path), 1), server.begin() as other:
        other.execute(text("SELECT pg_advisory_xact_lock(hashtext('newscrawler ledger tables'))"))
        _open_database(postgres_database, tmp_path, 0.5).close()
    server.dispose()


@pytest.mark.parametrize("name", ["../up", "A", "", ".hidden", "a/b", "x\n"])
def test_a_name_that_cannot_be_a_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongArgument):
        open_ledger(Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path)}), name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["nonsense", "mysql://x/y", "postgresql+nothing://x/y"])
def test_a_ledger_url_that_is_none(tmp_path: Path, url: str) -> None:
    with pytest.raises(WrongArgument, match="LEDGER_URL"):
        open_ledger(Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path), "LEDGER_URL": url}), "press")


def test_a_database_out_of_reach(tmp_path: Path) -> None:
    url = "postgresql+psycopg://crawler:secret@127.0.0.1:9/postgres"
    with pytest.raises(OutputError) as caught:
        open_ledger(Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path), "LEDGER_URL": url}), "press")
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_ledger_of_a_later_version(settings: Settings) -> None:
    ledger, _ = opened(settings)
    with ledger.database.transaction() as connection:
        connection.execute(tables.version_table.update().values(version=tables.VERSION + 1))
    ledger.close()
    with pytest.raises(OutputError, match="later newscrawler"):
        open_ledger(settings, "press")


def test_a_ledger_of_an_earlier_version_is_migrated(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ledger(settings, "press").close()
    monkeypatch.setattr(tables, "VERSION", tables.VERSION + 1)
    steps = {tables.VERSION: lambda connection: connection.execute(text("CREATE TABLE more (x INTEGER)"))}
    monkeypatch.setattr(tables, "MIGRATIONS", steps)
    for _ in range(2):
        ledger = open_ledger(settings, "press")
        with ledger.database.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM more")).scalar() == 0
            assert connection.execute(tables.version_table.select()).all() == [(tables.VERSION,)]
        ledger.close()


@pytest.mark.parametrize("version", [1, 3])
def test_urls_of_a_ledger_of_the_first_versions_are_kept(settings: Settings, version: int) -> None:
    ledger = open_ledger(settings, "press")
    with ledger.database.transaction() as connection:
        connection.execute(tables.url_table.insert().values(key=b"k", article_id="press:1"))
        connection.execute(text("ALTER TABLE article_url RENAME TO address"))
        if version == 1:
            connection.execute(text("ALTER TABLE listing DROP COLUMN proven"))
        connection.execute(tables.version_table.update().values(version=version))
    ledger.close()
    ledger = open_ledger(settings, "press")
    with ledger.database.reading() as connection:
        assert connection.execute(tables.url_table.select()).all() == [(b"k", "press:1")]
    ledger.close()


@pytest.mark.fleet
def test_a_machine_that_is_gone_does_not_keep_a_site_for_hours(
    postgres_database: str, tmp_path: Path
) -> None:
    ledger = open_ledger(
        Settings({**DEFAULTS, "OUTPUT_DIR": str(tmp_path), "LEDGER_URL": postgres_database}), "press"
    )
    names = ("tcp_keepalives_idle", "tcp_keepalives_interval", "tcp_keepalives_count", "lock_timeout")
    with ledger.database.reading() as connection:
        found = [connection.execute(text(f"SHOW {name}")).scalar() for name in names]
    ledger.close()
    assert found == ["20", "5", "5", "10s"]


def test_a_closed_ledger_is_an_error_of_one_line(settings: Settings) -> None:
    ledger = open_ledger(settings, "press")
    ledger.close()
    with pytest.raises(OutputError):
        ledger.find("press:1")
