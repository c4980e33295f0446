"""Commands that are no crawl: nothing that reads or writes the ledger is left on."""

from __future__ import annotations

import inspect
from importlib import import_module

from scrapy.utils.project import get_project_settings

from newscrawler.commands.without_ledger import OFF, switch_off_ledger


def test_no_component_is_left_that_asks_the_ledger() -> None:
    settings = get_project_settings()
    before = settings.getdict("DOWNLOADER_MIDDLEWARES")
    switch_off_ledger(settings)
    for name in ("EXTENSIONS", "ITEM_PIPELINES", "SPIDER_MIDDLEWARES"):
        on = [path for path, order in settings.getdict(name).items() if order is not None]
        asking = [
            path for path in on if "ledger" in inspect.getsource(import_module(path.rpartition(".")[0]))
        ]
        assert asking == [], name
        assert not set(OFF[name]) & set(on)
    off = OFF["DOWNLOADER_MIDDLEWARES"]
    assert off
    assert set(off) <= before.keys(), "a name that is not on cannot be switched off"
    left = {path: order for path, order in settings.getdict("DOWNLOADER_MIDDLEWARES").items() if order}
    assert left == {path: order for path, order in before.items() if path not in off and order}


def test_the_guard_stays() -> None:
    settings = get_project_settings()
    switch_off_ledger(settings)
    assert any("guard" in path for path, order in settings.getdict("DOWNLOADER_MIDDLEWARES").items() if order)
