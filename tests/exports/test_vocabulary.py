"""A line in other vocabularies: what is there is the line's, and what has no place is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newscrawler.exports.vocabulary import VOCABULARIES, Vocabulary, table
from newscrawler.items import Access, Image
from newscrawler.output.line import to_line
from tests.exports.written import article


def converted(name: str, **more: Any) -> tuple[dict[str, Any], dict[str, int]]:
    vocabulary = Vocabulary(name)
    return vocabulary.convert(json.loads(to_line(article(1, **more)))), dict(vocabulary.left_out)


def test_schema_org() -> None:
    found, left_out = converted("schema.org", access=Access("locked"), authors=["Ann Example", "Bo Example"])
    assert (found["@context"], found["@type"]) == ("https://schema.org", "NewsArticle")
    assert found["author"] == [
        {"@type": "Person", "name": "Ann Example"}, {"@type": "Person", "name": "Bo Example"},
    ]  # fmt: skip
    assert found["image"] == [
        {"@type": "ImageObject", "url": "https://press.example/a.jpg", "caption": "A port"}
    ]
    assert found["keywords"] == ["ports", "rail; road"]
    assert found["locationCreated"] == {"@type": "Place", "name": "Oran"}
    assert (found["datePublished"], found["dateModified"]) == ("2026-05-04T19:27:00+03:00", "2026-05-05")
    assert found["isAccessibleForFree"] is False
    assert {"similarity", "listed_on", "fetched_at"} <= set(left_out)


def test_ninjs_takes_instants_only() -> None:
    found, left_out = converted("ninjs")
    assert found["headlines"] == [{"value": "Headline 1, “revision” 1"}]
    assert found["bodies"][0]["contentType"] == "text/plain"
    assert found["uri"] == "urn:newscrawler:press:1"
    assert (found["contentCreated"], found["version"]) == ("2026-05-04T19:27:00+03:00", "1")
    assert "versionCreated" not in found
    assert left_out["modified_at"] == 1


NINJS = {
    "": {
        "uri", "version", "contentCreated", "versionCreated", "language", "descriptions", "bodies",
        "headlines", "people", "subjects", "infoSources", "by", "located", "genres", "associations", "altIds",
    },
    "people": {"name", "rel"}, "subjects": {"name"}, "infoSources": {"name"}, "genres": {"name"},
    "altIds": {"role", "value"},
    "headlines": {"value"}, "descriptions": {"value"}, "bodies": {"value", "contentType"},
    "associations": {"uri", "name", "type", "renditions", "descriptions", "by"},
    "renditions": {"name", "href"},
}  # fmt: skip
"""Object of ninjs 3.1 -> keys of it that we use. Any other key is an error by its schema."""
NINJS_REQUIRED = {
    "": {"uri"}, "headlines": {"value"}, "descriptions": {"value"}, "bodies": {"value"},
    "associations": {"name", "uri"}, "renditions": {"name"},
}  # fmt: skip


def ninjs_faults(found: dict[str, Any], name: str = "") -> list[str]:
    """Return what the schema of ninjs 3.1 would find."""
    faults = [f"{name}: {key}" for key in found.keys() - NINJS[name]]
    faults += [f"{name} without {key}" for key in NINJS_REQUIRED.get(name, set()) - found.keys()]
    for key, value in found.items():
        for element in value if isinstance(value, list) else ():
            faults += ninjs_faults(element, key)
    return faults


def test_ninjs_has_no_key_of_its_own() -> None:
    images = [
        Image("https://press.example/a.jpg", "A port", "Ann Example"),
        Image("https://press.example/b.jpg"),
    ]
    found, _ = converted("ninjs", images=images, authors=["Ann Example"], agency="Agency", section="World")
    assert ninjs_faults(found) == []
    assert found["associations"] == [
        {
            "uri": "https://press.example/a.jpg", "type": "picture", "name": "image", "by": "Ann Example",
            "renditions": [{"name": "original", "href": "https://press.example/a.jpg"}],
            "descriptions": [{"value": "A port"}],
        },
        {
            "uri": "https://press.example/b.jpg", "type": "picture", "name": "image",
            "renditions": [{"name": "original", "href": "https://press.example/b.jpg"}],
        },
    ]  # fmt: skip
    assert found["people"] == [{"name": "Ann Example", "rel": "author"}]
    assert found["altIds"] == [{"role": "url", "value": "https://press.example/1"}]


def test_lists_that_others_write_otherwise() -> None:
    images = [Image("https://press.example/a.jpg"), Image("https://press.example/b.jpg")]
    trafilatura, _ = converted("trafilatura", images=images)
    assert (trafilatura["tags"], trafilatura["image"]) == ("ports; rail; road", "https://press.example/a.jpg")
    assert (trafilatura["date"], trafilatura["filedate"]) == ("2026-05-04", "2026-05-04")
    please, _ = converted("news-please", images=images)
    assert (please["date_publish"], please["date_download"]) == ("2026-05-04 19:27:00", "2026-05-04 17:00:00")
    assert please["authors"] == ["Ann Example"]
    fundus, _ = converted("fundus", images=images)
    assert [image["versions"][0]["url"][-5:] for image in fundus["images"]] == ["a.jpg", "b.jpg"]
    assert fundus["html"]["responded_url"] == "https://press.example/1"
    zyte, _ = converted("zyte")
    assert zyte["metadata"] == {"dateDownloaded": "2026-05-04T17:00:00Z"}
    assert zyte["authors"] == [{"name": "Ann Example"}]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_what_is_not_known_has_no_key(name: str) -> None:
    found, left_out = converted(
        name, published_at=None, published_at_evidence=None, modified_at=None, dateline=None, images=[],
        topics=[], authors=[], headline=None, similarity=None, listed_on=[],
    )  # fmt: skip
    assert "null" not in json.dumps(found)
    assert set(left_out) <= {"requested_url", "revision", "fetched_at", "id", "url"}


def test_the_documents_have_this_table() -> None:
    text = (Path(__file__).parents[2] / "docs" / "fields.md").read_text("utf-8")
    assert text.endswith("\n\n" + table()), "\n" + table()
