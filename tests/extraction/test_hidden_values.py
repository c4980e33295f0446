"""What no reader sees gives no value: neither headline nor time, byline, topic or text."""

from __future__ import annotations

import pytest

from newscrawler.extract import extract
from tests.sources.stories import story

HIDDEN = [
    "<template>{}</template>",
    "<noscript>{}</noscript>",
    "<!-- {} -->",
    "<div hidden>{}</div>",
    "<div style='display:none'>{}</div>",
    "<div class='visually-hidden'>{}</div>",
]
CARD = (
    "<h1>Another headline of the card</h1><time datetime='2019-01-01T00:00:01Z'>1 January 2019</time>"
    "<p class='byline'>By <a rel='author' href='/author/jane'>Jane Placeholder</a></p>"
    "<a rel='tag' href='/tag/cards'>Cards</a><p>The text of a card that no reader sees, and that is long enough for one.</p>"
)


@pytest.mark.parametrize("hidden", HIDDEN, ids=lambda text: text[:12])
def test_nothing_hidden_is_a_value(hidden: str) -> None:
    page = (
        "<title>Council votes on the harbour</title><main><article><h1>Council votes on the harbour</h1>"
        f"{hidden.format(CARD)}<div class='b'>{story(1, 6)}</div></article></main>"
    )
    article = extract(page, "https://news.example.org/council-votes")
    assert article.headline == "Council votes on the harbour"
    assert (article.published_at, article.authors, article.topics) == (None, [], [])
    assert "card" not in (article.body or "")


@pytest.mark.parametrize("hidden", HIDDEN[:3], ids=lambda text: text[:12])
def test_inert_json_ld_is_none(hidden: str) -> None:
    state = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x y z w", "datePublished": "2019-01-01"}</script>'
    page = f"<title>T</title><h1>Council votes on the harbour</h1>{hidden.format(state)}{story(1, 6)}"
    assert extract(page, "https://news.example.org/council-votes").published_at is None
