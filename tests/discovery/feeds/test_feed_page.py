"""A link that says RSS may lead to a page that names the feeds; what a page states to be a feed must be one."""

from __future__ import annotations

import pytest

from newscrawler.bounds import DEFAULT, Bounds
from newscrawler.discovery.answer import Answer, Found
from newscrawler.discovery.feeds.feed_page import MOST, feeds_named_by
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.discovery.undeclared import FrontPageDiscovery
from newscrawler.document import parse_document
from newscrawler.publication.selection import Selection

URL = "https://paper.example/"
PAGE = "<h1>Our feeds</h1><a href=/rss/sport.xml>Sport</a> <a href=/feed/world>World</a> <a href=/about>About</a>"
OPML = (
    '<?xml version="1.0"?><opml version="2.0"><body><outline text="Sport" type="rss"'
    ' xmlUrl="https://paper.example/rss/sport.xml"/><outline xmlUrl="https://www.paper.example/w"/></body></opml>'
)


def named(markup: str) -> list[str]:
    return feeds_named_by(parse_document(markup, f"{URL}rss"), f"{URL}rss", DEFAULT)


def test_the_feeds_that_a_page_names() -> None:
    assert named(PAGE) == [f"{URL}rss/sport.xml", f"{URL}feed/world"]
    assert named(OPML) == [f"{URL}rss/sport.xml", "https://www.paper.example/w"]
    assert named("<a href=/rss>RSS</a><a href=https://other.example/rss.xml>Other</a>") == []
    assert len(named("".join(f"<a href=/{n}.rss>{n}</a>" for n in range(99)))) == MOST


@pytest.mark.parametrize(
    ("link", "body", "feeds"),
    [
        ("<a href=/rss>RSS</a>", PAGE, 2),
        ("<a href=/rss>RSS</a>", OPML, 2),
        ("<a href=/rss>RSS</a>", "<p>Our feeds have moved", None),
        ("<link rel=alternate type=application/rss+xml href=/rss>", PAGE, None),
    ],
)
def test_what_a_link_to_feeds_leads_to(link: str, body: str, feeds: int | None) -> None:
    discovery = FrontPageDiscovery(Scope(URL, ("paper.example",), Selection(), bounds=Bounds()), URL, None)
    front = discovery.read(Answer(URL, f"<html>{link}".encode()), Listing("index", None, URL, "front"))
    (asked,) = [each for each in front.listings if each.listing.kind == "feed"]
    found: Found = discovery.read(Answer(asked.url, body.encode()), asked.listing)
    assert (found.problem is None) == (feeds is not None)
    assert [each.listing.format for each in found.listings] == ["feed"] * (feeds or 0)
