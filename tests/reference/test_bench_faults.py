"""The faults of a site that this project did not make, by that site's own score."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from benchmarks.faults import Kit, crawled

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"

pytestmark = pytest.mark.slow


def test_what_passes_is_exported_and_what_stays_is_accounted_for(tmp_path: Path) -> None:
    with ExitStack() as stack:
        site = Kit(120, stack, BENCH)
        assert site.passing
        assert site.staying
        first = crawled(site, tmp_path)
        assert (first.wrong, first.failed) == ([], site.staying)
        site.recover()
        second = crawled(site, tmp_path)
        assert (second.wrong, second.failed.total(), second.new) == ([], 0, site.staying.total())
