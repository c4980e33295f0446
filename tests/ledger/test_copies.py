"""Copies are found alike in either database."""

from __future__ import annotations

import pytest

from benchmarks.near_duplicates import run
from tests.near_duplicates.labelled import stream


@pytest.mark.fleet
def test_copies_on_postgresql(postgres_database: str) -> None:
    articles = stream(1, 1, "cyrillic")[:250]
    outcome, wrong, _ = run(articles)
    assert outcome["found"] > 50
    assert run(articles, url=postgres_database)[:2] == (outcome, wrong)
