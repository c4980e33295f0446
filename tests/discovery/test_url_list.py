"""A list of URLs: plain lines and objects, whatever else is in it."""

from io import BytesIO

import pytest

from newscrawler.discovery.listed_link import ListedLink
from newscrawler.discovery.url_list import BrokenLine, is_url_list, read_url_list, site_of_most


def read(text: str | bytes) -> list[ListedLink | BrokenLine]:
    return list(read_url_list(BytesIO(text if isinstance(text, bytes) else text.encode())))


def test_a_url_a_line() -> None:
    found = read("\ufeffhttps://example.org/a\r\n\n# a comment\n  example.org/b  \nhttps://example.org/c")
    assert [(link.url, link.position) for link in found if isinstance(link, ListedLink)] == [
        ("https://example.org/a", 1),
        ("https://example.org/b", 4),
        ("https://example.org/c", 5),
    ]


@pytest.mark.parametrize(
    ("title", "time"), [("title", "time"), ("headline", "published_at"), ("title", "date")]
)
def test_an_object_a_line(title: str, time: str) -> None:
    (link,) = read(
        f'{{"url": "https://example.org/a", "{title}": "Quay  opens", "{time}": "2026-05-04T10:00+03:00"}}'
    )
    assert isinstance(link, ListedLink)
    assert (link.headline, link.published_at) == ("Quay opens", "2026-05-04T10:00:00+03:00")


@pytest.mark.parametrize(
    "line",
    [
        "the harbour",
        "ftp://example.org/a",
        "https://[1/",
        "https://example.org:99999/",
        "https://ann:secret@example.org/",
        '{"url": ',
        '{"link": "https://example.org/a"}',
        '{"url": 7}',
        "{" * 5000,
        "https://example.org/" + "a" * 20_000,
        "https://example.org/" + "a" * (1 << 21),
        "\x89PNG\x00\x01",
    ],
    ids=lambda line: line[:20],
)
def test_a_broken_line_is_told_by_its_number(line: str) -> None:
    before, found, after = read(f"https://example.org/a\n{line}\nhttps://example.org/b\n")
    assert isinstance(before, ListedLink)
    assert isinstance(after, ListedLink)
    assert isinstance(found, BrokenLine)
    assert found.number == 2
    assert found.fault


def test_bytes_that_are_no_text() -> None:
    assert all(isinstance(found, BrokenLine) for found in read(b"\xff\xfeh\x00t\x00\n\x80\n"))


def test_the_site_of_most() -> None:
    text = b"https://a.org/1\nhttps://www.b.org/1\nhttps://b.org/2\nx\n"
    assert site_of_most(BytesIO(text)) == "https://www.b.org/1"
    assert site_of_most(BytesIO(b"x\n")) is None


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("# mine\nhttps://example.org/a\n", True),
        ('{"url": "https://example.org/a", "headline": "Quay opens"}\n' * 5, True),
        ("https://example.org/a\nhttps://example.org/b\nhttps://example.org/c\nbroken here\n", True),
        ("<!DOCTYPE html>\nhttps://example.org/a\n", False),
        ("# A text\n\nwith words", False),
        ("", False),
    ],
)
def test_what_is_a_list(text: str, is_list: bool) -> None:
    assert is_url_list(BytesIO(text.encode())) is is_list


def test_an_object_may_say_its_section_and_nothing_is_made_up() -> None:
    told, bare = read('{"url": "https://example.org/a", "section": " World "}\nhttps://example.org/b')
    assert told == ListedLink("https://example.org/a", 1, section="World")
    assert bare == ListedLink("https://example.org/b", 2)
