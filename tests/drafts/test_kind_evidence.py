"""A kind is told by the name first, then by the description and the sections; else it is a general paper."""

from __future__ import annotations

import pytest

from newscrawler.drafts.kind_evidence import kind_of


@pytest.mark.parametrize(
    ("title", "description", "sections", "kind"),
    [
        ("Quill News Agency", None, [], "agency"),
        ("Quillfunk", "Das Rundfunkhaus am Kai", [], "broadcaster"),
        ("Quill Wirtschaft", None, [], "business"),
        ("The Quay", "All local news of the harbour", [], "regional"),
        ("The Quay", None, ["Markets", "Finance", "Business", "Sport"], "business"),
        ("The Quay", None, ["Business", "Town", "Sport"], "general"),
        (None, None, [], "general"),
    ],
)
def test_kinds(title: str | None, description: str | None, sections: list[str], kind: str) -> None:
    found, evidence = kind_of(title, description, sections)
    assert found == kind
    assert evidence
