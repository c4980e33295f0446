"""Selectors that match on any page are found."""

import pytest

from newscrawler.commands.findings import selectors
from newscrawler.publication.article_layout import Layout
from newscrawler.publication.bare_selectors import bare_selectors


@pytest.mark.parametrize(
    "bare", ["h1", "h2", "article", "[rel=author]", "a[rel='author']", "time@datetime", "p.x, h1"]
)
def test_bare(bare: str) -> None:
    assert len(list(bare_selectors([Layout("new", marker="html", headline=bare)]))) == 1


@pytest.mark.parametrize(
    "own", ["h1.title", "#story h1", ".author", "//h1", "div[itemprop=name]", "time.published"]
)
def test_of_the_sites_own(own: str) -> None:
    assert not list(bare_selectors([Layout("new", marker="html", headline=own, topics="a")]))


def test_doctor_names_layout_field_and_remedy() -> None:
    (finding,) = selectors([Layout("new", marker="html", headline="h1")])
    assert str(finding) == (
        "absent   selector   new: headline = 'h1' matches on any page: "
        "name a class or an id beside the element"
    )
