"""The link to older rows is told by what stays on every page: its relation, its class, what stands before it."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.drafts.next_link import next_link
from tests.drafts.shell_newsrooms import numbered_pages
from tests.drafts.test_draft import declared, drafted

SITE = "https://gazette.example"


def selector(*pages: str) -> str | None:
    """Return the selector for the first pages of a listing, as ``{}`` stands for a link with that number."""
    trees = {}
    for number, html in enumerate(pages, 1):
        url = f"{SITE}/town/" + (f"?page={number}" if number > 1 else "")
        trees[url] = parse_document(f"<html><body>{html}</body></html>".encode(), url, {}).root
    found = next_link(trees)
    return found[0] if found else None


def link(number: int, text: str = "", more: str = "") -> str:
    return f"<a href='/town/?page={number}' {more}>{text or number}</a>"


@pytest.mark.parametrize(
    ("pages", "wanted"),
    [
        ([link(2, "Older", "rel=next")], 'a[rel~="next"]'),
        ([link(2, "Older", "class='button older'")], "a.button"),
        ([link(2, "Older", "class=b"), link(1, "Newer", "class=b") + link(3, "Older", "class='b o'")], None),
        (["<p class=pager>" + link(2, "Older") + "</p>"], "p.pager > a"),
        (
            ["<i class=on>1</i>" + link(2), link(1) + "<i class=on>2</i>" + link(3)],
            "i.on + a",
        ),
        (
            [
                f"<ul><li class=active>{link(1)}</li><li>{link(2)}</li></ul>",
                f"<ul><li>{link(1)}</li><li class=active>{link(2)}</li><li>{link(3)}</li></ul>",
            ],
            "li.active + li a",
        ),
        (["<p>Nothing follows.</p>"], None),
    ],
)
def test_selectors(pages: list[str], wanted: str | None) -> None:
    assert selector(*pages) == wanted


def test_a_draft_names_it() -> None:
    assert declared(drafted(numbered_pages())).next_page == "span + a"
