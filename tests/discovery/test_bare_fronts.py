"""Front pages with next to no markup: what their plain links lead to, and sections that a parameter names."""

from __future__ import annotations

import pytest

from newscrawler.bounds import Bounds
from newscrawler.discovery.answer import Answer, Found
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.publication.selection import Selection

URL = "https://paper.example/"
MENU = "<nav><a href=/world>World</a><a href=/sport>Sport</a></nav>"
STORIES = "".join(f"<a href=/2026/11/2{day}/quay>The quay opens</a>" for day in range(1, 6))


def front(markup: str) -> Found:
    scope = Scope(URL, ("paper.example",), Selection(), bounds=Bounds())
    answer = Answer(URL, f"<html><body>{markup}".encode())
    return FrontPageDiscovery(scope, URL, None).read(answer, Listing("index", None, URL, "front"))


@pytest.mark.parametrize(
    ("link", "is_section"),
    [
        ("/?page=world", True),
        ("/index.php?go=world&lang=en", True),
        ("/index.php?option=com_content&view=category&layout=blog&id=812&Itemid=3", True),
        ("/?page=login", False),
        ("/?view=mobile", False),
        ("/?page=2", False),
        ("/?page=world&sort=asc", False),
        ("/index.php?option=com_content&view=article&id=812&Itemid=3", False),
    ],
)
def test_sections_of_a_site_with_all_pages_at_one_path(link: str, is_section: bool) -> None:
    found = front(f"<nav><a href='{link}'>World</a></nav>")
    named = [each.url for each in found.listings if each.listing.kind == "section"]
    assert named == ([URL[:-1] + link] if is_section else [])


def test_links_for_which_nothing_speaks_are_tried_where_there_is_nothing_else() -> None:
    bare = "".join(f"<a href=/{name}>{name.title()} news</a><br>" for name in ("quay", "bridge", "ferry"))
    found = front(bare)
    assert [(each.link.url, each.weight) for each in found.candidates] == [
        (f"{URL}quay", 1), (f"{URL}bridge", 1), (f"{URL}ferry", 1),
    ]  # fmt: skip
    assert found.unlikely == []
    found = front(MENU + bare)
    assert (len(found.candidates), len(found.unlikely)) == (0, 3)
    found = front(STORIES + bare)
    assert (len(found.links), len(found.candidates), len(found.unlikely)) == (5, 0, 3)
