"""A PostgreSQL that is cut off, stopped, locked or robbed of tables while a crawl uses it.

Each ends with one line that says what is wrong and exit code 1; when the cause is gone, nothing is lost.
"""

from __future__ import annotations

import os
import socket
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from newscrawler.ledger import tables
from tests.forks import BOUND
from tests.kill import rounds
from tests.kill.place import Place
from tests.kill.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.forks import Fork
    from tests.postgres import Server

pytestmark = [pytest.mark.slow, pytest.mark.fleet]

SMALL = ("-s", "EXPORT_BATCH_LINES=4", "-s", "LEDGER_WAIT=0.5")


@contextmanager
def other_hand(place: Place) -> Iterator[Connection]:
    engine = create_engine(place.ledger_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def under_way(site: Site, place: Place, requests: int = 20) -> Fork:
    """A crawl in its middle."""
    site.delay = 0.05
    process = rounds.start(site, place, *SMALL)
    rounds.wait_for_requests(site, process, requests)
    return process


def ends_with(process: Fork, words: str) -> None:
    """It ends soon, with one line that has these words."""
    _, said = process.communicate(timeout=BOUND)
    assert process.returncode == 1, said
    assert len(said.splitlines()) == 1, said
    assert words in said


def finishes(site: Site, place: Place) -> None:
    site.delay = 0
    code, said = rounds.crawl(site, place)
    assert code == 0, said
    rounds.check(site, place)


def test_connection_cut_off(postgres_place: Place) -> None:
    with Site.of(40) as site:
        process = under_way(site, postgres_place)
        cut = text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        with other_hand(postgres_place) as connection:
            assert connection.execute(cut).scalars().all() == [True]
        ends_with(process, "is out of reach")
        finishes(site, postgres_place)


def test_server_stopped_and_started_again_later(postgres_server: Server, postgres_place: Place) -> None:
    if os.environ.get("FLEET_TEST_DSN"):
        pytest.skip(
            "FLEET_TEST_DSN names a server that is not ours to stop: unset it, and the tests start their own"
        )
    with Site.of(40) as site:
        process = under_way(site, postgres_place)
        postgres_server.stop()
        try:
            ends_with(process, "is out of reach")
            asked = len(site.log)
            ends_with(rounds.start(site, postgres_place), "is out of reach (connection failed")
            assert len(site.log) == asked
        finally:
            postgres_server.start()
        finishes(site, postgres_place)


def test_server_that_does_not_answer(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, Site.of(1) as site:
        url = f"postgresql+psycopg://crawler:secret@127.0.0.1:{silent.getsockname()[1]}/news"
        _, said = (process := rounds.start(site, Place(tmp_path, url), *SMALL)).communicate(timeout=BOUND)
        assert process.returncode == 1
        assert len(said.splitlines()) == 1, said
        assert "secret" not in said
        assert site.log == []


def test_tables_locked_by_another_hand(postgres_place: Place) -> None:
    with Site.of(40) as site:
        process = under_way(site, postgres_place)
        with other_hand(postgres_place) as connection:
            connection.execute(text("BEGIN"))
            connection.execute(text("LOCK TABLE article IN ACCESS EXCLUSIVE MODE"))
            ends_with(process, "held locked by another process")
            connection.execute(text("ROLLBACK"))
        finishes(site, postgres_place)


@pytest.mark.parametrize("names", [["article"], list(tables.metadata.tables)], ids=["one", "all"])
def test_tables_dropped_while_it_runs(names: list[str], postgres_place: Place) -> None:
    with Site.of(40) as site:
        process = under_way(site, postgres_place)
        with other_hand(postgres_place) as connection:
            connection.execute(text(f"DROP TABLE {', '.join(names)} CASCADE"))
        ends_with(process, "has lost tables")
        finishes(site, postgres_place)


def test_the_lock_of_a_killed_run_is_waited_for(postgres_place: Place) -> None:
    """The server takes a moment to see that a process is gone."""
    lock = text(
        "SELECT classid::bigint << 32 | objid::bigint FROM pg_locks "
        "WHERE locktype = 'advisory' AND objsubid = 1 "
        "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    asking = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
        "AND query LIKE 'SELECT pg_try_advisory_lock%'"
    )
    with Site.of(20) as site, other_hand(postgres_place) as connection:
        process = under_way(site, postgres_place, requests=3)
        number = connection.execute(lock).scalar()
        process.communicate(timeout=BOUND)
        assert connection.execute(text("SELECT pg_try_advisory_lock(:n)"), {"n": number}).scalar()
        process = rounds.start(site, postgres_place)
        while process.poll() is None and not connection.execute(asking).scalar():
            time.sleep(0.01)
        time.sleep(0.1)
        connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": number})
        _, said = process.communicate(timeout=BOUND)
        assert process.returncode == 0, said
