"""Section name: what can be the name of a section, and what is the way home, a day or a button."""

import pytest

from newscrawler.document import parse_document
from newscrawler.document.node import first
from newscrawler.sources.sections.section_name import is_generic, is_home, is_section_name, name_of


@pytest.mark.parametrize(
    "name", ["Politics", "Общество", "経済", "Arts & Life", "24/7 Harbour", "Le monde du vin"]
)
def test_names_of_sections(name: str) -> None:
    assert is_section_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Uncategorized",
        "Без рубрики",
        "Sponsored",
        "Anzeige",
        "12 comments",
        "May 2025",
        "« Back",
        "Back to all",
        "Contact us",
        "More:",
        "…",
        "A headline that tells of a wall",
    ],
)
def test_what_names_no_section(name: str) -> None:
    assert not is_section_name(name)


def test_the_front_page_and_all_news() -> None:
    assert all(map(is_home, ("Home", "Startseite", "Главная", "الرئيسية", "トップ", "Início")))
    assert not is_home("Homes")
    assert all(map(is_generic, ("News", "Nachrichten", "Haberler", "ニュース")))
    assert not is_generic("Sport")


def test_a_link_without_its_label() -> None:
    link = first(parse_document("<a href=/c>Category: Harbour,</a>", "https://press.example/a").root, "a")
    assert link is not None
    assert name_of(link) == "Harbour"


def test_how_long_the_name_of_a_section_is() -> None:
    assert is_section_name("x" * 50)
    assert not is_section_name("x" * 51)
    assert is_section_name("Port and town and sea news")
    assert not is_section_name("Port and town and sea news now")
