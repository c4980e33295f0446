"""A page that marks no menu has one all the same: a list of short links, outside of its content."""

from __future__ import annotations

import pytest

from newscrawler.discovery.sections.front_page import read_front
from newscrawler.discovery.sections.unmarked_menu import LEAST, unmarked_menus
from newscrawler.document import Element, parse_document

PAGE = "https://paper.example/"
NAMES = ("World", "Sport", "Harbour & ships", "文化")


def root(markup: str) -> Element:
    return parse_document(f"<html><body>{markup}", PAGE).root


def links(form: str, names: tuple[str, ...] = NAMES) -> str:
    return "".join(form.format(f"<a href=/s{'abcd'[n]}>{name}</a>") for n, name in enumerate(names))


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=b-top><ul class=b-list>{links('<li>{}</li>')}</ul></div>",
        f"<div>{links('{}')}</div>",
        f"<div><a href=/>Home</a>{links('{}')}</div>",
        f"<table><tr><td>{links('{} | ')}</td></tr></table>",
        f"<div>{links('<span>{}</span>')}</div>",
        f"<table><tr>{links('<td>{}</td>')}</tr></table>",
        f"<table>{links('<tr><td>{}</td></tr>')}</table>",
        f"<p>{links('{}')}<br>",
    ],
)
def test_a_list_of_short_links_is_a_menu(markup: str) -> None:
    assert [link.text for menu in unmarked_menus(root(markup)) for link in menu][-LEAST:] == list(NAMES)


@pytest.mark.parametrize(
    "markup",
    [
        f"<ul>{links('<li>{}</li>', NAMES[: LEAST - 1])}</ul>",
        f"<ul>{links('<li>{} 10:30</li>')}</ul>",
        f"<ul>{links('<li>{}</li>', tuple(f'{name} opens a new quay' for name in NAMES))}</ul>",
        f"<footer><ul>{links('<li>{}</li>')}</ul></footer>",
        f"<article><ul>{links('<li>{}</li>')}</ul></article>",
        f"<ul>{links('<li><h2>{}</h2></li>')}</ul>",
        f"<h2>Latest</h2><ul>{links('<li>{}</li>')}</ul>",
        f"<div class=story-tags>{links('{}')}</div>",
        f"<div>{links('<p>{}<a href=/x>more</a></p>')}</div>",
    ],
    ids=[
        "too short",
        "times",
        "headlines",
        "at the foot",
        "in an article",
        "headings",
        "below a heading",
        "tags",
        "two links each",
    ],
)
def test_other_lists_are_none(markup: str) -> None:
    assert [*unmarked_menus(root(markup))] == []


@pytest.mark.parametrize("tag", ["h2", "h3", "article", "main", "time"])
def test_below_the_beginning_of_the_content_no_list_is_a_menu(tag: str) -> None:
    menu = f"<div>{links('{}')}</div>"
    assert len(list(unmarked_menus(root(f"{menu}<{tag}>Text</{tag}>{menu}")))) == 1
    assert list(unmarked_menus(root(f"<{tag}>Text</{tag}>{menu}"))) == []


def test_a_front_page_has_the_sections_of_its_unmarked_menu_where_it_marks_none() -> None:
    menu = f"<ul><li><a href=/the-foreign-policy-desk>Foreign policy</a></li>{links('<li>{}</li>')}</ul>"
    found = read_front(root(menu), PAGE, ("paper.example",))
    assert list(found.sections) == ["the-foreign-policy-desk", "sa", "sb", "sc", "sd"]
    marked = f"<nav>{links('{}', ('One', 'Two', 'Three', 'Four'))}</nav><ul><li><a href=/x>Xenia</a></li>"
    found = read_front(root(marked + menu), PAGE, ("paper.example",))
    assert [name for _, name in found.sections.values()] == ["One", "Two", "Three", "Four"]


@pytest.mark.parametrize("path", ["/2026/11/2{}/quay", "/a/94469{}", "/the-new-quay-opens-{}", "/i/x{}a"])
def test_a_list_of_short_headlines_is_no_menu(path: str) -> None:
    items = "".join(f"<li><a href={path.format(n)}>The quay opens</a></li>" for n in range(6))
    assert read_front(root(f"<ul>{items}</ul>"), PAGE, ("paper.example",)).sections == {}
