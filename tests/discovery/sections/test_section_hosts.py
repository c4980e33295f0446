"""A host of the site can be a section; editions in other languages, shops and servers of files are none."""

from __future__ import annotations

import pytest

from newscrawler.discovery.sections.front_page import read_front
from newscrawler.discovery.sections.section_hosts import MOST, section_of_host
from newscrawler.document import parse_document

DOMAINS = ("paper.example",)


@pytest.mark.parametrize("label", ["sport", "economia", "tech", "blogs", "town-of-quillmouth"])
def test_a_section(label: str) -> None:
    assert section_of_host(f"https://{label}.paper.example/", DOMAINS) == label
    assert section_of_host(f"https://www.{label}.paper.example:8080/", DOMAINS) == label


@pytest.mark.parametrize(
    "host",
    ["paper.example", "www.paper.example", "m.paper.example", "de.paper.example", "abo.paper.example",
     "static1.paper.example", "aboservice.paper.example", "jobs-town.paper.example", "fanshop.paper.example",
     "a.sport.paper.example", "sport.other.example"],
)  # fmt: skip
def test_no_section(host: str) -> None:
    assert section_of_host(f"https://{host}/", DOMAINS) is None


def test_the_menu_of_a_front_page() -> None:
    menu = "".join(
        f"<a href=https://{host}paper.example/>{name}</a>"
        for host, name in (("", "Home"), ("sport.", "Sport"), ("news.", "News"), ("abo.", "Abo"))
    )
    url = "https://news.paper.example/"
    front = read_front(parse_document(f"<nav>{menu}</nav>", url).root, url, DOMAINS)
    assert front.sections == {"sport": ("https://sport.paper.example/", "Sport")}


@pytest.mark.parametrize(("count", "found"), [(MOST, MOST), (MOST + 1, 0)])
def test_a_network_of_editions_is_left(count: int, found: int) -> None:
    menu = "".join(
        f"<a href=https://city{'abcdefghijklm'[n]}.paper.example/>City {n}</a>" for n in range(count)
    )
    url = "https://paper.example/"
    front = read_front(parse_document(f"<nav>{menu}<a href=/sport>Sport</a></nav>", url).root, url, DOMAINS)
    assert len(front.sections) == found + 1
