"""The text of a draft is a file that a person can go on with."""

from __future__ import annotations

import pytest

from newscrawler.drafts.draft import Draft
from newscrawler.drafts.spider_text import spider_name, spider_text


@pytest.mark.parametrize(
    ("host", "name"), [("gazette.example", "gazette"), ("le-soir.be", "le_soir"), ("24tv.ua", "paper_24tv")]
)
def test_a_name(host: str, name: str) -> None:
    assert spider_name(host) == name


def test_urls_are_written_from_the_home() -> None:
    draft = Draft("https://www.gazette.de/", title="Gazette")
    draft.feeds = {"https://www.gazette.de/rss": 3, "https://feeds.example/x": 4}
    draft.missing = {"https://www.gazette.de/lost": "failed (http-404)"}
    text = spider_text(draft, "gazette")
    assert 'feeds = ("/rss", "https://feeds.example/x",)' in text
    assert "# entries: 3, 4" in text
    assert "# https://www.gazette.de/lost: failed (http-404)" in text
    assert 'timezone = "Europe/Berlin"' in text
    assert text.startswith('"""Gazette."""\n')
