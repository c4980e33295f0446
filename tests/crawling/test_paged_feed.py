"""A feed of several pages is read back to what is known: over an outage, and no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.hostile_server import HostileNewsroom, article, http
from tests.run.test_supply import again

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

OF_A_PAGE = 2
HEAD = b'<link rel="alternate" type="application/atom+xml" href="/rss0.xml">'


def serve(room: HostileNewsroom, stories: int) -> None:
    """Serve a feed whose first page has the latest of so many stories."""
    places = [f"/news/2026/05/04/the-harbour-opens-again-{n}" for n in reversed(range(stories))]
    room.routes = {"/": http(200, HEAD), **{place: http(200, article(place[-2:])) for place in places}}
    for page, first in enumerate(range(0, stories, OF_A_PAGE)):
        entries = "".join(
            f'<entry><title>Harbour</title><link href="{room.site}{place}"/></entry>'
            for place in places[first : first + OF_A_PAGE]
        )
        following = f'<link rel="next" href="{room.site}/rss{page + 1}.xml"/>' * (first + OF_A_PAGE < stories)
        feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{following}{entries}</feed>'
        room.routes[f"/rss{page}.xml"] = http(200, feed.encode(), "Content-Type: text/xml")


def test_pages_of_a_feed_are_read_until_all_entries_are_known(tmp_path: Path) -> None:
    pages, new = [], []
    with HostileNewsroom() as room:
        for stories in (8, 8, 13):
            serve(room, stories)
            found, asked = again(room, tmp_path, source="feed")
            pages.append(sum(path.startswith("/rss") for path in asked))
            new.append(found.runs[-1]["new"])
    assert new == [8, 0, 5]
    assert pages == [4, 1, 4], "all; the first; those of the outage, and the one that shows its end"
