"""Scrapy's feeds hold the flat columns of articles, and other items as they are."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from scrapy.settings import default_settings
from scrapy.utils.misc import load_object

from newscrawler import settings
from newscrawler.exports.columns import NAMES
from newscrawler.exports.feeds import FlatCsv, FlatJson, FlatXml, Lines
from newscrawler.output.line import to_line
from tests.exports.written import article

if TYPE_CHECKING:
    from scrapy.exporters import BaseItemExporter


def exported(cls: type[BaseItemExporter], *items: Any) -> str:
    file = io.BytesIO()
    exporter = cls(file, encoding="utf-8")  # type: ignore[call-arg]  # each takes the file first
    exporter.start_exporting()
    for item in items:
        exporter.export_item(item)
    exporter.finish_exporting()
    return file.getvalue().decode()


HARD = article(1, headline="=1+1", body="a\ud83d\x0b\ufffe", lead=None)


def test_csv() -> None:
    header, cells = csv.reader(io.StringIO(exported(FlatCsv, HARD), newline=""))
    assert tuple(header) == NAMES
    found = dict(zip(header, cells, strict=True))
    assert (found["headline"], found["lead"], found["withdrawn"]) == ("'=1+1", "", "false")
    assert found["topics"] == '["ports","rail; road"]'
    assert found["published_at_utc"] == "2026-05-04T16:27:00.000000Z"


def test_json_lines_are_the_lines() -> None:
    assert json.loads(exported(Lines, HARD)) == json.loads(to_line(HARD))


def test_json() -> None:
    (found,) = json.loads(exported(FlatJson, HARD))
    assert tuple(found) == NAMES
    assert (found["headline"], found["body"], found["lead"]) == ("=1+1", "a�\x0b\ufffe", None)
    assert found["topics"] == ["ports", "rail; road"]
    assert found["dateline_place"] == "Oran"


def test_xml() -> None:
    (item,) = ET.fromstring(exported(FlatXml, HARD))
    assert item.findtext("body") == "a���"
    assert item.find("lead") is None
    assert json.loads(item.findtext("extracted_by") or "") == {"headline": "site"}


@pytest.mark.parametrize("cls", [FlatCsv, FlatJson, Lines, FlatXml])
def test_other_items_are_left_as_they_are(cls: type[BaseItemExporter]) -> None:
    assert "=1" in exported(cls, {"title": "=1"})


def test_every_text_format_of_scrapy_has_its_flat_exporter() -> None:
    assert set(settings.FEED_EXPORTERS) == set(default_settings.FEED_EXPORTERS_BASE) - {"marshal", "pickle"}
    assert all(map(load_object, settings.FEED_EXPORTERS.values()))
