"""JSON answers that say by themselves whether rows follow."""

from __future__ import annotations

import pytest

from newscrawler.rendering.end_signs import says_the_end


@pytest.mark.parametrize(
    "answer",
    [
        b'{"hasMore": false}',
        b'{"has_next_page": false}',
        b'{"isLast": true}',
        b'{"next": null}',
        b'{"nextUrl": ""}',
    ],
)
def test_the_end_is_said(answer: bytes) -> None:
    assert says_the_end(answer)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b'{"rows": []}',
        b'{"hasMore": true}',
        b'{"end": 0}',
        b'{"next": "/2"}',
        b"{" * 5000,
        b"<p>",
    ],
)
def test_anything_else_says_nothing(answer: bytes) -> None:
    assert not says_the_end(answer)
