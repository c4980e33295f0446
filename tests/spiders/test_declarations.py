"""Each publication's file is called as its spider, lies in its country's folder, and has a saved page."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

import newscrawler.spiders
from newscrawler.publication.site_loader import SiteLoader

SPIDERS = Path(newscrawler.spiders.__file__).parent
PAGES = Path(__file__).parent.parent / "pages"
FILES = [path for path in sorted(SPIDERS.glob("??/*.py")) if path.name != "__init__.py"]
LOADER = get_spider_loader(get_project_settings())


def test_no_site_is_broken() -> None:
    assert isinstance(LOADER, SiteLoader)
    assert LOADER.faults() == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_class_name_and_folder_agree(path: Path) -> None:
    spider = LOADER.load(path.stem)
    assert spider.__module__ == f"newscrawler.spiders.{path.parent.name}.{path.stem}"
    assert spider.__name__ == "".join(map(str.capitalize, path.stem.split("_"))) + "Spider"
    assert getattr(spider, "country", None) == path.parent.name.upper()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_declaration_says_who_it_is_and_what_it_was_tried_on(path: Path) -> None:
    spider = LOADER.load(path.stem)
    silent = [
        name
        for name in ("title", "kind", "timezone", "verified", "article_path")
        if not getattr(spider, name)
    ]
    assert silent == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_declaration_has_a_saved_page(path: Path) -> None:
    records = [record for record in (PAGES / path.stem).glob("*.json") if "-listing." not in record.name]
    assert records


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_declaration_has_no_method(path: Path) -> None:
    (site,) = (node for node in ast.parse(path.read_bytes()).body if isinstance(node, ast.ClassDef))
    assert not [node for node in site.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
