"""Everything that a site can declare is checked, and says what it is."""

from __future__ import annotations

import ast
import inspect
from typing import Any

import pytest

from newscrawler.news_spider import NewsSpider
from newscrawler.publication import attributes
from newscrawler.publication.attributes import urls_of
from newscrawler.publication.check import faults_of
from newscrawler.publication.declaration import Publication

WRONG = [
    ("country", "Germany", "'Germany' is not a country"),
    ("kind", "boulevard", "'boulevard' is not known; allowed: agency"),
    ("kind", "tabliod", "'tabliod' is not known; did you mean tabloid?"),
    ("languages", {"/en": "english"}, "'english' is not a language tag"),
    ("languages", {"https://press.example/en": "en"}, "is not a place"),
    ("cadence", "hourly", "'hourly' is not an interval; write 15m, 2h, 1d"),
    ("verified", "facts 2026", "stands alone"),
    ("verified", ("yesterday",), "'yesterday' says not what was tried and when"),
    ("sitemaps", ("/map-{YYY}.xml",), "{YYY} is no part of a date; did you mean YYYY?"),
    ("sitemaps", ("/map-{MM}.xml",), "without the larger one"),
    ("section_sitemaps", {"world": ("/{DD}-{YYYY}",)}, "without the larger one"),
    ("not_article", "(shop", "is not a regular expression"),
    ("article_query", "id=(", "is not a regular expression"),
    ("topic_path", "(", "is not a regular expression"),
    ("section_places", {"world": "/w"}, "stands alone; write ('/w',)"),
]


def test_a_host_may_be_declared_in_letters() -> None:
    class Paper(Publication):
        allowed_domains = ("новости.example", "paper.example")

    assert Paper.allowed_domains == ("xn--b1amnebsh.example", "paper.example")
    assert Paper.listing_hosts() == ()


@pytest.mark.parametrize(("attribute", "value", "said"), WRONG)
def test_each_attribute_is_checked(attribute: str, value: Any, said: str) -> None:
    (fault,) = faults_of(type("Press", (NewsSpider,), {attribute: value}), Publication)
    assert said in fault.said


def test_what_is_right_is_taken() -> None:
    declared = {
        "title": "The Press", "country": "XK", "kind": "public",
        "languages": {"en.press.example": "en", "/sq/": "sq"},
        "cadence": "15m", "verified": ("facts 2026", "page 2023-04", "live 2026-11-29"),
        "sitemaps": ("/map.xml", "/{YYYY}/{MM}/{DD}.xml"),
        "section_feeds": {"world": ("/a", "/b"), "sport": "/c"},
    }  # fmt: skip
    assert list(faults_of(type("Press", (NewsSpider,), declared), Publication)) == []


def test_each_attribute_has_its_sentence() -> None:
    (cls,) = ast.parse(inspect.getsource(attributes.Attributes)).body
    assert isinstance(cls, ast.ClassDef)
    silent = [
        node.target.id
        for node, following in zip(cls.body, [*cls.body[1:], None], strict=True)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        and not (isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant))
    ]  # fmt: skip
    assert silent == []


def test_one_url_or_several() -> None:
    assert urls_of("/a") == ("/a",)
    assert urls_of(("/a", "/b")) == ("/a", "/b")
