"""A pooler that lends one session to several clients is refused; one that keeps sessions is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from newscrawler.exceptions import WrongArgument
from newscrawler.ledger.database import Database
from newscrawler.ledger.pooler import refuse_shared_sessions
from tests.ledger.lending_pooler import LendingPooler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.fleet


@pytest.fixture(params=[False, True], ids=["lends", "keeps"])
def pooler(request: pytest.FixtureRequest, postgres_database: str) -> Iterator[LendingPooler]:
    pooler = LendingPooler(postgres_database, keeps_sessions=request.param)
    yield pooler
    pooler.close()


@pytest.mark.parametrize("pooler", [False], indirect=True)
def test_a_session_that_is_lent_to_several_is_refused(pooler: LendingPooler, tmp_path: Path) -> None:
    with pytest.raises(
        WrongArgument,
        match=r"\(PgBouncer: pool_mode=transaction\): set pool_mode=session, or name the server itself$",
    ):
        Database.open(pooler.url, tmp_path / "none", 5)


@pytest.mark.parametrize("pooler", [False], indirect=True)
def test_it_is_seen_by_a_second_connection(pooler: LendingPooler) -> None:
    engine = create_engine(pooler.url, poolclass=NullPool)
    with (
        engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection,
        pytest.raises(WrongArgument, match="shares one session"),
    ):
        refuse_shared_sessions(connection, engine)


@pytest.mark.parametrize("pooler", [True], indirect=True)
def test_a_pooler_that_keeps_sessions_serves(pooler: LendingPooler, tmp_path: Path) -> None:
    database = Database.open(pooler.url, tmp_path / "none", 5)
    database.check()
    database.close()


def test_the_server_itself_is_asked_by_one_connection(postgres_database: str, tmp_path: Path) -> None:
    database = Database.open(postgres_database, tmp_path / "none", 5)
    with database.reading() as connection:
        count = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        ).scalar()
    assert count == 1
    database.close()
