"""Scrapy's feeds (``-o``, ``FEEDS``): articles as the flat columns of exports, JSON lines as the lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson
from scrapy.exporters import CsvItemExporter, JsonItemExporter, JsonLinesItemExporter, XmlItemExporter

from newscrawler.exports import csv_form, json_form
from newscrawler.exports.columns import NAMES
from newscrawler.exports.csv_form import is_formula
from newscrawler.exports.row import row_of
from newscrawler.exports.summary import Summary
from newscrawler.exports.values import as_text
from newscrawler.items import Article
from newscrawler.output.line import to_line

if TYPE_CHECKING:
    from newscrawler.exports.columns import Kind

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FlatCsv(CsvItemExporter):
    """CSV; a cell that would be a formula is defused."""

    def export_item(self, item: Any) -> None:
        """Write an article as its columns, any other item as it is."""
        flat = _flat(item, csv_form.KINDS)
        if isinstance(item, Article):
            flat = {
                name: f"'{value}" if isinstance(value, str) and is_formula(value) else value
                for name, value in flat.items()
            }
        super().export_item(flat)


class FlatJson(JsonItemExporter):
    """One JSON list."""

    def export_item(self, item: Any) -> None:
        """Write an article as its columns, any other item as it is."""
        super().export_item(_flat(item, json_form.KINDS))


class Lines(JsonLinesItemExporter):
    """JSON lines: those of the output folder, not flat."""

    def export_item(self, item: Any) -> None:
        """Write an article as its line has it, any other item as it is."""
        super().export_item(orjson.loads(to_line(item)) if isinstance(item, Article) else item)


class FlatXml(XmlItemExporter):
    """XML; what is null is left out, and what no XML can hold is U+FFFD."""

    def export_item(self, item: Any) -> None:
        """Write an article as its columns, any other item as it is."""
        flat = _flat(item, csv_form.KINDS)
        if isinstance(item, Article):
            flat = {
                name: _NO_XML.sub("\ufffd", str(value)) for name, value in flat.items() if value is not None
            }
        super().export_item(flat)


def _flat(item: Any, kinds: frozenset[Kind]) -> Any:
    """Return the columns of an article, those of the given kinds as text; any other item as it is."""
    if not isinstance(item, Article):
        return item
    row = row_of(orjson.loads(to_line(item)), Summary())
    return dict(zip(NAMES, as_text(row, kinds), strict=True))
