"""Saved pages: each page gives its record, field by field.

``tests/pages/<site>/<date>-<slug>.html`` is the page, the ``.json`` beside it the record that it must give. A
``.json`` with ``not_an_article`` names what the page is instead of an article.
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from newscrawler.extract import Reading
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.site import Site
from newscrawler.saved_pages.article_record import read_saved

PAGES = Path(__file__).parent / "pages"
RECORDS = sorted(path for path in PAGES.rglob("*.json") if "-listing." not in path.name)


SPIDERS = get_spider_loader(get_project_settings())


@cache
def site_of(folder: str) -> Site:
    if "." in folder:  # an undeclared site goes by its host
        return Site(folder)
    spider = SPIDERS.load(folder)
    assert issubclass(spider, NewsSpider)
    return spider.declared_site()


@cache
def record_of(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))


@cache
def reading_of(path: Path) -> Reading:
    return read_saved(path, site_of(path.parent.name))


def named_in(wanted: Any, got: Any) -> Any:
    """Return of a value what the record names: a record may name only what matters."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        return {name: got[name] for name in wanted}
    return got


@pytest.mark.parametrize(
    "path",
    [path for path in RECORDS if record_of(path).get("article")],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_fields(path: Path) -> None:
    reading = reading_of(path)
    assert reading.article is not None, reading.not_an_article
    wanted = record_of(path)["article"]
    article = asdict(reading.article)
    assert {field: named_in(value, article[field]) for field, value in wanted.items()} == wanted


@pytest.mark.parametrize(
    "path", [p for p in RECORDS if "not_an_article" in record_of(p)], ids=lambda p: p.stem
)
def test_not_an_article(path: Path) -> None:
    reading = reading_of(path)
    assert reading.not_an_article is not None
    assert reading.not_an_article.kind == record_of(path)["not_an_article"]


@pytest.mark.parametrize("path", [p for p in RECORDS if "next_page" in record_of(p)], ids=lambda p: p.stem)
def test_next_page(path: Path) -> None:
    assert reading_of(path).next_page == record_of(path)["next_page"]


@pytest.mark.parametrize("path", RECORDS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_record_is_complete(path: Path) -> None:
    record = record_of(path)
    assert path.with_suffix(".html").exists()
    assert {"url", "fetched_at"} <= record.keys()
    assert record.get("article") or record.get("not_an_article")


def test_every_page_has_a_record() -> None:
    parts = {part["file"] for path in RECORDS for part in record_of(path).get("pages", [])}
    assert not [
        page.name
        for page in PAGES.rglob("*.html")
        if not page.with_suffix(".json").exists() and page.name not in parts
    ]
