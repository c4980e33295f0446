"""Versions of the schema: each line is held against its own, and 1.1 only adds to 1.0."""

import json
from dataclasses import asdict
from pathlib import Path

import newscrawler
from newscrawler.items import Article, TimeEvidence
from newscrawler.output.line import from_line, to_line
from newscrawler.output.schema import SCHEMA_PATH
from tests.schema import validate

OUTPUT = Path(newscrawler.__file__).parent / "output"


def article(offset: str) -> Article:
    return Article(
        id="press:12",
        site="press",
        url="https://press.example/12",
        requested_url="https://press.example/12",
        published_at="2017-05-04T16:27:00+00:00",
        published_at_evidence=TimeEvidence("2017-05-04T16:27:00Z", "json-ld", "second", offset),  # type: ignore[arg-type]
        byline="By Ann Example, Press Agency",
        content_hash="0" * 32,
        fetched_at="2017-05-04T16:30:00+00:00",
        run_id="1",
    )


def test_a_line_of_this_version() -> None:
    for offset in ("utc", "stated"):
        validate(json.loads(to_line(article(offset))))


def test_a_line_of_1_0_is_still_read_and_still_valid() -> None:
    line = asdict(article("stated"))
    for name in ("byline", "entries", "changed_by", "archived", "custom"):
        del line[name]
    line["schema_version"] = "1.0"
    validate(line)
    old = from_line(json.dumps(line))
    assert (old.schema_version, old.byline) == ("1.0", None)
    assert old.published_at_evidence is not None
    assert old.published_at_evidence.offset == "stated"


def test_1_1_only_adds() -> None:
    old = json.loads((OUTPUT / "article-1.0.json").read_text("utf-8"))["properties"]
    new = json.loads(SCHEMA_PATH.read_text("utf-8"))["properties"]
    assert set(new) - set(old) == {"byline", "entries", "changed_by", "archived", "custom"}
    assert [name for name in new if name in old] == list(old)
    same = {name for name in old if old[name] == new[name]}
    assert set(old) - same == {"schema_version", "published_at_evidence", "extracted_by", "listed_on"}
    kinds = [properties["listed_on"]["items"]["properties"]["kind"]["enum"] for properties in (old, new)]
    assert set(kinds[1]) - set(kinds[0]) == {"list"}
