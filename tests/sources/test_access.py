"""Access: of several statements the most reserving one holds, and a conflict is never free."""

import json
from typing import Any

import pytest

from newscrawler.document import parse_document
from newscrawler.items import Access
from newscrawler.sources.access import most_reserving, read_access
from newscrawler.sources.metadata import jsonld

URL = "https://press.example/a/1"


def access(*nodes: dict[str, Any], head: str = "") -> Access:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    document = parse_document(f"<html><head>{head}{scripts}</head><body></body></html>", URL)
    return read_access(document, jsonld.read(document))


def state(*nodes: dict[str, Any], head: str = "") -> str:
    return access(*nodes, head=head).state


def news(free: Any, *parts: Any) -> dict[str, Any]:
    node = {
        "@type": "NewsArticle",
        "headline": "Harbour",
        "datePublished": "2026-01-01",
        "isAccessibleForFree": free,
    }
    if parts:
        node["hasPart"] = [{"@type": "WebPageElement", "isAccessibleForFree": part} for part in parts]
    return {name: value for name, value in node.items() if value is not None}


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (news(True), "free"),
        (news("True"), "free"),
        (news("http://schema.org/True"), "free"),
        (news(["true"]), "free"),
        (news(False), "locked"),
        (news("False"), "locked"),
        (news("https://schema.org/False"), "locked"),
        (news(False, False), "locked"),
        (news(False, "False", "True"), "partial"),
        (news("True", "False"), "partial"),
        (news(True, False, True), "partial"),
        (news(None, "False"), "partial"),
        (news(True, True), "free"),
        (news(None, True), "unknown"),
        (news("perhaps"), "unknown"),
        (news(None), "unknown"),
    ],
)
def test_an_article_and_its_parts(node: dict[str, Any], expected: str) -> None:
    assert state(node) == expected


def test_the_page_around_the_article_says_something_else() -> None:
    around = {"@type": "WebPage", "url": URL, "isAccessibleForFree": "False"}
    assert state(news(True), around) == "locked"
    assert state({**around, "isAccessibleForFree": "True"}, news(False)) == "locked"


@pytest.mark.parametrize(
    ("tier", "free", "expected"),
    [
        ("free", True, "free"),
        ("free", False, "locked"),
        ("locked", True, "locked"),
        ("metered", True, "metered"),
        ("metered", None, "metered"),
        ("Premium", True, "locked"),
        ("paid", True, "locked"),
        (" subscription ", True, "locked"),
        ("gold", True, "free"),
    ],
)
@pytest.mark.parametrize("name", ["article:content_tier", "content_tier", "og:article:content_tier"])
def test_meta_and_json_ld(name: str, tier: str, free: bool | None, expected: str) -> None:
    assert state(news(free), head=f'<meta property="{name}" content="{tier}">') == expected


@pytest.mark.parametrize(
    ("node", "head", "signal"),
    [
        (news(True), "", "json-ld isAccessibleForFree"),
        (news(False), "", "json-ld isAccessibleForFree"),
        (news(False, True), "", "json-ld isAccessibleForFree"),
        (news(True, False), "", "json-ld hasPart isAccessibleForFree"),
        (news(True), '<meta name="content_tier" content="locked">', "meta content_tier"),
        (news(None), "", None),
    ],
)
def test_the_statement_is_named(node: dict[str, Any], head: str, signal: str | None) -> None:
    assert access(node, head=head).signal == signal


def test_the_most_reserving_statement() -> None:
    order = ["unknown", "free", "metered", "partial", "locked"]
    for place, stronger in enumerate(order):
        for weaker in order[: place + 1]:
            pair = [Access(weaker), Access(stronger)]  # type: ignore[arg-type]
            assert most_reserving(pair).state == most_reserving(reversed(pair)).state == stronger
    assert most_reserving([]) == Access()
