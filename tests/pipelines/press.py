"""A run of one site, and its pipelines as the engine would call them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scrapy import Spider
from scrapy.utils.test import get_crawler

from newscrawler.exceptions import NotWritten, SetAside
from newscrawler.items import Article, NoLine, requested_url_of
from newscrawler.pipelines.export_jsonl import ExportJsonl
from newscrawler.pipelines.revise import Revise
from newscrawler.run.run import run_of
from tests.defaults import DEFAULTS
from tests.output.test_line import full_article
from tests.schema import validate

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler


class PressSpider(Spider):
    name = "press"


def press_crawler(settings: dict[str, Any], **more: Any) -> Crawler:
    """Return a crawler of the site as it is when its spider is open."""
    crawler = get_crawler(PressSpider, {**DEFAULTS, **settings, **more})
    crawler.spider = PressSpider()
    return crawler


def article(number: int = 12, **changes: Any) -> Article:
    values: dict[str, Any] = {
        "id": f"press:{number}",
        "url": f"https://press.example/politics/{number}",
        "requested_url": f"https://press.example/politics/{number}",
        "canonical_url": None,
        "amp_url": None,
        "mobile_url": None,
        "revision": 1,
        "changed": [],
        "previous_hash": None,
        "silent_edit": False,
        "duplicate_of": None,
        "similarity": None,
    }
    return replace(full_article(), **{**values, **changes})


class Pipelines:
    """A run's revise and export, as the engine would call them."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.revise = Revise.from_crawler(crawler)
        self.export = ExportJsonl.from_crawler(crawler)

    def process(self, item: Any) -> Any:
        """Return the article that is written, or what Scrapy is told of one that needs no line."""
        if not isinstance(item, NoLine):
            run_of(self.crawler).account.enter(requested_url_of(item))
        try:
            return self.export.process_item(self.revise.process_item(item))
        except (NotWritten, SetAside) as error:
            return error


def lines(output: Path) -> list[dict[str, Any]]:
    found = [
        json.loads(line)
        for path in sorted(output.glob("press/*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]
    for line in found:
        validate(line)
    return found
