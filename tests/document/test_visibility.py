"""What a reader sees of a page: hidden, shown, or folded away until it is opened."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.document.visibility import Visibility, hides_by_name, hides_by_style

URL = "https://news.example.org/a"


def is_hidden(html: str) -> bool:
    root = parse_document(f"<body>{html}</body>", URL).root
    wanted = root.select_one("#x")
    assert wanted is not None
    return Visibility(root).is_hidden(wanted)


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden id=x>",
        "<p hidden=hidden id=x>",
        "<div hidden><p><b id=x>",
        "<p style='display:  NONE' id=x>",
        "<p style='visibility: hidden' id=x>",
        "<p class='sr-only' id=x>",
        "<p class='visuallyHidden' id=x>",
        "<div class=d-none><b id=x>",
    ],
)
def test_hidden(html: str) -> None:
    assert is_hidden(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p id=x>",
        "<p style='border: none' id=x>",
        "<p class='hidden md:block' id=x>",
        "<p class='overflow-hidden' id=x>",
        "<div class='has-hidden-menu'><p id=x></div>",
        "<div hidden></div><p id=x>",
    ],
)
def test_shown(html: str) -> None:
    assert not is_hidden(html)


@pytest.mark.parametrize(
    "html",
    [
        "<div hidden=until-found id=x>",
        "<details><p id=x>",
        "<button aria-expanded=false aria-controls='p x'>More</button><div hidden id=x>",
        "<h3 aria-controls=p aria-expanded=false>More</h3><div id=p style='display:none'><p id=x>",
        "<a role=button aria-controls=p aria-expanded=false>More</a><div id=p class=hidden><p id=x>",
    ],
)
def test_what_can_be_opened_is_part_of_the_text(html: str) -> None:
    assert not is_hidden(html)


@pytest.mark.parametrize("tag", ["button", "summary", "a", "h2", "h3", "h4"])
def test_what_opens_a_part_is_known_by_its_element(tag: str) -> None:
    opener = f"<{tag} aria-expanded=false aria-controls=p>More</{tag}>"
    assert not is_hidden(f"{opener}<div id=p hidden><p id=x>")


@pytest.mark.parametrize(
    "opener", ["<p aria-expanded=false aria-controls=p>", "<button aria-controls=p>", "<button>"]
)
def test_what_nothing_of_the_page_opens_stays_hidden(opener: str) -> None:
    assert is_hidden(f"{opener}More</button></p><div id=p hidden><p id=x>")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("hidden", True),
        ("isHidden", True),
        ("u-hidden story", True),
        ("screen-reader-text", True),
        ("hidden lg:flex", False),
        ("hidden-xs", False),
        ("js-hidden", False),
        ("label-hidden", False),
        ("hideaway", False),
    ],
)
def test_class_names(names: str, *, expected: bool) -> None:
    assert hides_by_name(names) is expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("DISPLAY : none", True),
        ("color:red;visibility:hidden", True),
        ("clip: rect(0 0 0 0)", True),
        ("overflow: hidden", False),
        ("display: block", False),
    ],
)
def test_styles(style: str, *, expected: bool) -> None:
    assert hides_by_style(style) is expected
