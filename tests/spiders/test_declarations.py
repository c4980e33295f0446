"""The declared publications: one file each, in its country's folder, short, and all attributes."""

from __future__ import annotations

import ast
import json
from functools import cache
from pathlib import Path
from statistics import median

import pytest
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from newscrawler.discovery.scope import Scope
from newscrawler.publication.attributes import urls_of
from newscrawler.publication.declaration import Publication
from newscrawler.publication.selection import Selection
from newscrawler.publication.site_loader import SiteLoader
from newscrawler.urls import in_domains

SPIDERS = Path(__file__).parents[2] / "newscrawler" / "spiders"
FILES = sorted(path for path in SPIDERS.glob("[a-z][a-z]/*.py") if path.name != "__init__.py")
MOST_LINES = 60
PAGES = Path(__file__).parents[1] / "pages"


@cache
def loader() -> SiteLoader:
    found = get_spider_loader(get_project_settings())
    assert isinstance(found, SiteLoader)
    return found


def declared(path: Path) -> type[Publication]:
    found = loader().load(path.stem)
    assert issubclass(found, Publication)
    return found


def scope_of(cls: type[Publication]) -> Scope:
    home = f"{cls.home or f'https://{cls.allowed_domains[0]}'}/"
    return Scope.of(cls, home, cls.allowed_domains, Selection())


def shown(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_a_declaration_is_short() -> None:
    lines = [len([line for line in path.read_text("utf-8").splitlines() if line.strip()]) for path in FILES]
    assert len(FILES) >= 100
    assert median(lines) <= 30
    assert max(lines) <= MOST_LINES


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_site_is_attributes_in_a_file_of_its_name(path: Path) -> None:
    (cls,) = (node for node in ast.parse(path.read_bytes()).body if isinstance(node, ast.ClassDef))
    assert cls.name == f"{''.join(word.capitalize() for word in path.stem.split('_'))}Spider"
    assert all(isinstance(node, (ast.Assign, ast.Expr)) for node in cls.body)
    site = declared(path)
    site.check_declaration()
    assert site.name == path.stem
    assert (site.country or "").lower() == path.parent.name
    assert site.title
    assert site.kind
    assert site.language
    assert site.timezone
    assert site.verified
    assert site.article_path
    assert site.sections or site.feeds or site.news_sitemaps or site.sitemaps


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_section_is_on_the_site_and_no_article(path: Path) -> None:
    scope = scope_of(declared(path))
    pages = [page for pages in declared(path).sections.values() for page in urls_of(pages)]
    for page in pages:
        assert in_domains(scope.url(page), scope.domains), page
        assert scope.article_url(scope.url(page)) is None, page


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_page_that_it_was_tried_on_is_saved_and_is_an_article(path: Path) -> None:
    site = declared(path)
    scope = scope_of(site)
    records = [
        json.loads(record.read_text("utf-8"))
        for record in (PAGES / path.stem).glob("*.json")
        if "-listing." not in record.name
    ]
    assert bool(records) == any(tried.startswith("page") for tried in site.verified)
    for record in records:
        assert scope.article_url(record["url"]), record["url"]
        assert record["article"]["headline"]
        assert record["article"]["body"]
