"""Labels of times: which of the times of a line is that of publication, and which that of a change."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import first
from newscrawler.sources.times.time_labels import is_named_modified, tell_apart


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Stand: 13.05.2025 | Erstveröffentlichung: 12.05.2025", ["veröffentlichung: 12.05.2025"], ["Stand: 13.05.2025 | Erst"]),
        ("12.05.2025 14:30 veröffentlicht", ["12.05.2025 14:30 veröffentlicht"], []),
        ("Published 12 May 2025", ["Published 12 May 2025"], []),
        ("12 May 2025, updated 13 May 2025", ["12 May 2025, "], ["updated 13 May 2025"]),
    ],
)  # fmt: skip
def test_the_times_of_a_line(line: str, published: list[str], modified: list[str]) -> None:
    found: tuple[list[str], list[str]] = ([], [])
    element = first(parse_document(f"<body><p>{line}</p></body>", "https://press.example/a").root, "p")
    assert element is not None
    tell_apart(line, element, *found)
    assert found == (published, modified)


@pytest.mark.parametrize(
    ("names", "is_modified"),
    [("updated", True), ("entry-date updated", False), ("post-date", False), ("last-modified", True), ("updated published", False)],
)  # fmt: skip
def test_the_names_of_a_time(names: str, is_modified: bool) -> None:
    assert is_named_modified(names) == is_modified
