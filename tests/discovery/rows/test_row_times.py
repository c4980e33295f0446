"""Times of listing rows: what is counted in seconds becomes a time of the site's zone, the rest stays printed."""

from __future__ import annotations

import json

import pytest

from newscrawler.discovery.rows.html_rows import read_html
from newscrawler.discovery.rows.json_api import read_json
from newscrawler.document import parse_document
from newscrawler.publication.listing_layout import HtmlListing, JsonListing

HOME = "https://press.example/"


@pytest.mark.parametrize(
    ("stated", "time"),
    [
        ("1777886820", "2026-05-04T12:27:00+03:00"),
        ("1777886820000", "2026-05-04T12:27:00+03:00"),
        ("999999999", "2001-09-09T05:46:39+04:00"),
        ("20260504", "20260504"),  # a day, not seconds
        ("17778868200000", "17778868200000"),
        ("4 May, 12:27", "4 May, 12:27"),
    ],
)
def test_of_a_page(stated: str, time: str) -> None:
    row = f'<li><a href="/a">Quay opens</a><i data-at="{stated}"></i></li>'
    listing = HtmlListing(row="li", published_at="i@data-at")
    (link,) = read_html(parse_document(row, HOME).root, HOME, listing, "Europe/Moscow").links
    assert link.published_at == time


@pytest.mark.parametrize(
    ("stated", "time"),
    [
        (1777886820, "2026-05-04T12:27:00+03:00"),
        (1777886820.0, "2026-05-04T12:27:00+03:00"),
        ("1777886820", "2026-05-04T12:27:00+03:00"),
        ("2026-05-04T12:27:00+02:00", "2026-05-04T12:27:00+02:00"),
        (True, None),
        ([1777886820], None),
    ],
)
def test_of_an_answer(stated: object, time: str | None) -> None:
    answer = json.dumps([{"link": "/a", "at": stated}]).encode()
    (link,) = read_json(answer, HOME, JsonListing("/api", published_at="at"), "Europe/Moscow").links
    assert link.published_at == time
