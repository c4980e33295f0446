"""A row has the type of its columns; a line that cannot have them is foreign, and says so."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from newscrawler.exports.columns import NAMES
from newscrawler.exports.row import NoRow, row_of, values_of
from newscrawler.exports.summary import Summary
from newscrawler.output.line import to_line
from tests.exports.written import article


def flat(line: bytes, summary: Summary | None = None) -> dict[str, Any]:
    summary = summary or Summary()
    return dict(zip(NAMES, row_of(values_of(line, summary, "x"), summary, "x"), strict=True))


def test_a_line_is_flat() -> None:
    row = flat(to_line(article(1)))
    assert row["published_at"] == "2026-05-04T19:27:00+03:00"
    assert row["published_at_utc"] == datetime(2026, 5, 4, 16, 27, tzinfo=UTC)
    assert (row["modified_at"], row["modified_at_utc"]) == ("2026-05-05", None)
    assert row["published_at_evidence_raw"] == "May 4, 19:27"
    assert row["dateline_place"] == "Oran"
    assert row["access_state"] == "unknown"
    assert row["topics"] == ["ports", "rail; road"]
    assert row["images"] == [{"url": "https://press.example/a.jpg", "caption": "A port", "credit": None}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-05-04", "no_instant"),
        ("2026-05-04T19:27:00", "no_instant"),
        ("yesterday", "no_instant"),
        ("0001-01-01T00:30:00+03:00", "beyond_time"),
        ("9999-12-31T23:30:00-03:00", "beyond_time"),
    ],
)
def test_what_is_no_instant_is_null_and_counted(text: str, found: str) -> None:
    summary = Summary()
    row = flat(to_line(article(1, published_at=text, modified_at=None)), summary)
    assert (row["published_at"], row["published_at_utc"]) == (text, None)
    assert dict(summary.counts) == {found: 1}


def changed(**more: Any) -> bytes:
    return json.dumps({**json.loads(to_line(article(1))), **more}).encode()


@pytest.mark.parametrize(
    ("line", "note"),
    [
        (b'{"id": "press:1", "revi', "torn"),
        (b'{"schema_version": "1.1", "similarity": NaN}', "torn"),
        (b"[" * 100_000, "torn"),
        (b"\xff\xfe", "torn"),
        (b"3", "foreign"),
        (b'{"reason": "video"}', "foreign"),
        (changed(id=None), "foreign"),
        (changed(id="press:" + "1" * 2000), "foreign"),
        (changed(revision="1"), "foreign"),
        (changed(revision=2**63), "foreign"),
        (changed(headline=["a"]), "foreign"),
        (changed(topics="a"), "foreign"),
        (changed(topics=[1]), "foreign"),
        (changed(dateline="ORAN"), "foreign"),
        (changed(schema_version="2.0"), "other_schema"),
    ],
)
def test_what_is_no_line_of_ours(line: bytes, note: str) -> None:
    with pytest.raises(NoRow) as error:
        flat(line)
    assert error.value.note == note


def test_an_older_line_lacks_columns_and_a_newer_one_has_keys_that_are_left_out() -> None:
    summary = Summary()
    old = json.loads(to_line(article(1)))
    del old["byline"]
    assert flat(json.dumps({**old, "schema_version": "1.0"}).encode(), summary)["byline"] is None
    assert not summary.counts["unknown_keys"]
    assert flat(changed(schema_version="1.9", sentences=[1]), summary)["id"] == "press:1"
    assert summary.counts["unknown_keys"] == 1


def test_characters_that_no_tool_takes_are_mended_everywhere() -> None:
    summary = Summary()
    row = flat(changed(headline="a\ud83d", topics=["\0"], extracted_by={"a\udc00": "\0"}), summary)
    assert (row["headline"], row["topics"], row["extracted_by"]) == ("a�", ["�"], {"a�": "�"})
    assert summary.counts["mended_text"] == 1
