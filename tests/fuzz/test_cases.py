"""Cases: what fuzzing has found, made small, read again by every run of the tests; a reader says the same
each time."""

import time
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

CASES = sorted(path for path in (Path(__file__).parent / "cases").rglob("*") if path.is_file())


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_case(case: Path) -> None:
    read, data = TARGETS[case.parent.name], case.read_bytes()
    start = time.process_time()
    assert read(data) == read(data)
    assert time.process_time() - start < 2


def test_every_target_has_a_case() -> None:
    assert {case.parent.name for case in CASES} == set(TARGETS)
