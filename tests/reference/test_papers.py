"""Real pages of the publications of which we have facts say what their truth says, but for listed fields.

``disagreements.toml`` lists page, field and reason. A site that is declared is read by its declaration.
"""

from __future__ import annotations

import gzip
import importlib
import json
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.spiderloader import SpiderLoaderProtocol, get_spider_loader
from scrapy.utils.project import get_project_settings

from newscrawler.discovery.scope import Scope
from newscrawler.extract import read_page
from newscrawler.publication.declaration import Publication
from newscrawler.publication.selection import Selection
from newscrawler.publication.site import Site
from newscrawler.text.agencies import agency_in
from newscrawler.text.person import is_house

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
REAL = SHARED / "real"
LISTED = tomllib.loads((Path(__file__).parent / "disagreements.toml").read_text("utf-8"))
FIELDS = ("headline", "published_at", "authors", "topics")
PAGES = 190


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


FACTS = lines(SHARED / "publications" / "publications.jsonl")
PUBLICATIONS = [facts for facts in FACTS if facts["pages"] != "none"]
NOT_DECLARED = tomllib.loads((ROOT / "newscrawler" / "spiders" / "not_declared.toml").read_text("utf-8"))
DECLARED = [facts for facts in FACTS if facts["slug"] not in NOT_DECLARED]


@cache
def truths() -> dict[str, dict[str, Any]]:
    return {case["page"]: case for case in lines(REAL / "cases.jsonl")}


def site_of(facts: dict[str, Any]) -> Site:
    """The site as it is declared; of one that is not, what is known without a look at its pages."""
    try:
        spider = spiders().load(facts["slug"])
    except KeyError:
        domains, language = tuple(facts["allowed_domains"]), facts["languages"][0]
        return Site(facts["slug"], domains, timezone=facts["timezone"], language=language)
    assert issubclass(spider, Publication)
    return spider.declared_site()


@cache
def metrics() -> ModuleType:
    """The corpus's own measure."""
    sys.path.insert(0, str(REAL))
    return importlib.import_module("metrics")


@cache
def spiders() -> SpiderLoaderProtocol:
    return get_spider_loader(get_project_settings())


def persons(names: list[str], facts: dict[str, Any]) -> list[str]:
    """The authors among names by the definition of the schema: persons, no agency, no paper, no desk."""
    of_site = {each.casefold() for each in (facts["name"], *facts["allowed_domains"])}
    return [
        name
        for name in names
        if agency_in(name) is None and not is_house(name) and name.casefold() not in of_site
    ]


def agrees(field: str, case: dict[str, Any], found: Any) -> bool | None:
    """Tell whether a field says what its truth says, by the corpus's own measure; None without a truth."""
    measure = metrics()
    wanted = case.get(field)
    if wanted == []:
        return not found
    if not wanted:
        return None
    if field == "headline":
        return bool(measure.loose(found) == measure.loose(wanted))
    if field == "published_at":
        marks = measure.compare_when(wanted, found, case.get("utc_only", False))
        same = marks["same_instant"] if marks["same_instant"] is not None else marks["same_date"]
        return bool(same)
    return bool(measure.set_f1(wanted, found) == 1)


@pytest.mark.parametrize("facts", PUBLICATIONS, ids=lambda facts: facts["slug"])
def test_a_publication_is_read_as_its_truth_says(facts: dict[str, Any]) -> None:
    site = site_of(facts)
    wrong = {}
    for name in facts["pages"]:
        case = truths()[name]
        data = gzip.decompress((REAL / "pages" / name).read_bytes())
        html = data.decode("utf-8", "surrogatepass") if case.get("decoded") else data
        article = read_page(html, case["url"], site=site).article
        known = case | {"authors": persons(case.get("authors") or [], facts)}
        wrong |= {
            (name, field): getattr(article, field, None)
            for field in FIELDS
            if case.get(field) and agrees(field, known, getattr(article, field, None)) is False
        }
    listed = {(name, field) for name in facts["pages"] for field in LISTED["pages"].get(name, ())}
    assert wrong.keys() == listed, wrong


def test_the_list_is_short_and_gives_known_reasons() -> None:
    reasons = [reason for fields in LISTED["pages"].values() for reason in fields.values()]
    assert set(reasons) == set(LISTED["reasons"])
    assert reasons.count("missed") + reasons.count("not_on_page") <= 2
    assert sum(len(facts["pages"]) for facts in PUBLICATIONS) >= PAGES


@pytest.mark.parametrize("facts", DECLARED, ids=lambda facts: facts["slug"])
def test_known_urls_of_articles_are_articles_and_those_of_topics_are_not(facts: dict[str, Any]) -> None:
    spider = spiders().load(facts["slug"])
    assert issubclass(spider, Publication)
    home = f"{spider.home or f'https://{spider.allowed_domains[0]}'}/"
    scope = Scope.of(spider, home, spider.allowed_domains, Selection())
    known = [evidence["url"] for evidence in facts["article_evidence"]]
    assert [url for url in known if scope.article_url(url) is None] == []
    others = [*facts["topic_evidence"], *facts["not_articles_known"]]
    assert [url for url in others if scope.article_url(url)] == []
