"""What a site changes is named by the first run after it; a run that has nothing to tell is good."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.failing_sites.changed_days import DAYS
from tests.failing_sites.changes import CHANGES
from tests.forks import Fork

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def test_each_change_is_named_by_its_first_run(tmp_path: Path) -> None:
    process = Fork("tests.failing_sites.changed_days:main", [str(tmp_path)])
    stdout, stderr = process.communicate(860)
    assert process.returncode == 0, stderr
    said = {run["name"]: run for run in map(json.loads, stdout.splitlines())}
    assert {run["code"] for name, run in said.items() if name.startswith("day ")} == {0}
    assert len(said) == DAYS + len(CHANGES)
    wrong = {
        change.name: said[change.name]
        for change in CHANGES
        if said[change.name]["code"] != (change.code if change.says else 0)
        or change.says not in said[change.name]["line"]
    }
    assert wrong == {}
