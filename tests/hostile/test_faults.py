"""Faults that pass cost nothing, those that stay are in the account by class, and the next run finds what has
come back."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from benchmarks.faults import Paper, crawled

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

QUICK = {"HEADERS_TIMEOUT": "2", "BACKOFF_START": "0.05", "BACK_OFF": "False"}


def test_what_passes_is_exported_and_what_stays_is_accounted_for(tmp_path: Path) -> None:
    with ExitStack() as stack:
        site = Paper(200, stack)
        assert (site.passing, site.staying.total()) == (6, 2)
        first = crawled(site, tmp_path, QUICK)
        assert first.wrong == []
        assert first.failed == site.staying == Counter({"gone": 1, "truncated": 1})
        assert first.new == 198
        site.recover()
        second = crawled(site, tmp_path, QUICK)
        assert (second.wrong, second.failed, second.new) == ([], Counter(), 2)
