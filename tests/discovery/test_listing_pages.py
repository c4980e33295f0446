"""Saved listing pages: each answer gives its record, field by field.

``tests/pages/<site>/<what>-listing.<html|xml|txt|answer.json>`` is the answer, ``<what>-listing.json`` the
record: its ``url``, the ``listing`` that it belongs to (with the name of a ``layout`` where one is known
before), the ``arguments`` of the crawl, and what it ``gives``. A folder is named for a spider, or for the
host of a site that nobody declares.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scrapy.spiderloader import SpiderLoaderProtocol, get_spider_loader
from scrapy.utils.project import get_project_settings

from newscrawler.discovery.answer import Answer
from newscrawler.discovery.discovery import Discovery
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.publication.declaration import Publication
from newscrawler.publication.selection import parse_selection
from newscrawler.saved_pages.listing_record import LINK_FIELDS, gives, listing_of
from newscrawler.saved_pages.listing_record import discovery_of as discovery_of_spider

PAGES = Path(__file__).parents[1] / "pages"
RECORDS = sorted(path for path in PAGES.rglob("*-listing.json") if not path.name.endswith(".answer.json"))


@cache
def record_of(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))


def answers_of(path: Path) -> list[Path]:
    return [other for other in path.parent.glob(f"{path.stem}.*") if other != path]


@cache
def spider_of(folder: str) -> type[Publication] | None:
    try:
        spider = spiders().load(folder)
    except KeyError:
        return None
    assert issubclass(spider, Publication)
    return spider


@cache
def spiders() -> SpiderLoaderProtocol:
    return get_spider_loader(get_project_settings())


def discovery_of(folder: str, arguments: dict[str, str]) -> Discovery:
    spider = spider_of(folder)
    if spider is None:
        selection = parse_selection(arguments, sections=(), timezone_name=None)
        base = f"https://{folder}/"
        return FrontPageDiscovery(Scope(base, (folder,), selection), base)
    return discovery_of_spider(spider, arguments)


@cache
def reading_of(path: Path) -> dict[str, Any]:
    record = record_of(path)
    (answer,) = answers_of(path)
    discovery = discovery_of(path.parent.name, record.get("arguments", {}))
    listing = listing_of(record, spider_of(path.parent.name))
    return gives(discovery.read(Answer(record["url"], answer.read_bytes()), listing))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_fields(path: Path) -> None:
    wanted = record_of(path)["gives"]
    found = reading_of(path)
    assert {field: found[field] for field in wanted} == wanted


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_record_is_complete(path: Path) -> None:
    assert len(answers_of(path)) == 1
    record = record_of(path)
    assert {"url", "listing", "gives"} <= record.keys()
    assert {*LINK_FIELDS, "listings", "next", "problem", "cut"} == record["gives"].keys()
    assert any(record["gives"].values())


def test_every_answer_has_a_record() -> None:
    answers = [path for path in PAGES.rglob("*-listing.*") if path not in RECORDS]
    assert not [
        path.name for path in answers if path.parent / f"{path.name.partition('.')[0]}.json" not in RECORDS
    ]
