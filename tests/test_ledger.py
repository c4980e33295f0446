"""The ledger says what the lines say, whatever happened to either; on SQLite and on PostgreSQL."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.settings import Settings
from sqlalchemy import text

from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.items import Article, ListedArticle
from newscrawler.ledger import Batch, Ledger, open_ledger, tables
from newscrawler.ledger.recovery import Recovery, catch_up
from newscrawler.line import to_line
from tests.postgres import postgres_database, postgres_server, postgres_url

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["postgres_database", "postgres_server", "postgres_url"]

DAY = "2026-11-20"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.fleet)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    values = {"OUTPUT_DIR": str(tmp_path), "REVISIT_AFTER": "1d:1h", "LEDGER_WAIT": 0.3}
    if request.param == "sqlite":
        return Settings(values)
    return Settings({**values, "LEDGER_URL": request.getfixturevalue("postgres_database")})


def article(number: int, revision: int = 1, day: str = DAY, **changes: Any) -> Article:
    url = f"https://press.example/story/{number}"
    values: dict[str, Any] = {
        "id": f"press:{number}",
        "site": "press",
        "revision": revision,
        "url": url,
        "requested_url": url,
        "headline": f"Headline {number}",
        "body": " ".join(f"word{number}x{i}" for i in range(30)) + f" revision {revision}",
        "fetched_at": f"{day}T10:00:00+00:00",
        "run_id": "r",
    }
    return Article(**{**values, **changes})


def write(ledger: Ledger, *articles: Article) -> None:
    ledger.write(Batch(lines=[(item, to_line(item)) for item in articles]))


def opened(settings: Settings, now: datetime = NOW) -> tuple[Ledger, Recovery]:
    """Open as a run does, at that time of the clock."""
    ledger = open_ledger(settings, "press")
    assert ledger.recovery
    return ledger, ledger.recovery


def contents(ledger: Ledger) -> list[Any]:
    """All that follows from the lines."""
    with ledger.database.reading() as connection:
        rows = connection.execute(tables.article_table.select().order_by(tables.article_table.c.id)).all()
        addresses = connection.execute(
            tables.address_table.select().order_by(tables.address_table.c.key)
        ).all()
        files = connection.execute(tables.day_file_table.select().order_by(tables.day_file_table.c.day)).all()
    return [[tuple(row) for row in found] for found in (rows, addresses, files)]


def day_path(settings: Settings, day: str = DAY) -> Path:
    from pathlib import Path

    return Path(settings["OUTPUT_DIR"]) / "press" / f"{day}.jsonl"


# --- reading and writing --------------------------------------------------------------------------------------


def test_what_is_written_is_known(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1), article(2), article(1, 2, headline="New"))
    known = ledger.find("press:1")
    assert known
    assert (known.revision, known.day, known.url) == (2, DAY, "https://press.example/story/1")
    assert known.first_seen == known.last_checked == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert known.next_check == datetime(2026, 11, 20, 11, tzinfo=UTC)
    last = ledger.last_revision(known)
    assert last
    assert last.headline == "New"
    assert ledger.find("press:3") is None
    assert ledger.find_by_address("http://press.example/story/2#top")
    ledger.close()


def test_an_older_revision_changes_nothing(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1, 3))
    write(ledger, article(1, 2))
    known = ledger.find("press:1")
    assert known
    assert known.revision == 3
    ledger.close()


def test_listed_articles_are_known_by_key_or_by_any_address(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1, amp_url="https://press.example/amp/1"), article(2))
    listed = [
        ListedArticle("https://press.example/other-slug/1", "press:1"),
        ListedArticle("http://press.example/amp/1?utm_source=x", "http://press.example/amp/1"),
        ListedArticle("https://press.example/story/3", "https://press.example/story/3"),
    ]
    known = ledger.known(listed * 400)
    assert {url: found.id for url, found in known.items()} == {
        listed[0].url: "press:1",
        listed[1].url: "press:1",
    }
    ledger.close()


def test_due_articles_of_this_site_the_longest_due_first(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(
        ledger,
        article(1, fetched_at=f"{DAY}T10:30:00+00:00"),
        article(2),
        article(3, published_at="2026-10-01T10:00:00+00:00"),
    )
    assert [known.id for known in ledger.due(NOW)] == ["press:2", "press:1"]
    assert [known.id for known in ledger.due(NOW, most=1)] == ["press:2"]
    ledger.close()
    other = open_ledger(settings, "other")
    assert other.due(NOW) == []
    other.close()


def test_a_due_article_that_was_tried_is_due_no_more(settings: Settings) -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    ledger, _ = opened(settings)
    write(ledger, article(1, fetched_at=(datetime.now(UTC) - timedelta(hours=2)).isoformat()))
    write(ledger, article(2, day=today, fetched_at=datetime.now(UTC).isoformat()))
    for number in (1, 2):
        known = ledger.find(f"press:{number}")
        assert known
        ledger.keep_tried(known)
    later = ledger.find("press:2")
    ledger.write(Batch(tried=ledger.take_tried()))
    assert ledger.due() == []
    soon = ledger.due(datetime.now(UTC) + timedelta(hours=2))
    assert {known.id for known in soon} == {"press:1", "press:2"}
    assert ledger.find("press:2") == later  # it was not due
    assert ledger.take_tried() == {}
    ledger.close()


def test_first_seen_stays(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    write(ledger, article(1, 2, day="2026-11-21"))
    known = ledger.find("press:1")
    assert known
    assert known.first_seen < known.last_checked
    ledger.close()


def test_a_batch_that_cannot_be_committed_leaves_its_lines_to_be_adopted(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))

    def broken(*_: object) -> None:
        msg = "no more"
        raise OutputError(msg)

    with monkeypatch.context() as patch:
        patch.setattr("newscrawler.ledger.similar.store", broken)
        with pytest.raises(OutputError):
            write(ledger, article(2), article(3))
    assert ledger.find("press:2") is None
    ledger.close()
    ledger, recovery = opened(settings)
    assert recovery.adopted == 2
    assert ledger.find("press:3")
    ledger.close()


def test_nothing_is_committed_before_the_lines_are_synced(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    before = contents(ledger)
    seen = []

    def looking(_: int) -> None:
        seen.append(contents(ledger) == before)

    monkeypatch.setattr("newscrawler.ledger.day_files.sync", looking)
    write(ledger, article(2))
    assert seen == [True]
    assert contents(ledger) != before
    ledger.close()


# --- recovery -------------------------------------------------------------------------------------------------


@pytest.fixture
def history(settings: Settings) -> list[Any]:
    """Two days with revisions in the ledger, closed; what it contains."""
    ledger, _ = opened(settings)
    write(ledger, *(article(number, day="2026-11-19") for number in range(1, 6)))
    write(ledger, article(6), article(2, 2), article(7))
    catch_up(ledger)
    before = contents(ledger)
    ledger.close()
    return before


def same_lines(settings: Settings, expected: list[Any], recovery: Recovery, ledger: Ledger) -> None:
    found = contents(ledger)
    for rows in (found[0], expected[0]):  # first_seen of a rebuilt ledger is that of the lines it has read
        rows[:] = [row[:9] + row[12:] for row in rows]
    assert found == expected
    assert recovery.unreadable == 0


def test_nothing_to_do(settings: Settings, history: list[Any]) -> None:
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.cut, recovery.lost, recovery.moved) == (0, 0, [], [])
    assert contents(ledger) == history
    ledger.close()


def test_rebuilt_anew_it_is_the_same(settings: Settings, history: list[Any]) -> None:
    ledger = open_ledger(settings, "press", anew=True)
    assert ledger.recovery
    assert ledger.recovery.adopted == 8
    same_lines(settings, history, ledger.recovery, ledger)
    ledger.close()


def test_lines_beyond_the_committed_offset_are_adopted(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings)
    with path.open("ab") as file:
        file.write(to_line(article(8)) + to_line(article(2, 3)))
    ledger, recovery = opened(settings)
    assert recovery.adopted == 2
    known = ledger.find("press:2")
    assert known
    assert known.revision == 3
    last = ledger.last_revision(known)
    assert last
    assert last.revision == 3
    ledger.close()


@pytest.mark.parametrize("cut", [1, 20, 400])
def test_a_torn_line_is_cut_off(settings: Settings, history: list[Any], cut: int) -> None:
    path = day_path(settings)
    size = path.stat().st_size
    with path.open("ab") as file:
        file.write(to_line(article(8)) + to_line(article(9))[: -1 - cut])
    ledger, recovery = opened(settings)
    assert recovery.adopted == 1
    assert recovery.cut > 0
    assert ledger.find("press:9") is None
    assert path.stat().st_size == size + len(to_line(article(8)))
    ledger.close()


def test_a_line_that_lacks_its_end_alone_stays(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings)
    with path.open("ab") as file:
        file.write(to_line(article(8))[:-1])
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.cut) == (1, 0)
    assert path.read_bytes().endswith(b"}\n")
    ledger.close()


def test_a_line_that_cannot_be_read_is_left_and_told(
    settings: Settings, history: list[Any], caplog: pytest.LogCaptureFixture
) -> None:
    path = day_path(settings)
    with path.open("ab") as file:
        file.write(b"\0\0\0\n" + to_line(article(8)))
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.unreadable) == (1, 1)
    assert "cannot be read" in caplog.text
    assert ledger.find("press:8")
    ledger.close()
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.unreadable) == (0, 0)
    ledger.close()


def test_a_file_that_has_become_shorter_loses_its_articles(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings)
    first, second, _ = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + second[:50])
    ledger, recovery = opened(settings)
    assert recovery.lost == [DAY]
    assert ledger.find("press:6")
    assert ledger.find("press:7") is None
    known = ledger.find("press:2")
    assert known
    assert (known.revision, known.day) == (1, "2026-11-19")  # as the other file has it
    assert path.read_bytes() == first
    ledger.close()


def test_a_complete_file_may_be_moved_away(
    settings: Settings, history: list[Any], caplog: pytest.LogCaptureFixture
) -> None:
    day_path(settings, "2026-11-19").unlink()
    ledger, recovery = opened(settings)
    assert ledger.find("press:1")
    assert ledger.find("press:7")
    assert recovery.lost == []
    ledger.close()


def test_a_file_of_today_that_is_gone_is_lost(settings: Settings) -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    ledger, _ = opened(settings)
    write(ledger, article(1, day=today))
    ledger.close()
    day_path(settings, today).unlink()
    ledger, recovery = opened(settings)
    assert recovery.lost == [today]
    assert ledger.find("press:1") is None
    write(ledger, article(1, day=today))
    ledger.close()


def test_a_complete_file_stays_complete_when_the_clock_goes_back(
    settings: Settings, history: list[Any]
) -> None:
    day_path(settings).unlink()
    ledger, _ = opened(settings)
    recovery = catch_up(ledger, now=datetime(2026, 11, 19, 9, tzinfo=UTC))
    assert recovery.lost == []
    assert ledger.find("press:7")
    ledger.close()


@pytest.mark.parametrize("hand", ["a line taken out", "a line made longer"])
def test_a_file_that_another_hand_changed_is_read_again(
    hand: str, settings: Settings, history: list[Any]
) -> None:
    path = day_path(settings)
    first, *others = path.read_bytes().splitlines(keepends=True)
    taken_out = hand == "a line taken out"
    changed = b"" if taken_out else first.replace(b"Headline", b"A longer headline")
    path.write_bytes(b"".join([changed, *others]))
    number = json.loads(first)["id"]
    ledger, recovery = opened(settings)
    assert recovery.lost == [DAY]
    known = ledger.find(number)
    if not taken_out:
        assert known
        last = ledger.last_revision(known)
        assert last
        assert last.headline
        assert last.headline.startswith("A longer")
    before = contents(ledger)
    ledger.close()
    ledger = open_ledger(settings, "press", anew=True)
    assert contents(ledger)[0] == before[0]
    assert contents(ledger)[2] == before[2]
    ledger.close()


@pytest.mark.parametrize(
    "line", [b"[" * 200_000, b'{"id":"press:8","body":["x"]}', b'{"id":"a","revision":"x"}']
)
def test_a_line_that_is_none_in_an_odd_way(line: bytes, settings: Settings, history: list[Any]) -> None:
    with day_path(settings).open("ab") as file:
        file.write(line + b"\n")
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.unreadable) == (0, 1)
    ledger.close()


def test_a_late_line_beside_a_compressed_file_is_adopted(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings)
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes()))
    path.write_bytes(to_line(article(8)))  # by a run that was killed before it could commit it
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.lost) == (1, [])
    assert ledger.find("press:8")
    assert ledger.find("press:7")
    write(ledger, article(9))
    ledger.close()


def test_a_complete_file_may_be_compressed(settings: Settings, history: list[Any]) -> None:
    path = day_path(settings, "2026-11-19")
    with path.open("rb") as plain, gzip.open(path.with_name(path.name + ".gz"), "wb") as packed:
        shutil.copyfileobj(plain, packed)
    path.unlink()
    ledger, recovery = opened(settings)
    assert (recovery.adopted, recovery.lost, recovery.moved) == (0, [], [])
    known = ledger.find("press:3")
    assert known
    last = ledger.last_revision(known)
    assert last
    assert last.headline == "Headline 3"
    ledger.close()
    ledger = open_ledger(settings, "press", anew=True)
    assert ledger.recovery
    same_lines(settings, history, ledger.recovery, ledger)
    ledger.close()


def test_lines_of_a_day_whose_file_was_compressed(settings: Settings) -> None:
    """A clock that was set back."""
    ledger, _ = opened(settings)
    write(ledger, article(1))
    path = day_path(settings)
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes()))
    path.unlink()
    write(ledger, article(2))
    for number in (1, 2):
        known = ledger.find(f"press:{number}")
        assert known
        last = ledger.last_revision(known)
        assert last
        assert last.id == known.id
    ledger.close()
    ledger, recovery = opened(settings)
    assert recovery.lost == []
    assert ledger.find("press:1")
    write(ledger, article(3))
    ledger.close()
    ledger = open_ledger(settings, "press", anew=True)
    assert all(ledger.find(f"press:{number}") for number in (1, 2, 3))
    ledger.close()


def test_another_writer_is_noticed(settings: Settings) -> None:
    ledger, _ = opened(settings)
    write(ledger, article(1))
    with day_path(settings).open("ab") as file:
        file.write(b"by hand\n")
    with pytest.raises(OutputError, match="something else writes to it"):
        write(ledger, article(2))
    ledger.close()


# --- locks and settings ---------------------------------------------------------------------------------------


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
        return Settings({"OUTPUT_DIR": str(tmp_path / folder), "LEDGER_URL": postgres_url})

    ledger = open_ledger(here("one"), "press")
    with pytest.raises(Busy, match="another machine"):
        open_ledger(here("two"), "press")
    ledger.close()
    open_ledger(here("two"), "press").close()


@pytest.mark.parametrize("name", ["../up", "A", "", ".hidden", "a/b", "x\n"])
def test_a_name_that_cannot_be_a_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongArgument):
        open_ledger(Settings({"OUTPUT_DIR": str(tmp_path)}), name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["nonsense", "mysql://x/y", "postgresql+nothing://x/y"])
def test_a_ledger_url_that_is_none(tmp_path: Path, url: str) -> None:
    with pytest.raises(WrongArgument, match="LEDGER_URL"):
        open_ledger(Settings({"OUTPUT_DIR": str(tmp_path), "LEDGER_URL": url}), "press")


def test_a_database_out_of_reach(tmp_path: Path) -> None:
    url = "postgresql+psycopg://crawler:secret@127.0.0.1:9/postgres"
    with pytest.raises(OutputError) as caught:
        open_ledger(Settings({"OUTPUT_DIR": str(tmp_path), "LEDGER_URL": url}), "press")
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


# --- a ledger file that is not one any more --------------------------------------------------------------------


def damage(path: Path, how: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(path.read_bytes())
    match how:
        case "deleted":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "noise":
            path.write_bytes(os.urandom(len(data)))
        case "truncated":
            path.write_bytes(data[: len(data) // 2])
        case "noise inside":
            data[8192:] = os.urandom(len(data) - 8192)
            path.write_bytes(data)
        case "another database":
            path.unlink()
            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE article (x)")
            connection.close()


@pytest.mark.parametrize(
    "how", ["deleted", "empty", "noise", "truncated", "noise inside", "another database"]
)
def test_a_damaged_ledger_is_made_anew(tmp_path: Path, how: str, caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings({"OUTPUT_DIR": str(tmp_path)})
    ledger, _ = opened(settings)
    write(ledger, *(article(number) for number in range(1, 40)))
    catch_up(ledger)
    before = contents(ledger)
    ledger.close()
    damage(tmp_path / ".ledger.db", how)
    ledger, recovery = opened(settings)
    assert recovery.adopted == 39
    assert "made anew from 39 lines" in caplog.text
    same_lines(settings, before, recovery, ledger)
    ledger.close()
    aside = [path.name for path in tmp_path.iterdir() if "damaged" in path.name]
    assert bool(aside) == (how not in {"deleted", "empty"})


def test_a_locked_ledger(tmp_path: Path) -> None:
    settings = Settings({"OUTPUT_DIR": str(tmp_path), "LEDGER_WAIT": 0.2})
    ledger, _ = opened(settings)
    write(ledger, article(1))
    other = sqlite3.connect(tmp_path / ".ledger.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OutputError, match="held locked by another process"):
        write(ledger, article(2))
    ledger.close()
    with pytest.raises(OutputError, match="held locked by another process"):
        open_ledger(settings, "press")
    other.close()
    ledger, recovery = opened(settings)
    assert recovery.adopted == 1
    ledger.close()


def test_runs_that_were_killed_are_remembered(settings: Settings) -> None:
    from newscrawler.ledger import runs

    ledger, _ = opened(settings)
    record = {"id": "r1", "start": "2026-11-20T10:00:00+00:00", "end": "2026-11-20T10:01:00+00:00", "new": 3}
    ledger.write(Batch(lines=[(article(1), to_line(article(1)))], run=record))
    assert runs.killed(ledger) == [record]
    with ledger.database.transaction() as connection:
        runs.save(ledger, connection, record, ended=True)
    assert runs.killed(ledger) == []
    ledger.close()


def test_moments_are_aware_and_naive_ones_refused(settings: Settings) -> None:
    ledger, _ = opened(settings)
    with pytest.raises(Exception, match="naive datetime"):
        ledger.due(datetime(2026, 11, 20))  # noqa: DTZ001 - the mistake that is tested
    write(ledger, replace(article(1), fetched_at="2026-11-20T13:00:00+03:00"))
    known = ledger.find("press:1")
    assert known
    assert known.last_checked == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert known.last_checked.utcoffset() == timedelta(0)
    with pytest.raises(ValueError, match="no offset"):
        write(ledger, replace(article(2), fetched_at="2026-11-20T13:00:00"))
    ledger.close()
    assert json.loads(day_path(settings).read_text())["id"] == "press:1"
