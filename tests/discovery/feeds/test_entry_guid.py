"""The name that a feed gives an entry for good."""

import json

import pytest

from newscrawler.discovery.feeds.entry_guid import named
from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.feeds.json_feed import read_json_feed

URL = "https://press.example/feed"
STORY = "https://press.example/quay-opens"


def rss(*guids: str) -> bytes:
    items = "".join(
        f"<item><title>A</title><link>{STORY}/{n}</link>{guid}</item>" for n, guid in enumerate(guids)
    )
    return f"<rss><channel>{items}</channel></rss>".encode()


def guids_of(*guids: str) -> list[str | None]:
    return [link.guid for link in read_feed(rss(*guids), URL).links]


@pytest.mark.parametrize(
    ("stated", "guid"),
    [
        ('<guid isPermaLink="false">a1b2-c3d4</guid>', "a1b2-c3d4"),
        ("<guid>810123 at https://press.example</guid>", "810123 at https://press.example"),
        ('<guid isPermaLink="false">https://press.example/?p=12</guid>', "https://press.example/?p=12"),
        ("<guid>https://press.example/?p=12</guid>", None),
        (f'<guid isPermaLink="false">{STORY}/0</guid>', None),
        ("<guid>12</guid>", None),
        ("<guid>-----</guid>", None),
        (f"<guid>{'long' * 60}</guid>", None),
        ("", None),
    ],
)
def test_a_name_for_good(stated: str, guid: str | None) -> None:
    assert guids_of(stated) == [guid]


def test_a_name_of_several_entries_is_none() -> None:
    one, other = "<guid>quay-1</guid>", "<guid>quay-2</guid>"
    assert guids_of(one, one, other, "") == [None, None, "quay-2", None]


def test_the_id_of_an_atom_entry() -> None:
    entry = f'<entry><id>urn:uuid:81</id><link href="{STORY}"/></entry>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:00</id>{entry}</feed>'.encode()
    assert [link.guid for link in read_feed(feed, URL).links] == ["urn:uuid:81"]


def test_the_id_of_a_json_item() -> None:
    items = [{"id": name, "url": f"{STORY}/{n}"} for n, name in enumerate((81012, "quay-1", STORY, None))]
    feed = json.dumps({"items": items}).encode()
    assert [link.guid for link in read_json_feed(feed, URL).links] == ["81012", "quay-1", None, None]


@pytest.mark.parametrize(
    ("stated", "is_name"),
    [("12345", True), ("1234", False), ("x" * 200, True), ("x" * 201, False), ("…" * 9, False)],
)
def test_a_name_is_neither_a_count_nor_a_text(stated: str, is_name: bool) -> None:
    assert named(stated) == (stated if is_name else None)
