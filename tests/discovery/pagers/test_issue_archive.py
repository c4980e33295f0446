"""The page of an issue, and a front page, lead to the issue before; a section's page does not."""

from __future__ import annotations

import pytest

from newscrawler.discovery.pagers.issue_archive import issue_before
from newscrawler.discovery.pagers.next_page import next_page
from newscrawler.document import parse_document

URL = "https://paper.example"


@pytest.mark.parametrize(
    ("label", "own", "found"),
    [
        ("Previous issue", "/", True),
        ("← Vorherige Ausgabe", "/issue/812", True),
        ("上一期", "/issue/812", True),
        ("Previous issue", "/sport", False),
        ("Next issue", "/issue/812", False),
        ("Previous issues of the magazine", "/", False),
    ],
)
def test_the_issue_before(label: str, own: str, *, found: bool) -> None:
    before = issue_before([("Sport", f"{URL}/sport"), (label, f"{URL}/issue/811")], URL + own)
    assert before == (f"{URL}/issue/811" if found else None)


def test_a_pager_comes_first() -> None:
    markup = "<a href=/issue/811>Previous issue</a><a href=/?page=2>2</a>"
    assert next_page(parse_document(f"<body>{markup}", URL).root, f"{URL}/") == f"{URL}/?page=2"
