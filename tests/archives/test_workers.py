"""Readers in processes of their own: in order, bounded, and no page ends the others."""

from __future__ import annotations

import os
import signal
from io import BytesIO
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from newscrawler.archives import workers as module
from newscrawler.archives.blocks import Block, read_blocks
from newscrawler.archives.inputs import PlacedBlock, Source
from newscrawler.archives.kept_page import NoPage
from newscrawler.archives.plain_settings import plain_settings
from newscrawler.archives.reading import PageReader, Read, killed_the_reader, reader_of
from newscrawler.archives.wanted import Wanted
from newscrawler.archives.workers import Workers
from newscrawler.items import Article, Rejection
from tests.archives.warc_kit import record

SETTINGS = plain_settings(get_project_settings())


def source(number: int, **options: str) -> Source:
    (block,) = read_blocks(BytesIO(record(number, **options)))  # type: ignore[arg-type]
    assert isinstance(block, Block)
    return PlacedBlock(block, f"record {number}")


def test_an_article_of_an_undeclared_site() -> None:
    found = PageReader(SETTINGS).read(source(1))
    assert isinstance(found, Read)
    assert isinstance(found.item, Article)
    assert (found.site, found.item.headline) == ("harbour.example", "Quay 1 opens")
    assert found.item.fetched_at == "2026-05-05T08:00:00+00:00"


def test_a_declared_site_is_read_by_its_declaration() -> None:
    found = PageReader(SETTINGS).read(source(1, host="tass.com"))
    assert isinstance(found, Read)
    assert found.site == "tass"
    assert isinstance(found.item, Article | Rejection)


@pytest.mark.parametrize(
    ("options", "reason"),
    [({"date": "2026-04-01T00:00:00Z"}, "out_of_range"), ({"host": "other.example"}, "other_host")],
)
def test_what_is_not_wanted(options: dict[str, str], reason: str) -> None:
    from datetime import UTC, datetime

    from newscrawler.archives.kept_page import NoPage

    wanted = Wanted(("harbour.example",), since=datetime(2026, 5, 1, tzinfo=UTC))
    found = PageReader(SETTINGS, wanted).read(source(1, **options))
    assert isinstance(found, NoPage)
    assert found.reason == reason


@pytest.mark.slow
def test_results_come_in_order_and_what_kills_a_reader_is_told(tmp_path: Path) -> None:
    sources = [source(number) for number in range(40)]
    killer = KillerPath(tmp_path / "killer.html")
    killer.write_text("<html>")
    sources.insert(17, killer)
    with Workers(reader_of, (SETTINGS, Wanted(), None), killed_the_reader, 2) as readers:
        found = list(readers.read(sources))
    assert len(found) == 41
    (lost,) = [each for each in found if isinstance(each, NoPage)]
    assert (lost.reason, lost.place) == ("killed_the_reader", str(killer))
    numbers = [
        each.item.headline for each in found if isinstance(each, Read) and isinstance(each.item, Article)
    ]
    assert numbers == [f"Quay {number} opens" for number in range(40)]
    assert module.AT_ONCE < 40


class KillerPath(type(Path())):  # type: ignore[misc]  # the class of this system's paths
    """A file whose reader dies, as by a page at which a parser crashes."""

    def is_file(self) -> bool:
        os.kill(os.getpid(), signal.SIGKILL)
        return True
