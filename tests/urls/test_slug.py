"""Two URLs speak of one story, or of two; where they say little, of one."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from newscrawler.urls.slug import speak_of_others

HARBOUR = "https://press.example/news/harbour-opens-again-after-flood-12"
RUSSIAN = f"https://press.example/{quote('спорт/матч-без-голов')}-12"


@pytest.mark.parametrize(
    ("url", "is_another"),
    [
        ("https://press.example/sport/league-match-ends-without-goals-12", True),
        (RUSSIAN, True),
        ("https://press.example/news/league-match-after-twelve-goals-12", True),
        ("https://press.example/news/league-match-after-goals-12", False),
        ("https://press.example/sport/Harbour-Match-Goals-12", False),
        ("https://press.example/sport/12", False),
        ("https://press.example/", False),
        (HARBOUR, False),
    ],
)
def test_slugs_with_hardly_a_word_in_common(url: str, is_another: bool) -> None:
    assert speak_of_others(HARBOUR, url) is is_another
    assert speak_of_others(url, HARBOUR) is is_another
