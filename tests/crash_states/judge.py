"""Start on a state of the disk as a run does, let a short run follow, and say which promise is broken."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from newscrawler.exceptions import OutputError
from newscrawler.extensions.run_record import append_record, record_killed_runs
from newscrawler.items import Article
from newscrawler.ledger import Batch, open_ledger, tables
from newscrawler.ledger.database import Database
from newscrawler.output import day_files
from newscrawler.output.content_hash import changed_fields, field_hashes
from newscrawler.output.folder import ledger_file, rejected_file, runs_file
from newscrawler.output.line import from_line, json_line, to_line
from tests.crash_states.history import LOOK_AGAIN
from tests.kill.place import Place

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.ledger import Ledger
    from tests.crash_states.states import State

BASE = "http://127.0.0.1"


def faults(state: State, output: Path, articles: dict[int, tuple[str, str, str]], url: str = "") -> list[str]:
    """Return what is wrong, a line each.

    :param output: a folder that is not there yet; it is left for a person to look at.
    :param articles: what the site says now.
    :param url: of the PostgreSQL whose tables take the ledger of the state.
    """
    place = Place(output, url)
    lay_out(state, place)
    found: list[str] = []
    before = whole_lines(output)
    try:
        ledger = open_ledger(place.settings(REVISIT_AFTER=LOOK_AGAIN), "press")
    except OutputError as error:
        return [f"it does not start: {error}"]
    try:
        assert ledger.recovery
        entered = entered_lines(ledger)
        after = whole_lines(output)
        if gone := before - after:
            found.append(f"whole lines were taken away: {sorted(gone)}")
        if missing := [known for known in entered if known not in after]:
            found.append(f"the ledger has lines that are not there: {missing}")
        if (state.lines - set(after)) and not ledger.recovery.lost:
            found.append(f"lines are gone and nothing says so: {sorted(state.lines - set(after))}")
        short_run(ledger, articles)
    finally:
        ledger.close()
    return [*found, *faults_of_files(output), *faults_of_articles(output, articles), *_rebuilt(place)]


def lay_out(state: State, place: Place) -> None:
    """Make the folder and the ledger of a state."""
    shutil.rmtree(place.output, ignore_errors=True)
    place.output.mkdir(parents=True)
    for path, data in state.files.items():
        target = place.output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if data is None:
            target.mkdir(exist_ok=True)
        else:
            target.write_bytes(data)
    if place.ledger_url:
        _fill_tables(state, place)
    elif state.ledger:
        file, log = state.ledger
        ledger_file(place.output).write_bytes(file)
        if log:
            place.output.joinpath(".ledger.db-wal").write_bytes(log)


def _fill_tables(state: State, place: Place) -> None:
    database = Database.open(place.ledger_url, place.output / "unused", 5)
    rows = state.ledger or {}
    with database.transaction() as connection:
        for name in tables.metadata.tables:
            if name != tables.version_table.name:
                connection.exec_driver_sql(f'DELETE FROM "{name}"')
                for row in rows.get(name, ()):
                    columns = ", ".join(f'"{column}"' for column in row)
                    marks = ", ".join(f"%({column})s" for column in row)
                    connection.exec_driver_sql(f'INSERT INTO "{name}" ({columns}) VALUES ({marks})', row)
    database.close()


def whole_lines(output: Path) -> Counter[tuple[str, int]]:
    """Return id and revision of each whole line of a day file."""
    found: Counter[tuple[str, int]] = Counter()
    for path in output.glob("press/*.jsonl"):
        for line in path.read_bytes().splitlines(keepends=True):
            with suppress(ValueError):
                if line.endswith(b"\n"):
                    article = from_line(line)
                    found[article.id, article.revision] += 1
    return found


def entered_lines(ledger: Ledger) -> list[tuple[str, int]]:
    """Return id and revision of each article of the ledger; its line is read where the ledger says it is."""
    article = tables.article_table.c
    with ledger.database.reading() as connection:
        ids = [(row.id, row.revision) for row in connection.execute(select(article.id, article.revision))]
    for article_id, revision in ids:
        known = ledger.find(article_id)
        assert known
        line = ledger.last_revision(known)
        if line is None or line.revision != revision:
            return [(f"{article_id} at byte {known.offset} of {known.day}", revision)]
    return ids


def short_run(ledger: Ledger, articles: dict[int, tuple[str, str, str]]) -> None:
    """Do what a run does to the disk: record killed runs, write new and changed articles, reject a page."""
    path = runs_file(ledger.output)
    record_killed_runs(ledger, path, 5)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    record = {"site": "press", "id": f"{now}-after", "start": now, "end": now, "listed": 0}
    ledger.save_run(record)
    day_files.append(rejected_file(ledger.output, "press", now[:10]), json_line({"reason": "no_headline"}))
    for begin in range(0, len(articles), 4):
        some = dict(list(articles.items())[begin : begin + 4])
        written = [article for article in map(_article, some, some.values()) if _is_new(ledger, article)]
        ledger.write(Batch(lines=[(article, to_line(article)) for article in written]))
    append_record(path, record, 5)
    ledger.save_run(record, ended=True)


def _article(number: int, content: tuple[str, str, str]) -> Article:
    headline, body, modified_at = content
    url = f"{BASE}/story/{number}"
    return Article(
        id=f"press:{number}", site="press", url=url, requested_url=url, headline=headline, body=body,
        modified_at=modified_at, fetched_at=datetime.now(UTC).isoformat(timespec="seconds"), run_id="after",
        extracted_by={"headline": "page", "body": "page"},
    )  # fmt: skip


def _is_new(ledger: Ledger, article: Article) -> bool:
    known = ledger.find(article.id)
    if known is not None:
        article.revision = known.revision + 1
        return bool(changed_fields(known.field_hashes, field_hashes(article)))
    return True


def faults_of_files(output: Path) -> list[str]:
    """Return which file has a line that cannot be read, and which run is recorded twice."""
    found = []
    for path in sorted(output.rglob("*.jsonl")):
        data = path.read_bytes()
        if data and not data.endswith(b"\n"):
            found.append(f"{path.name} ends in the middle of a line")
        for line in data.splitlines():
            try:
                if line.strip():
                    json.loads(line)
            except ValueError:
                found.append(f"{path.relative_to(output)} has a line that cannot be read: {line[:60]!r}…")
    with suppress(FileNotFoundError, ValueError):
        runs = Counter(
            json.loads(line)["id"] for line in runs_file(output).read_bytes().splitlines() if line.strip()
        )
        found += [f"run {run} is recorded {count} times" for run, count in runs.items() if count > 1]
    return found


def faults_of_articles(output: Path, articles: dict[int, tuple[str, str, str]]) -> list[str]:
    """Return which article is missing, old, or there twice."""
    lines: dict[str, dict[int, Any]] = {}
    found = []
    for path in sorted(output.glob("press/*.jsonl")):
        for line in path.read_bytes().splitlines():
            with suppress(ValueError):
                article = from_line(line)
                if article.revision in lines.setdefault(article.id, {}):
                    found.append(f"revision {article.revision} of {article.id} is there twice")
                lines[article.id][article.revision] = article
    for number, content in articles.items():
        revisions = lines.get(f"press:{number}")
        if not revisions:
            found.append(f"press:{number} is lost")
        elif (last := revisions[max(revisions)]) and (last.headline, last.body) != content[:2]:
            found.append(f"press:{number} is not what the site says")
    return found


def _rebuilt(place: Place) -> list[str]:
    """The ledger is what a ledger made anew from the lines would be."""
    before = place.rows()
    open_ledger(place.settings(REVISIT_AFTER=LOOK_AGAIN), "press", anew=True).close()
    return [] if place.rows() == before else ["the ledger is not what the lines say"]
