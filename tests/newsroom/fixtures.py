"""The pytest fixture ``newsroom``: a factory of newsrooms that are served until the test ends."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.newsroom.server import Layout, Newsroom

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewsroomFactory(Protocol):
    def __call__(self, layout: Layout = "today", **options: Any) -> Newsroom: ...


@pytest.fixture
def newsroom() -> Iterator[NewsroomFactory]:
    """``newsroom("older", page_size=3)`` serves at once; the arguments are those of ``Newsroom``."""
    with contextlib.ExitStack() as open_rooms:

        def start(layout: Layout = "today", **options: Any) -> Newsroom:
            return open_rooms.enter_context(Newsroom(layout, **options))

        yield start
