"""Imports point one way, shared code knows no site, names are standard terms."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newscrawler"
FILES = sorted(PACKAGE.rglob("*.py"))

# layer -> what it may import: layers, or single modules of one
BASE = "base"
READING = {"base", "publication", "document"}
STATE = {"base", "run", "ledger", "output"}
MAY = {
    "base": {"base"},
    "publication": {"base", "publication"},
    "document": {"base", "publication.selectors", "document"},
    "sources": {*READING, "sources"},
    "discovery": {*READING, "discovery", "download", "listing_spider", "run"},
    "loaders": {*READING, "sources", "loaders"},
    "extraction": {*READING, "sources", "loaders", "extraction"},
    "extract": {*READING, "sources", "loaders", "extraction", "output", "extract"},
    "output": {"base", "output"},
    "ledger": {"base", "output", "ledger"},
    "download": {"base", "download"},
    "run": {*STATE, "publication", "download"},
    "rendering": {"base", "discovery", "rendering", "document", "publication", "run", "download"},
    "listing_spider": {*READING, "discovery", "rendering", "run"},
    "news_spider": {*READING, "discovery", "rendering", "run", "extract", "listing_spider"},
    "spiders": {*READING, "discovery", "news_spider", "spiders", "extract", "run"},
    "downloadermiddlewares": {*STATE, "extraction", "download", "rendering", "downloadermiddlewares"},
    "spidermiddlewares": {*STATE, "download", "spidermiddlewares"},
    "pipelines": {*STATE, "pipelines"},
    "extensions": {*STATE, "download", "extensions"},
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


def imports_of(path: Path) -> set[str]:
    modules = {name_of(file) for file in FILES}
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {
                f"{node.module}.{alias.name}" if f"{node.module}.{alias.name}" in modules else node.module
                for alias in node.names
            }
    return {name for name in found if name.split(".")[0] == "newscrawler"}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    allowed = MAY[layer_of(name_of(path))]
    wrong = sorted(
        imported
        for imported in imports_of(path)
        if imported == "newscrawler.settings" or not may_import(allowed, imported)
    )
    assert not wrong, f"{name_of(path)} imports {', '.join(wrong)}"


def test_a_wrong_import_would_be_found() -> None:
    assert "pipelines" not in (MAY["sources"] or ())
    assert layer_of("newscrawler.sources.jsonld") == "sources"
    assert layer_of("newscrawler.text") == BASE
    assert may_import(MAY["document"], "newscrawler.publication.selectors")
    assert not may_import(MAY["document"], "newscrawler.publication.site")


@pytest.mark.parametrize("path", [file for file in FILES if "spiders" not in file.parts], ids=name_of)
def test_shared_code_names_no_site(path: Path) -> None:
    text = path.read_text("utf-8")
    spiders = {file.stem.partition("_")[0] for file in (PACKAGE / "spiders").glob("*.py")} - {"", "any"}
    code = "\n".join(
        line for line in text.splitlines() if not line.lstrip().startswith(("#", ">>>")) and '"""' not in line
    )
    tree = ast.parse(text)
    docstrings = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
    }
    names = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value not in docstrings
        # "TASS" is an agency that any paper may credit; "tass" is the spider, its host and its markup
        # a string that stands alone documents the attribute above it
        and not any(isinstance(e, ast.Expr) and e.value is node for e in ast.walk(tree))
    }
    for site in spiders:
        assert not any(site in name for name in names), f"{site} is named in the code of {path.name}"
        assert f"spiders.{site}" not in code


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_names_are_standard_terms(path: Path) -> None:
    assert path.stem not in {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "misc",
        "core",
        "base",
        "manager",
    }
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef):
            assert not node.name.endswith(("Manager", "Helper", "Util", "Utils"))


def test_playwright_is_named_in_one_file() -> None:
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
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        )
    }
    assert naming == {"browser.py"}
