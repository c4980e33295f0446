"""The text of a line that may be a byline: its parts are told apart, and what is too long is none."""

from __future__ import annotations

import pytest

from newscrawler.document import parse_document
from newscrawler.sources.bylines.byline_line import Line, printed_line, read_line, text_of_line


def line_of(html: str) -> Line | None:
    (element,) = parse_document(f"<body><div>{html}</div>", "https://press.example/").elements_of("div")
    found = read_line(element)
    assert (found.text if found else None) == text_of_line(element)
    assert found is None or found.printed == printed_line(element)
    return found


@pytest.mark.parametrize(
    ("html", "text", "printed"),
    [
        ("By <a>Ada Brook</a>", "By Ada Brook", "By Ada Brook"),
        ("<a>Ada Brook</a> <a>Ben Cole</a>", "Ada Brook | Ben Cole", "Ada Brook Ben Cole"),
        ("<a>Ada Brook</a> and <a>Ben Cole</a>", "Ada Brook and Ben Cole", "Ada Brook and Ben Cole"),
        ("<b>Harbour</b> <i>by</i> <a>Ada Brook</a>", "Harbour | by Ada Brook", "Harbour by Ada Brook"),
        (
            "<a>Ada Brook</a> <span>, Port Ellery</span>",
            "Ada Brook | , Port Ellery",
            "Ada Brook, Port Ellery",
        ),
    ],
)
def test_parts(html: str, text: str, printed: str) -> None:
    assert line_of(html) == Line(text, printed)


@pytest.mark.parametrize("html", ["", "Ad", "x" * 121, "© Ada Brook", "Name: <input> Password:"])
def test_what_is_no_line(html: str) -> None:
    assert line_of(html) is None
