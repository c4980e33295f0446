"""Imports point one way, shared code knows no site, names are standard terms."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

PACKAGE = Path(__file__).parent.parent / "newscrawler"
FILES = sorted(PACKAGE.rglob("*.py"))

PARTS = {
    "sources": ("metadata", "headlines", "bylines", "times", "boilerplate", "body", "sections"),
    "discovery": ("xml", "feeds", "sitemaps", "sections", "pagers", "rows"),
}
"""Room -> its folders; one may import those before it, and what stands beside the folders."""

# layer -> what it may import: layers, or single modules of one
BASE = "base"
READING = {"base", "publication", "document"}
SITE = {"base", "publication", "discovery", "extract", "rendering", "run"}
STATE = {"base", "run", "ledger", "output"}
MAY = {
    "base": {"base"},
    "publication": {"base", "publication"},
    "document": {"base", "document"},
    "sources": {*READING, "sources"},
    "discovery": {*READING, "discovery", "download"},
    "loaders": {"base", "sources", "loaders"},
    "extraction": {*READING, "sources", "loaders", "extraction"},
    "extract": {*READING, "sources", "loaders", "extraction", "output", "extract"},
    "output": {"base", "output"},
    "ledger": {"base", "output", "ledger"},
    "download": {"base", "download"},
    "health": {"base", "health"},
    "run": {"base", "publication", "download", "health", "ledger", "rendering.rendering", "run"},
    "rendering": {"base", "publication", "document.charset", "discovery", "run", "rendering"},
    "crawling": {*SITE, "download", "health", "crawling"},
    "news_spider": {*SITE, "crawling", "news_spider"},
    "spiders": {"base", "publication", "discovery", "news_spider", "spiders"},
    "downloadermiddlewares": {
        "base",
        "run",
        "ledger",
        "archives.warc_folder",
        "document.charset",
        "document.reading_time",
        "extraction",
        "download",
        "rendering",
        "downloadermiddlewares",
    },
    "spidermiddlewares": {"base", "run", "ledger", "spidermiddlewares"},
    "pipelines": {*STATE, "pipelines"},
    "extensions": {*STATE, "download", "health", "alerts", "extensions"},
    "exports": {"base", "output", "exports"},
    "alerts": {"base", "health", "ledger", "alerts"},
    "report": {"base", "health", "ledger", "output", "run", "fleet.overview", "report"},
    "backfill": {*SITE, *STATE, "news_spider", "backfill"},
    "archives": {
        *READING,
        *STATE,
        "download",
        "extraction",
        "extract",
        "crawling.article_pages",
        "pipelines.check_dates",
        "extensions.run_record",
        "archives",
    },
    "fleet": {*STATE, "publication", "rendering.processes", "fleet"},
    "drafts": {
        *READING,
        "sources",
        "discovery",
        "extract",
        "rendering.endpoints",
        "rendering.rendering",
        "drafts",
    },
    "saved_pages": {*READING, "sources", "discovery", "extract", "saved_pages"},
    "commands": None,  # anything but settings
    "settings": {"base"},
}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in MAY else BASE


def may_import(allowed: set[str] | None, module: str) -> bool:
    if allowed is None or layer_of(module) in allowed:
        return True
    return module.removeprefix("newscrawler.") in allowed


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes())


MODULES = {name_of(file) for file in FILES}


@cache
def imports_of(path: Path, *, at_run_time: bool = False) -> frozenset[str]:
    """Return the modules of ours that a file imports; at run time: without what only type checkers read."""
    found = set()
    left_out = {
        id(inner)
        for node in ast.walk(tree_of(path))
        if at_run_time and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for part in node.body
        for inner in ast.walk(part)
    }
    for node in ast.walk(tree_of(path)):
        if id(node) in left_out:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {
                f"{node.module}.{alias.name}" if f"{node.module}.{alias.name}" in MODULES else node.module
                for alias in node.names
            }
    return frozenset(name for name in found if name.split(".")[0] == "newscrawler")


def test_imports_point_one_way() -> None:
    wrong = [
        f"{name_of(path)} imports {imported}"
        for path in FILES
        for imported in sorted(imports_of(path))
        if imported == "newscrawler.settings" or not may_import(MAY[layer_of(name_of(path))], imported)
    ]
    assert wrong == []


def test_a_wrong_import_would_be_found() -> None:
    assert "pipelines" not in (MAY["sources"] or ())
    assert layer_of("newscrawler.sources.metadata.jsonld") == "sources"
    assert layer_of("newscrawler.text") == BASE
    assert may_import(MAY["downloadermiddlewares"], "newscrawler.document.charset")
    assert not may_import(MAY["downloadermiddlewares"], "newscrawler.document.tree")


@pytest.mark.parametrize("room", PARTS)
def test_the_parts_of_a_room_are_in_an_order(room: str) -> None:
    folders = {path.parent.name for path in (PACKAGE / room).glob("*/*.py")}
    assert folders == set(PARTS[room])
    wrong = []
    for path in (PACKAGE / room).glob("*/*.py"):
        earlier = PARTS[room][: PARTS[room].index(path.parent.name) + 1]
        for name in imports_of(path, at_run_time=True):
            to = name.removeprefix(f"newscrawler.{room}.").partition(".")[0]
            if name.startswith(f"newscrawler.{room}.") and to in folders and to not in earlier:
                wrong.append(f"{name_of(path)} imports {name}")
    assert wrong == []


def test_no_circle_between_files() -> None:
    graph = {name_of(path): set(imports_of(path, at_run_time=True)) for path in FILES}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def texts_of(path: Path) -> Iterator[str]:
    """Return the strings of a file but for its docstrings; a string that stands alone documents what is above
    it."""
    alone = {id(node.value) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


@cache
def site_names() -> re.Pattern[str]:
    """Return what names a site in shared code: its hosts, its spider's module, and its ids.

    The name alone only where it is of several words: a paper can be called ``time``, and "TASS" is an agency
    that any paper may credit.
    """
    loader = get_spider_loader(get_project_settings())
    told = set()
    for spider in map(loader.load, loader.list()):
        if isinstance(spider.name, str) and spider.name != "any_site":
            told |= {
                *map(re.escape, spider.allowed_domains),
                rf"spiders\.{spider.name}",
                rf"{spider.name}:\d+",
            }
            told |= {spider.name} if "_" in spider.name else set()
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(told))})(?![\w-])")


@pytest.mark.parametrize(
    "text", ["https://www.tass.com/world", "newscrawler.spiders.tass.layouts", "id tass:944692"]
)
def test_a_sites_name_would_be_found(text: str) -> None:
    assert site_names().search(text)


@pytest.mark.parametrize("text", ["TASS", "tass.community", "tassel", "spiders.tassel"])
def test_what_is_no_sites_name(text: str) -> None:
    assert not site_names().search(text)


def test_shared_code_names_no_site() -> None:
    shared = [path for path in FILES if "spiders" not in path.parts]
    assert len(shared) > 400
    wrong = [
        f"{name_of(path)} names a site: {text[:80]!r}"
        for path in shared
        for text in texts_of(path)
        if site_names().search(text)
    ]
    assert wrong == []


def test_names_are_standard_terms() -> None:
    unclear = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "manager"}
    wrong = [name_of(path) for path in FILES if path.stem in unclear]
    wrong += [
        f"{name_of(path)}: {node.name}"
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and node.name.endswith(("Manager", "Helper", "Util", "Utils"))
    ]
    assert wrong == []


def test_playwright_is_named_where_the_browser_lives() -> None:
    naming = {
        path.name
        for path in FILES
        if any(
            (
                isinstance(node, ast.ImportFrom)
                and (node.module or "").startswith(("playwright", "scrapy_playwright"))
            )
            or (
                isinstance(node, ast.Import)
                and any(a.name.startswith(("playwright", "scrapy_playwright")) for a in node.names)
            )
            for node in ast.walk(tree_of(path))
        )
    }
    assert naming == {"browser.py", "handler.py", "launch.py"}


def test_the_architecture_says_what_each_room_may_import() -> None:
    page = (PACKAGE.parent / "docs" / "architecture.md").read_text("utf-8")
    said = {}
    for line in page.splitlines():
        room = re.match(r"\| `(\w+)(?:/|\.py)` \| .* \| (.*) \|$", line)
        if room is not None and room[1] in MAY:
            said[room[1]] = set(re.findall(r"`([\w.]+)`", room[2]))
    mine = {room: (allowed or set()) - {BASE, room} for room, allowed in MAY.items() if room != BASE}
    mine["commands"] = {"settings"}  # "anything but"
    assert said == mine


def test_what_a_module_hands_on_is_there() -> None:
    wrong = []
    for path in FILES:
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        if "__all__" not in path.read_text("utf-8") or ".fleet" in name or ".rendering" in name:
            continue  # those two need an extra
        module = import_module(name)
        wrong += [f"{name}: {each}" for each in module.__all__ if not hasattr(module, each)]
    assert wrong == []
