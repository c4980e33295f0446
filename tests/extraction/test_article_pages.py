"""Which other page belongs to an article."""

import pytest

from newscrawler.extraction.article_pages import further_url, own_url
from newscrawler.items import Article

URL = "https://press.example/world/harbour-opens-1"


@pytest.mark.parametrize(
    ("url", "canonical", "own"),
    [
        (f"{URL}/amp", URL, URL),
        ("https://m.press.example/world/harbour-opens-1", URL, URL),
        (URL, f"{URL}0", None),
        (f"{URL}/amp", f"{URL}/print", None),
        (f"{URL}/amp", None, None),
        (f"{URL}/amp", "https://other.example/1", None),
    ],
)
def test_own_page_of_a_twin(url: str, canonical: str | None, own: str | None) -> None:
    article = Article(url=url, canonical_url=canonical)
    assert own_url(article, url, lambda found: found if "press.example" in found else None) == own


@pytest.mark.parametrize(
    ("linked", "further"),
    [(f"{URL}/2", f"{URL}/2"), (None, None), (f"{URL}/1", None), ("https://press.example/world/other", None)],
)
def test_next_page_of_an_article(linked: str | None, further: str | None) -> None:
    asked = (URL, f"{URL}/1")
    assert further_url(linked, Article(url=URL), asked, lambda _: False) == further
