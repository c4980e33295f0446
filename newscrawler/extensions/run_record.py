"""Leave one line in ``runs.jsonl`` for each run, whatever ends it; close the account and the ledger."""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals

from newscrawler.alerts.alerts import Alerts
from newscrawler.exceptions import OutputError
from newscrawler.extensions.metrics import write_metrics
from newscrawler.logformatter import JsonRecord
from newscrawler.output import day_files
from newscrawler.output.folder import runs_file, runs_lock
from newscrawler.output.line import json_line
from newscrawler.output.locks import locked
from newscrawler.output.mending import mend
from newscrawler.run.alarms import enter_alarms
from newscrawler.run.record import record_of, sum_of_outcomes
from newscrawler.run.run import run_of
from newscrawler.run.verdict import judge

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler

    from newscrawler.ledger import Ledger

logger = logging.getLogger(__name__)

_LAST_RUNS = 1 << 20
"""Bytes of the file's end, some thousand runs."""


class RunRecord:
    """Open the ledger before any other component does, and close it as the last."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._run = run_of(crawler)
        self._ledger = self._run.ledger
        self._path = runs_file(self._ledger.output)
        self._wait = crawler.settings.getfloat("LEDGER_WAIT")
        self._kept = timedelta(days=crawler.settings.getint("RUNS_KEPT_DAYS"))
        self._metrics = crawler.settings.get("METRICS_DIR") or ""
        self._alerts = Alerts.of(crawler.settings)
        self.is_open = False
        """The run is entered and its line not yet written."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build; what keeps the ledger from being opened is raised here, before the first request."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signals.spider_opened)
        return extension

    def spider_opened(self) -> None:
        """Enter the run, and write the lines of earlier runs that were killed."""
        # connected now, so that all other extensions have judged the run when its line is written
        self._crawler.signals.connect(self.spider_closed, signals.spider_closed)
        self.is_open = True
        JsonRecord.runs[self._run.site] = self._run.id
        try:
            record_killed_runs(self._ledger, self._path, self._wait)
            self._ledger.save_run(record_of(self._run))
            if self._kept:
                self._ledger.forget_runs(datetime.now(UTC) - self._kept)
        except OutputError as error:
            self._run.stop_for(error)

    def spider_closed(self, reason: str) -> None:
        """End the run."""
        self.end(reason)

    def end(self, reason: str) -> None:
        """Close the account, write the run's line, close the ledger; does nothing unless the run is open."""
        if not self.is_open:
            return
        self.is_open = False
        self._run.stopped = reason == "shutdown"
        reason = self._run.failure_reason or reason
        self._run.account.close(reason)
        record = record_of(self._run, reason=reason)
        verdict = judge(self._run)
        record["exit_code"] = verdict.exit_code
        record["verdict"] = verdict.line
        if sum_of_outcomes(record) != record["listed"]:
            logger.error("the account of this run does not add up: %s", record)
        try:
            append_record(self._path, record, self._wait)
            self._ledger.save_run(record, ended=True)
            enter_alarms(self._run, verdict)
            if self._metrics:
                alarms = [row.subject for row in self._ledger.health.alarms() if row.over is None]
                write_metrics(self._metrics, record, dict.fromkeys(alarms))
            self._alerts.tell(self._ledger.health)
        except OutputError as error:
            self._run.fail(str(error))
        finally:
            self._run.close_ledger()
            JsonRecord.runs.pop(self._run.site, None)


def record_killed_runs(ledger: Ledger, path: Path, wait: float) -> None:
    """Write the lines of the site's earlier runs that were killed; mend the file before.

    :param wait: as in ``append_record``.
    :raises OutputError: file or ledger cannot be used.
    """
    with locked(runs_lock(path.parent), wait):
        mend(path)
    for record in ledger.killed_runs():
        if not is_recorded(path, record["id"]):  # else its ledger could not be written in the end
            append_record(path, record, wait)
        ledger.save_run(record, ended=True)


def is_recorded(path: Path, run_id: str) -> bool:
    """Tell whether the last runs of a file have one of that id."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _LAST_RUNS))
            return f'"id":"{run_id}"'.encode() in file.read()
    except FileNotFoundError:
        return False


def append_record(path: Path, record: dict[str, Any], wait: float) -> None:
    """Append a line to a file to which the runs of all sites write.

    :param wait: the longest time in seconds that another run may hold the file.
    :raises OutputError: the file cannot be written, or is held for longer.
    """
    with locked(runs_lock(path.parent), wait):
        day_files.append(path, json_line(record))
