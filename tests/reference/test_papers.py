"""Real pages of the publications of which we have facts say what their truth says, but for listed fields.

``disagreements.toml`` lists page, field and reason, and of lists of names how they differ. Nothing of the
product judges the truth. A site that is declared is read by its declaration.
"""

from __future__ import annotations

import gzip
import importlib
import json
import sys
import tomllib
from collections import defaultdict
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

if TYPE_CHECKING:
    from types import ModuleType

    from newscrawler.items import Article

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
REAL = SHARED / "real"
LISTED = tomllib.loads((Path(__file__).parent / "disagreements.toml").read_text("utf-8"))
FIELDS = ("headline", "published_at", "authors", "topics")
PAGES = 201
RIGHT = 0.97
"""The share of each field's values that are as truth says, where truth has no fault and means the same."""


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


@cache
def article_of(page: str) -> Article | None:
    """A page's article, as its site reads it."""
    facts = next(facts for facts in PUBLICATIONS if page in facts["pages"])
    case = truths()[page]
    data = gzip.decompress((REAL / "pages" / page).read_bytes())
    html = data.decode("utf-8", "surrogatepass") if case.get("decoded") else data
    return read_page(html, case["url"], site=site_of(facts)).article


def listed(page: str, field: str) -> dict[str, Any] | None:
    """What the list says of a field of a page: reason, and where known which names differ."""
    found: dict[str, Any] | None = LISTED["pages"].get(page, {}).get(field)
    return found


@pytest.mark.parametrize("facts", PUBLICATIONS, ids=lambda facts: facts["slug"])
def test_a_publication_is_read_as_its_truth_says(facts: dict[str, Any]) -> None:
    wrong = {}
    for page in facts["pages"]:
        case, article = truths()[page], article_of(page)
        for field in FIELDS:
            if not case.get(field):
                continue
            found, entry = getattr(article, field, None), listed(page, field)
            if agrees(field, case, found) is (entry is not None) or not as_listed(
                entry, field, case, article
            ):
                wrong[page, field] = found
    assert not wrong


def as_listed(
    entry: dict[str, Any] | None, field: str, case: dict[str, Any], article: Article | None
) -> bool:
    """Tell whether a field differs from its truth in the names that the list says, and in no other."""
    if entry is None or not entry.keys() & {"without", "with"}:
        return True
    without, beyond = entry.get("without", []), entry.get("with", [])
    assert set(without) <= set(case[field]), "the list takes off what truth does not say"
    wanted = [name for name in case[field] if name not in without] + beyond
    if entry["reason"] == "agency" and not metrics().loose(without[0]).endswith(
        metrics().loose(article.agency if article else None) or "no agency"
    ):
        return False
    return agrees(field, {field: wanted}, getattr(article, field, None)) is True


def test_most_fields_are_as_truth_says_and_the_others_have_known_reasons() -> None:
    """Prints the shares: before the list, and without what truth is at fault for or means otherwise."""
    asked, right, ours = defaultdict[str, int](int), defaultdict[str, int](int), defaultdict[str, int](int)
    whose = {reason: whose for whose, reasons in LISTED["reasons"].items() for reason in reasons}
    used = set()
    for page in (page for facts in PUBLICATIONS for page in facts["pages"]):
        for field in FIELDS:
            if not truths()[page].get(field):
                continue
            entry = listed(page, field)
            asked[field] += 1
            right[field] += bool(agrees(field, truths()[page], getattr(article_of(page), field, None)))
            if entry is not None:
                used.add(entry["reason"])
                ours[field] += whose[entry["reason"]] == "ours"
    assert used == set(whose)
    for field in FIELDS:
        share = right[field] / (right[field] + ours[field])
        print(
            f"{field}: {right[field]} of {asked[field]} ({right[field] / asked[field]:.3f}), then {share:.3f}"
        )
        assert share >= RIGHT, field
    assert sum(len(facts["pages"]) for facts in PUBLICATIONS) >= PAGES


REASONS = {"disguise": {"impersonate", "request_header"}, "robots": {"suppress_robots"}}
"""Why a site is not declared -> what public crawlers need for it, by its facts."""


@pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts["slug"])
def test_a_publication_is_declared_or_its_facts_say_why_not(facts: dict[str, Any]) -> None:
    needs = {crawler["needs"] for crawler in facts["fundus_2026"] if not crawler["deprecated"]}
    reason = NOT_DECLARED.get(facts["slug"])
    if reason is None:
        assert facts["slug"] in spiders().list()
        assert not needs & {"impersonate", "suppress_robots"}
    elif reason["why"] == "refuses":
        assert not needs
        assert "refuses" in facts["notes"] or "bot wall" in facts["notes"]
    else:
        assert needs & REASONS[reason["why"]]
    assert reason is None or (reason["title"], reason["country"], reason["home"]) == (
        facts["name"], facts["country"], facts["home"],
    )  # fmt: skip


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
