"""A run of an invented press whose supply is remembered: fixtures of the tests of that memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Spider
from scrapy.utils.test import get_crawler

from newscrawler.publication.selection import Selection
from newscrawler.run.run import Run
from newscrawler.run.supply import Supply
from tests.defaults import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOME = "https://press.example/"


class Press(Spider):
    name = "press"


class Asking(Run):
    """A run whose selection a test sets."""

    asked = Selection()

    @property
    def selection(self) -> Selection:
        return self.asked


def new_run(folder: Path, **settings: Any) -> Asking:
    return Asking(get_crawler(Press, {**DEFAULTS, "OUTPUT_DIR": str(folder), **settings}))


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Asking]:
    run = new_run(tmp_path)
    yield run
    run.close_ledger()


@pytest.fixture
def supply(run: Run) -> Supply:
    return Supply(run)
