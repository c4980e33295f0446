"""No text of an item holds what could steer a terminal or turn the direction of what follows."""

from dataclasses import asdict
from typing import Any

from newscrawler.extract import extract
from newscrawler.items import Article, Dateline, Image, Sighting, TimeEvidence
from newscrawler.text.control_characters import remove_control_characters

FORBIDDEN = {
    chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
ALL = "".join(sorted(FORBIDDEN))
PAGE = (
    """<html lang=en><head><title>A headline of a page</title>
<link rel=amphtml href="/amp/&#27;[2J&#x202e;x"><meta property="og:image" content="/i&#27;.png">
<meta property="article:published_time" content="2026-05-04T10:00:00Z&#x202e;">
<meta name=keywords content="ports&#x9b;2J,cranes&#x202e;"></head>
<body><article><h1>A headline &#x202e;of a page</h1>
<time datetime="2026-05-04T10:00:00Z">4 May&#27;[2J</time>
"""
    + "".join(
        f"<p>Paragraph {i} of the story &#27;[2J tells how the ports were opened by the town again.</p>"
        for i in range(9)
    )
    + "</article></body></html>"
)


def texts_of(value: Any, name: str = "") -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(name, value)]
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in texts_of(part, key)]
    return [found for part in value for found in texts_of(part, name)] if isinstance(value, list) else []


def steering(article: Article) -> list[str]:
    return [
        name
        for name, text in texts_of(asdict(article))
        if FORBIDDEN & (set(text) - {"\n"} if name == "body" else set(text))
    ]


def test_every_field_of_an_article() -> None:
    article = Article(
        id=f"a:{ALL}", url=f"http://e.com/{ALL}", amp_url=f"http://e.com/{ALL}", headline=f"a{ALL}b",
        body=f"One{ALL}.\n\nTwo.", topics=[f"a{ALL}", "b"], images=[Image(f"/{ALL}", ALL, ALL)],
        dateline=Dateline(f"PARIS{ALL}"), listed_on=[Sighting(f"/{ALL}", "feed", ALL, 1, ALL)],
        published_at_evidence=TimeEvidence(f"4 May{ALL}", "text", "day", "unknown"),
    )  # fmt: skip
    assert steering(article)
    remove_control_characters(article)
    assert steering(article) == []
    assert article.body is not None
    assert article.body.endswith("\n\nTwo.")


def test_the_librarys_article() -> None:
    article = extract(PAGE, "https://example.com/politics/ports-open-again")
    assert isinstance(article, Article), article
    assert steering(article) == []


def test_each_text_of_a_list_is_cleaned_and_a_clean_list_stays_itself() -> None:
    for topics in (["ports\x1b"], ["ports\x1b", "cranes\x1b"], ["ports", "cranes\x1b"]):
        article = Article(topics=list(topics))
        remove_control_characters(article)
        assert article.topics == [topic.rstrip("\x1b") for topic in topics]
    clean = ["ports", "cranes"]
    article = Article(topics=clean)
    remove_control_characters(article)
    assert article.topics is clean
