"""Metrics: the latest run of each site for Prometheus, as a text file that node_exporter collects."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawler.output.write_whole import write_whole
from newscrawler.run.record import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Iterable

HELP = {
    "newscrawler_run_end_seconds": "When the latest run ended, seconds since 1970.",
    "newscrawler_run_duration_seconds": "How long it took.",
    "newscrawler_run_exit_code": "0 good, 1 failed, 2 wrong arguments, 3 unhealthy, 130 stopped.",
    "newscrawler_run_listed": "Articles that its listings showed.",
    "newscrawler_run_articles": "What became of them.",
    "newscrawler_run_bytes": "Bytes that were received.",
    "newscrawler_alarm": "1 for each alarm that is open.",
}
"""Metric -> what it says; all are gauges."""


def write_metrics(folder: str, record: dict[str, Any], alarms: Iterable[str]) -> None:
    """Write the file of a site.

    :param record: of the run that has ended.
    :param alarms: subjects of the alarms that are open.
    :raises OutputError: the folder cannot be written to.
    """
    write_whole(Path(folder) / f"{record['site']}.prom", metrics_of(record, alarms).encode())


def metrics_of(record: dict[str, Any], alarms: Iterable[str]) -> str:
    """Return the metrics of a run in Prometheus' text form."""
    site = record["site"]
    begin, end = (datetime.fromisoformat(record[name]) for name in ("start", "end"))
    found: dict[str, list[tuple[dict[str, str], float]]] = {
        "newscrawler_run_end_seconds": [({}, end.timestamp())],
        "newscrawler_run_duration_seconds": [({}, (end - begin).total_seconds())],
        "newscrawler_run_exit_code": [({}, record["exit_code"])],
        "newscrawler_run_listed": [({}, record["listed"])],
        "newscrawler_run_articles": [({"outcome": name}, _count(record[name])) for name in OUTCOMES],
        "newscrawler_run_bytes": [({}, record["bytes"])],
        "newscrawler_alarm": [({"subject": subject}, 1) for subject in alarms],
    }
    lines = []
    for name, values in found.items():
        lines += [f"# HELP {name} {HELP[name]}", f"# TYPE {name} gauge"]
        lines += [f"{name}{_labels({'site': site, **labels})} {value:.15g}" for labels, value in values]
    return "\n".join(lines) + "\n"


def _count(value: Any) -> int:
    return sum(value.values()) if isinstance(value, dict) else int(value)


def _labels(labels: dict[str, str]) -> str:
    parts = []
    for name, value in labels.items():
        escaped = value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
        parts.append(f'{name}="{escaped}"')
    return "{" + ",".join(parts) + "}"
