"""Edges of what two URLs say: numbers, codes and days in them, and which page follows."""

import pytest

from newscrawler.urls import believe_canonical
from newscrawler.urls.canonical import may_be_one_article
from newscrawler.urls.further_pages import continues, page_after
from newscrawler.urls.one_page import keep_one_name

HOST = "https://paper.example"
STORY = f"{HOST}/politics/harbour-opens"


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        ("/12345-may-go", "/12345-goes", True),
        ("/1234-may-go", "/1234-goes", False),  # four digits
        ("/202605-may-go", "/202605-goes", False),  # a month
        ("/20260504-may-go", "/20260504-goes", False),  # a day
        ("/20261304-may-go", "/20261304-goes", True),  # no month
        ("/20260540-may-go", "/20260540-goes", True),  # no day
        ("/21260504-may-go", "/21260504-goes", True),  # no year
        ("/a1b2c3d4/may-go", "/a1b2c3d4/goes", True),
        ("/A1B2C3D4/may-go", "/a1b2c3d4/goes", True),
        ("/a1b2c3d/may-go", "/a1b2c3d/goes", False),  # seven signs
        ("/abcdefgh/may-go", "/abcdefgh/goes", False),
        ("/quay?id=81", "/quay?id=82", True),
        ("/quay?id=811", "/quay?id=812", False),
        ("/quay?id=81", "/quay?id=811", False),
        ("/quay?id=811", "/quay?id=big", True),
        ("/quay?ID=811", "/quay?id=812", False),
        ("/quay?id=811", "/quay?id=811&pos=2", True),
        ("/?id=81", "/?id=82", False),
        ("/Quay/", "/quay.html", True),
    ],
)
def test_one_page_at_two_urls(a: str, b: str, is_one: bool) -> None:
    assert keep_one_name(HOST + a, HOST + b) == is_one
    assert keep_one_name(HOST + b, HOST + a) == is_one
    assert keep_one_name(HOST.replace("://", "://www.") + a, HOST + b) == is_one
    assert not keep_one_name(f"https://other.example{a}", HOST + b)


@pytest.mark.parametrize("name", ["page", "p", "pg", "seite", "pagina", "PAGE"])
def test_each_name_of_a_page(name: str) -> None:
    for following in (
        f"{STORY}?{name}=2", f"{STORY}?{name}=999", f"{STORY}/{name}/2", f"{STORY}-{name}-2",
        f"{STORY},{name}2", f"{STORY}_{name}_99", f"{STORY}.{name}=2",
    ):  # fmt: skip
        assert continues(STORY, following), following
    for other in (
        f"{STORY}?{name}=1000",
        f"{STORY}?{name}=2&a=1",
        f"{STORY}-{name}-100",
        f"{STORY}-x{name}-2",
    ):
        assert not continues(STORY, other), other


@pytest.mark.parametrize("name", ["pagenum", "pageno", "page_no", "paged", "page_number"])
def test_each_name_of_a_parameter(name: str) -> None:
    assert continues(STORY, f"{STORY}?{name}=2")
    assert continues(f"{STORY}?a=1", f"{STORY}?a=1&{name.upper()}=2")
    assert page_after(f"{STORY}?{name}=2", f"{STORY}?{name}=3")
    assert not page_after(f"{STORY}?{name}=2", f"{STORY}?{name}=4")


@pytest.mark.parametrize(
    ("own", "there", "is_next"),
    [
        (STORY, f"{STORY}/2", True),
        (STORY, f"{STORY}_2", True),
        (STORY, f"{STORY},2", True),
        (STORY, f"{STORY}/1", False),
        (STORY, f"{STORY}/3", False),
        (f"{STORY}/2", f"{STORY}/3", True),
        (f"{STORY}/9", f"{STORY}/10", True),
        (f"{STORY}/3", f"{STORY}/2", False),
        (f"{STORY}/2", STORY, False),
        (f"{STORY}/99", f"{STORY}/100", False),
        (f"{STORY}?page=2&a=1", f"{STORY}?a=1&page=3", True),
        (f"{STORY}?page=2&a=1", f"{STORY}?a=2&page=3", False),
        (STORY, "https://other.example/politics/harbour-opens/2", False),
    ],
)
def test_the_page_after_another(own: str, there: str, is_next: bool) -> None:
    assert page_after(own, there) == is_next


def test_the_longest_canonical_url() -> None:
    stated = f"{STORY}.html"
    for longest, is_believed in ((len(stated), True), (len(stated) - 1, False), (0, True)):
        assert (believe_canonical(STORY, stated, longest=longest) is not None) == is_believed


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        ("/world/harbour-opens-again", "/local/harbour-opens-again", True),  # three words
        ("/world/harbour-opens", "/local/harbour-opens", False),
        ("/world/aaaaaaaaaaaaaaaaaaaa", "/local/aaaaaaaaaaaaaaaaaaaa", True),  # twenty letters
        ("/world/aaaaaaaaaaaaaaaaaaa", "/local/aaaaaaaaaaaaaaaaaaa", False),
        ("/world/1234", "/local/1234", True),
        ("/world/123", "/local/123", False),
        ("/world/2026", "/local/2026", False),
        ("/2026/05/04/harbour-opens-again", "/2026/harbour-opens-again", True),
        ("/2026/harbour-opens-again", "/2026/05/04/harbour-opens-again", True),
        ("/2026/04/harbour-opens-again", "/2026/05/harbour-opens-again", False),
        ("/a-b-c?amp=1", "/a-b-c", True),
        ("/a-b-c?outputType=amp", "/a-b-c", True),
        ("/a?x=1", "/a", False),
        ("/a-b-c?x=1", "/a-b-c?x=2", False),
        ("/a-b-c?x=1", "/a-b-c", True),
        ("/", "/", True),
        ("/?a=1", "/", False),
        ("/a", "/", False),
    ],
)
def test_one_article_at_two_urls(a: str, b: str, is_one: bool) -> None:
    assert may_be_one_article(HOST + a, HOST + b) == is_one
