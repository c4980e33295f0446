"""AMP, mobile and print pages of a story are known by their URLs; other stories are not taken for them."""

import pytest

from newscrawler.urls import url_key
from newscrawler.urls.twins import is_twin, twin_key

STORY = "https://press.example/world/harbour-opens"


@pytest.mark.parametrize(
    "url",
    [
        f"{STORY}/amp",
        f"{STORY}/amp/",
        f"{STORY}.amp",
        f"{STORY}.amp.html",
        f"{STORY}/amp.html",
        f"{STORY}?amp",
        f"{STORY}?amp=1",
        f"{STORY}?outputType=amp",
        f"{STORY}?print=1",
        f"{STORY}?print=print",
        f"{STORY}/comments",
        f"{STORY}/comment-page-2/",
        f"{STORY}/kommentare",
        f"{STORY}?tmpl=component&print=1",
        f"{STORY}/print/",
        "https://press.example/amp/world/harbour-opens",
        "https://press.example/m/world/harbour-opens",
        "https://m.press.example/world/harbour-opens",
        "https://amp.press.example/world/harbour-opens",
    ],
)
def test_pages_with_fewer_fields(url: str) -> None:
    assert is_twin(url)
    assert twin_key(url_key(url)) == twin_key(url_key(STORY))


@pytest.mark.parametrize(
    "url",
    [f"{STORY}/", f"{STORY}.html", "http://www.press.example/world/harbour-opens", f"{STORY}/index.html"],
)
def test_other_spellings_are_of_one_story_and_of_full_value(url: str) -> None:
    assert not is_twin(url)
    assert twin_key(url_key(url)) == twin_key(url_key(STORY))


@pytest.mark.parametrize(
    "url",
    [
        f"{STORY}-again",
        f"{STORY}?id=7",
        f"{STORY}?print=1207",
        f"{STORY}?m=202611",
        f"{STORY}/commentary",
        "https://press.example/comments-of-readers",
        "https://press.example/world/amplifier",
        "https://press.example/world/harbour-opens.ample",
        "https://sport.press.example/world/harbour-opens",
        "https://press.example/harbour-opens",
    ],
)
def test_other_stories(url: str) -> None:
    assert not is_twin(url)
    assert twin_key(url_key(url)) != twin_key(url_key(STORY))


def test_capitals_of_words_are_no_other_story() -> None:
    words = "https://press.example/World/Harbour-Opens-Again"
    assert twin_key(url_key(words)) == twin_key(url_key(words.lower()))
    code = "https://press.example/i/aB-c9"
    assert twin_key(url_key(code)) != twin_key(url_key(code.lower()))
