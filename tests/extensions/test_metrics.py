"""What Prometheus is told of a run."""

from pathlib import Path
from typing import Any

from newscrawler.extensions.metrics import HELP, metrics_of, write_metrics
from newscrawler.run.record import OUTCOMES

RECORD: dict[str, Any] = {
    **dict.fromkeys(OUTCOMES, 0), "site": 'a"b\\', "start": "2026-11-02T10:00:00+00:00",
    "end": "2026-11-02T10:01:30+00:00", "exit_code": 3, "listed": 9, "new": 4,
    "failed": {"dns": 2, "timeout": 3},
    "bytes": 12_345_678_901,
}  # fmt: skip


def test_each_metric_has_its_help_and_labels_are_escaped() -> None:
    lines = metrics_of(RECORD, ["headline"]).splitlines()
    assert [line.split()[2] for line in lines if line.startswith("# TYPE")] == list(HELP)
    assert r'newscrawler_run_articles{site="a\"b\\",outcome="failed"} 5' in lines
    assert r'newscrawler_run_duration_seconds{site="a\"b\\"} 90' in lines
    assert r'newscrawler_run_bytes{site="a\"b\\"} 12345678901' in lines
    assert r'newscrawler_alarm{site="a\"b\\",subject="headline"} 1' in lines


def test_a_file_for_each_site(tmp_path: Path) -> None:
    write_metrics(str(tmp_path), {**RECORD, "site": "tass"}, [])
    assert [path.name for path in tmp_path.iterdir()] == ["tass.prom"]
