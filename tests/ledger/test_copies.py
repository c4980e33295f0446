"""Copies are found alike in either database."""

from __future__ import annotations

import pytest

from benchmarks.near_duplicates import run
from tests.near_duplicates.labelled import stream


@pytest.mark.fleet
def test_copies_on_postgresql(postgres_database: str) -> None:
    every = stream(1, 1, "cyrillic")
    copies = {labelled.id: labelled.copy_of for labelled in every if labelled.copy_of}
    some = dict(list(copies.items())[:40])
    articles = [labelled for labelled in every if labelled.id in some or labelled.id in some.values()]
    outcome, wrong, _ = run(articles)
    assert outcome["found"] == 40
    assert run(articles, url=postgres_database)[:2] == (outcome, wrong)
