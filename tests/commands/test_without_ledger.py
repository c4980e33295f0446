"""Commands that are no crawl: nothing that reads or writes the ledger is left on."""

from __future__ import annotations

from scrapy.utils.project import get_project_settings

from newscrawler.commands.without_ledger import OFF, switch_off_ledger


def test_no_component_is_left_that_asks_the_ledger() -> None:
    settings = get_project_settings()
    before = settings.getdict("DOWNLOADER_MIDDLEWARES")
    switch_off_ledger(settings)
    for name in ("EXTENSIONS", "ITEM_PIPELINES", "SPIDER_MIDDLEWARES"):
        assert not any(settings.getdict(name).values()), name
    off = OFF["DOWNLOADER_MIDDLEWARES"]
    assert off
    assert off <= before.keys(), "a name that is not on cannot be switched off"
    left = {path: order for path, order in settings.getdict("DOWNLOADER_MIDDLEWARES").items() if order}
    assert left == {path: order for path, order in before.items() if path not in off and order}


def test_the_guard_stays() -> None:
    settings = get_project_settings()
    switch_off_ledger(settings)
    assert any("guard" in path for path, order in settings.getdict("DOWNLOADER_MIDDLEWARES").items() if order)
