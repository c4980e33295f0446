"""The table is the schema, flat: each field of a line is in a column, and none is left out."""

from dataclasses import fields

from newscrawler.exports.columns import COLUMNS, NAMES
from newscrawler.items import Article, Dateline, TimeEvidence


def test_each_field_of_a_line_has_a_column() -> None:
    assert {column.path[0] for column in COLUMNS} == {field.name for field in fields(Article)}
    for part, cls in (("dateline", Dateline), ("published_at_evidence", TimeEvidence)):
        assert {f"{part}_{field.name}" for field in fields(cls)} <= set(NAMES)
    assert len(set(NAMES)) == len(NAMES)


def test_types() -> None:
    kinds = {column.name: column.kind for column in COLUMNS}
    assert kinds["headline"] == kinds["published_at"] == kinds["access_state"] == "text"
    assert kinds["published_at_utc"] == kinds["modified_at_utc"] == kinds["fetched_at_utc"] == "instant"
    assert kinds["topics"] == kinds["authors"] == kinds["opt_outs"] == kinds["changed"] == "list"
    assert kinds["images"] == kinds["extracted_by"] == kinds["published_at_evidence_conflicts"] == "json"
    assert (kinds["revision"], kinds["similarity"], kinds["withdrawn"]) == ("integer", "number", "boolean")
