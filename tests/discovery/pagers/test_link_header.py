"""The next page, by the Link header of an answer."""

from __future__ import annotations

import pytest

from newscrawler.discovery.answer import Answer
from newscrawler.discovery.pagers.link_header import next_by_header

HOME = "https://gazette.example/world/"


def found(stated: str, name: str = "Link") -> str | None:
    return next_by_header(Answer(HOME, b"", {name: stated}), 2000)


@pytest.mark.parametrize(
    "stated",
    [
        '</world/?page=2>; rel="next"',
        "<?page=2>; rel=next",
        '<https://gazette.example/world/?page=2>; title="a, b; c"; rel="nofollow NEXT"',
        '</>; rel="start", </style.css>; rel=preload; as=style, <https://www.gazette.example/world/?page=2>;rel="next"',
    ],
)
def test_a_page_that_is_stated(stated: str) -> None:
    assert (found(stated) or "").removeprefix("https://").removeprefix(
        "www."
    ) == "gazette.example/world/?page=2"
    assert found(stated, "link")


@pytest.mark.parametrize(
    "stated",
    [
        "",
        '</world/?page=2>; rel="prev"',
        "</world/?page=2>",
        '<https://gazette.example/world/>; rel="next"',
        '<https://elsewhere.example/?page=2>; rel="next"',
        '<http://[gazette>; rel="next"',
        '<javascript:next()>; rel="next"',
        '</world/?page=2; rel="next"',
        "<" * 20_000,
    ],
)
def test_none_is_stated(stated: str) -> None:
    assert found(stated) is None
