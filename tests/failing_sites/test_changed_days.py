"""What a site changes is named by the first run after it; a run that has nothing to tell is good."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.crawl import ROOT
from tests.failing_sites.changed_days import DAYS
from tests.failing_sites.changes import CHANGES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def test_each_change_is_named_by_its_first_run(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.failing_sites.changed_days", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=860, check=True)
    said = {run["name"]: run for run in map(json.loads, done.stdout.splitlines())}
    assert {run["code"] for name, run in said.items() if name.startswith("day ")} == {0}
    assert len(said) == DAYS + len(CHANGES)
    wrong = {
        change.name: said[change.name]
        for change in CHANGES
        if said[change.name]["code"] != (change.code if change.says else 0)
        or change.says not in said[change.name]["line"]
    }
    assert wrong == {}
