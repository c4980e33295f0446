"""A specimen has the page's markup and fields, and none of its words."""

from __future__ import annotations

import json
import re

import pytest

from newscrawler.extract import read_page
from newscrawler.publication.site import Site
from newscrawler.saved_pages.article_record import changed_fields, changed_shape
from newscrawler.saved_pages.invented_words import InventedWords
from newscrawler.saved_pages.specimen import Specimen, invented_url
from newscrawler.saved_pages.trimmed import TRIMMINGS, Trimming
from tests.saved_pages.sent_page import PAGE, URL

WORDS = (
    "Veldhaven",
    "ferry",
    "Quillfeather",
    "Quillmouth",
    "dockyard",
    "repaired",
    "tracking",
    "comment",
    "sails",
)


def made(how: Trimming = TRIMMINGS[0]) -> tuple[str, str]:
    words = InventedWords(PAGE, ["The Gazette", "Harbour"])
    return Specimen(PAGE).html(how, words), invented_url(URL, words)


def test_no_word_of_the_page_is_left() -> None:
    html, url = made()
    assert not [word for word in WORDS if word.lower() in (html + url).lower()]
    assert "By " in html
    assert " was " in html


def test_its_fields_are_as_they_were() -> None:
    html, url = made()
    site = Site("gazette", domains=("gazette.example",))
    before, after = read_page(PAGE, URL, site=site).article, read_page(html, url, site=site).article
    trimmed = read_page(Specimen(PAGE).html(TRIMMINGS[0]), URL, site=site).article
    assert changed_fields(before, trimmed) == (0, 0)
    assert changed_shape(before, trimmed, after) == []
    assert before is not None
    assert after is not None
    assert (after.section, after.published_at) == ("Harbour", before.published_at)
    assert after.canonical_url == url
    assert len(after.authors[0].split()) == 2


def test_it_is_shorter_and_says_its_charset() -> None:
    html, _ = made()
    assert html.count("<li ") == 4
    assert 8 <= html.count("<p>") <= 10
    assert '<meta charset="utf-8">' in html
    assert "iso-8859-1" not in html
    assert not re.search("<style|stylesheet|onload|data-note|<!-- ", html)


@pytest.mark.parametrize("states", [True, False])
def test_data_of_scripts(states: bool) -> None:
    html, _ = made(Trimming(states=states))
    assert ('type="application/json"' in html) is states
    (data,) = re.findall(r'ld\+json">(.*?)</script>', html)
    stated = json.loads(data)
    assert (stated["@type"], stated["datePublished"]) == ("NewsArticle", "2026-05-04T10:00:00+01:00")
    assert stated["keywords"][1] in html.partition("<title>")[2]


def test_broken_data_stay_as_broken() -> None:
    page = '<script type="application/ld+json">{"headline": "Ferry sails again", "a": }</script>'
    html = Specimen(page).html(Trimming(), InventedWords(page))
    assert '"a": }' in html
    assert "Ferry" not in html
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(html.partition('json">')[2].partition("</script")[0])


def test_a_page_in_another_charset() -> None:
    specimen = Specimen(
        "<title>Гавань</title><p>Гавань открыта снова</p>".encode("cp1251"),
        {"content-type": "text/html; charset=windows-1251"},
    )
    html = specimen.html(Trimming(), InventedWords(specimen.text))
    assert re.search("<title>[А-Я][а-я]{5}</title>", html)


def test_tags_within_data_stay_tags() -> None:
    page = """<script type=application/json>{"body": "<p class='a b'>Ferry&nbsp;sails <img alt='A ferry'></p>"}</script>"""
    html = Specimen(page).html(Trimming(states=True), InventedWords(page))
    assert re.search(r"<p class='\w \w'>[A-Z][a-z]{4}&nbsp;[a-z]{5} <img alt='A [a-z]{5}'>", html)
    assert "erry" not in html


def test_attributes_with_words_that_are_kept_lose_them() -> None:
    page = """<p data-writers="Ada Quillfeather" data-state='{"name": "Ada Quillfeather"}'>x</p>"""
    html = Specimen(page).html(Trimming(markup=True), InventedWords(page))
    assert "Quillfeather" not in html
    assert "{&quot;name&quot;:" in html
