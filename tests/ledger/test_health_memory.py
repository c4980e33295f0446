"""The ledger keeps a site's history and its alarms."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newscrawler.ledger.health_memory import KEPT, AlarmRow
from tests.ledger.lines import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.settings import Settings

    from newscrawler.ledger import Ledger

NOW = datetime.now(UTC).replace(microsecond=0)
ROW = AlarmRow("tass", "a", "headline", NOW, "changed", 0.001, ["https://example.org/1"], NOW, "run")


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    ledger, _ = opened(settings)
    yield ledger
    ledger.close()


def test_a_history_belongs_to_a_site_and_its_arguments(ledger: Ledger) -> None:
    assert ledger.health.history("a") == ""
    ledger.health.write_history("a", "{}")
    ledger.health.write_history("a", "[]")
    assert ledger.health.history("a") == "[]"
    assert ledger.health.history("b") == ""


def test_alarms_are_kept_and_forgotten_long_after_they_are_over(ledger: Ledger) -> None:
    old = replace(ROW, subject="body", over=NOW - KEPT - timedelta(days=1))
    ledger.health.write_alarms([replace(ROW, site=ledger.site)])
    assert [row.subject for row in ledger.health.alarms()] == ["headline"]
    assert ledger.health.alarms()[0].samples == ROW.samples
    ledger.health.write_alarms([replace(ROW, site=ledger.site, told=NOW), replace(old, site=ledger.site)])
    assert [(row.subject, row.told) for row in ledger.health.alarms()] == [("headline", NOW)]
