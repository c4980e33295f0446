"""What a crawl has loaded is put aside, and the collector looks less often."""

import gc
from collections.abc import Iterator

import pytest
from scrapy import signals
from scrapy.utils.test import get_crawler

from newscrawler.extensions.garbage import YOUNG, CollectSeldom, put_aside


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leave the collector as it was."""
    before = gc.get_threshold()
    put_aside.cache_clear()
    yield
    put_aside.cache_clear()
    gc.set_threshold(*before)
    gc.unfreeze()


def test_a_later_crawl_is_not_put_aside() -> None:
    put_aside()
    before = gc.get_freeze_count()
    others = [[number] for number in range(10_000)]
    crawler = get_crawler()
    extension = CollectSeldom.from_crawler(crawler)
    crawler.signals.send_catch_log(signals.engine_started)
    assert gc.get_freeze_count() <= before
    del extension, others


def test_from_the_start_of_the_engine_on() -> None:
    crawler = get_crawler()
    extension = CollectSeldom.from_crawler(crawler)
    assert gc.get_threshold()[0] != YOUNG
    crawler.signals.send_catch_log(signals.engine_started)
    assert gc.get_threshold()[0] == YOUNG
    assert gc.get_freeze_count() > 0
    del extension
