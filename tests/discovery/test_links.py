"""Links of listings: what they lead to, by the page's base; what is no URL leads nowhere."""

from __future__ import annotations

import pytest

from newscrawler.discovery.links import absolute, base_of_page, is_path, web_url
from newscrawler.document import parse_document

HOME = "https://press.example/news/"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("1", f"{HOME}1"),
        (" /a b ", "https://press.example/a b"),
        ("//other.example/a", "https://other.example/a"),
        ("\\world\\1?a=\\b", "https://press.example/world/1?a=\\b"),
        ("?page=2", f"{HOME}?page=2"),
        ("https://other.example/a", "https://other.example/a"),
        ("mailto:desk@press.example", "mailto:desk@press.example"),
        ("", HOME),
        ("http://[1/", None),
        ("//a:99999/", None),
        ("//a:b/", None),
        ("/\ud83d", None),
        (f"//{'a' * 512}/", f"https://{'a' * 512}/"),
        (f"//{'a' * 513}/", None),
    ],
)
def test_where_a_link_leads(href: str, url: str | None) -> None:
    assert absolute(HOME, href) == url


def test_how_long_a_url_may_be() -> None:
    plain = "https://press.example/a"
    for href in (plain, "/a"):
        assert absolute(HOME, href, len(plain)) == plain
        assert absolute(HOME, href, len(plain) - 1) is None
        assert absolute(HOME, href, 0) == plain
    assert web_url(HOME, "/a", len(plain) - 1) is None


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("1", f"{HOME}1"),
        ("HTTP://press.example/a", "HTTP://press.example/a"),
        ("HTTPS://press.example/a", "HTTPS://press.example/a"),
        ("ftp://press.example/a", None),
        ("javascript:void(0)", None),
        ("http://[1/", None),
    ],
)
def test_a_link_to_the_web(href: str, url: str | None) -> None:
    found = web_url(HOME, href)
    assert (found and found.lower()) == (url and url.lower())


@pytest.mark.parametrize(
    ("head", "base"),
    [
        ("", HOME),
        ("<base href=/other/>", "https://press.example/other/"),
        ("<base target=_top><base href=/other/><base href=/third/>", "https://press.example/other/"),
        ("<base href=''><base href=/third/>", "https://press.example/third/"),
        ("<base href='mailto:a@b.example'>", HOME),
        (f"<base href=/{'a' * 60}>", HOME),
    ],
)
def test_the_base_of_a_page(head: str, base: str) -> None:
    assert base_of_page(parse_document(f"<head>{head}</head>", HOME).root, HOME, 60) == base


@pytest.mark.parametrize(("text", "told"), [("/a", True), ("?p=1", True), ("a b", False), ("/a b", False)])
def test_paths(text: str, told: bool) -> None:
    assert is_path(text) is told
