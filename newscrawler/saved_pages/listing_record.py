"""The record beside a saved listing: what its answer must give; written, and held against the answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newscrawler.discovery.answer import Answer, Found, Question
from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.scope import Scope
from newscrawler.publication.selection import parse_selection

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.publication.declaration import Publication

LINK_FIELDS = ("url", "position", "headline", "published_at", "section", "lead", "topics")


def discovery_of(spider: type[Publication], arguments: dict[str, str]) -> DeclaredDiscovery:
    """Return the discovery of a site for the arguments of a crawl."""
    selection = parse_selection(
        arguments, sections=spider.section_slugs(), timezone_name=spider.timezone
    )  # fmt: skip
    home = spider.home or f"https://{spider.allowed_domains[0]}"
    return DeclaredDiscovery(spider, Scope.of(spider, home, spider.allowed_domains, selection))


def listing_of(record: dict[str, Any], spider: type[Publication] | None) -> Listing:
    """Return the listing that a record names, in the layout that it names."""
    declared = dict(record["listing"])
    layout = declared.pop("layout", None)
    listing = Listing(**declared)
    if layout and spider:
        listing.layout = next(each for each in spider.layouts_of_listings() if each.name == layout)
        listing.api = listing.layout.api[listing.kind] if listing.format == "json" else None
    return listing


def gives(found: Found) -> dict[str, Any]:
    """Return what an answer gives, as a record has it."""
    links = {name: [getattr(link, name) for link in found.links] for name in LINK_FIELDS}
    return links | {
        "listings": [_shown(question) for question in found.listings],
        "next": _shown(found.next) if found.next else None,
        "problem": found.problem.reason if found.problem else None,
        "cut": found.cut,
    }


def record_of(answer: Answer, spider: type[Publication], listing: Listing) -> dict[str, Any]:
    """Return the draft of a record, to be corrected by hand.

    :param listing: as it is before the answer is read.
    """
    named = {"kind": listing.kind, "name": listing.name, "url": listing.url, "slug": listing.slug}
    named |= {} if listing.format == "html" else {"format": listing.format}
    found = discovery_of(spider, {}).read(answer, listing)
    return {"url": answer.url, "listing": named, "gives": gives(found)}


def differences(path: Path, spider: type[Publication]) -> dict[str, tuple[Any, Any]]:
    """Return name -> (what the record wants, what the answer gives), where they differ.

    :param path: of the record.
    :raises OSError, ValueError: record or answer cannot be read.
    """
    record = json.loads(path.read_text("utf-8"))
    others = [other for other in path.parent.glob(f"{path.stem}.*") if other != path]
    if len(others) != 1:
        raise ValueError(f"{path.stem}: {len(others)} answers lie beside the record; one is wanted")
    discovery = discovery_of(spider, record.get("arguments", {}))
    found = discovery.read(Answer(record["url"], others[0].read_bytes()), listing_of(record, spider))
    given = gives(found)
    return {
        name: (wanted, given.get(name))
        for name, wanted in record["gives"].items()
        if given.get(name) != wanted
    }


def _shown(question: Question) -> dict[str, Any]:
    listing = question.listing
    plain = {"kind": listing.kind, "name": listing.name, "format": listing.format, "url": question.url}
    return plain | ({"body": json.loads(question.body)} if question.body else {})
