"""A site whose URLs look like no articles gives them all, and what is none is asked for once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy.utils.test import get_crawler

from newscrawler.crawling.unknown_links import UnknownLinks
from newscrawler.discovery.frontier import Frontier
from newscrawler.discovery.listed_link import Candidate, ListedLink
from newscrawler.discovery.listing import Listing
from newscrawler.extract import NotAnArticle, Reading
from newscrawler.items import Article, ListedArticle, TimeEvidence
from newscrawler.run.run import run_of
from tests.crawl import crawl, read_jsonl
from tests.hostile.hostile_server import HostileNewsroom, http

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "The harbour board of Quillmouth said that quay {n} would take ships again in week {n}. "


def story(number: int) -> bytes:
    text = "".join(f"<p>{WORDS.format(n=number * 10 + part)}{WORDS.format(n=part)}</p>" for part in range(6))
    return http(
        200,
        f"<html lang=en><title>Quay {number} opens</title><meta property='article:published_time'"
        f" content='2026-11-23T10:{number:02}:00Z'><article><h1>Quay {number} opens</h1>{text}"
        "</article>".encode(),
    )


def service(name: str) -> bytes:
    text = "<p>We sell what we print, and we print what we know, every day of the week.</p>" * 9
    return http(200, f"<title>{name}</title><main><h1>{name}</h1>{text}</main>".encode())


def links() -> tuple[UnknownLinks, ListedArticle]:
    """One unknown link is tried."""
    unknown = UnknownLinks(run_of(get_crawler()), Frontier("press"), lambda url: url)
    listing = Listing("index", None, "https://press.example/")
    rows = [ListedLink(f"https://press.example/i/ab{number}c", number) for number in range(9)]
    unknown.offer([Candidate(row, 1) for row in rows], listing)
    (first, *_) = unknown.worth_trying()
    return unknown, ListedArticle(first[0].url, first[0].url, is_trial=True)


@pytest.mark.parametrize(
    ("source", "kind"), [("time-element", None), ("feed", "unproven"), (None, "unproven")]
)
def test_a_page_on_trial_states_its_time(source: str | None, kind: str | None) -> None:
    unknown, listed = links()
    time = "2026-11-23" if source else None
    evidence = TimeEvidence("23", source, "day", "unknown") if source else None  # type: ignore[arg-type]  # each is one
    reading = Reading(Article(headline="H", published_at=time, published_at_evidence=evidence))
    unknown.judge(listed, reading)
    found = reading.not_an_article
    assert (found.kind if found is not None else None) == kind  # a NotAnArticle is false
    assert (reading.article is None) == (kind is not None)
    listed.is_trial = False
    again = Reading(Article(headline="H"))
    unknown.judge(listed, again)
    assert again.article


def test_a_page_that_does_not_tell_leaves_its_place_to_another() -> None:
    for found, more in (
        (NotAnArticle("challenge", "a notice"), 1),
        (NotAnArticle("listing", "many links"), 0),
    ):
        unknown, listed = links()
        unknown.judge(listed, Reading(not_an_article=found))
        assert len(list(unknown.worth_trying())) == more


def test_a_site_of_unknown_shapes(tmp_path: Path) -> None:
    stories = [f"/nyheter/i/x{number}a" for number in range(12)]
    pages = [f"/laget/{name}" for name in ("shop", "hall", "canteen", "yard", "roof")]
    with HostileNewsroom() as room:
        shown = "".join(f"<li><h2><a href={path}>Quay opens</a></h2>" for path in [*pages, *stories])
        room.routes = {"/": http(200, f"<title>News</title><ul>{shown}</ul>".encode())}
        room.routes |= {path: story(number) for number, path in enumerate(stories)}
        room.routes |= {path: service(path[7:]) for path in pages}
        first = crawl("any_site", tmp_path, url=room.site)
        asked = [one.path for one in room.asked if one.path in {*stories, *pages}]
        crawl("any_site", tmp_path, url=room.site)
        again = [one.path for one in room.asked if one.path in {*stories, *pages}][len(asked) :]
    lines = read_jsonl(list((tmp_path / "127.0.0.1").glob("*.jsonl")))
    assert len(lines) == len({line["id"] for line in lines}) == len(stories), first.stderr[-2000:]
    assert len(set(asked)) == len(asked)
    assert len(set(pages).intersection(asked)) == 3
    assert again == []
