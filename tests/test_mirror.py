"""The tests mirror the rooms: each module is tested by its own name, and no two test files have one name."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "newscrawler"
COUNTRY = re.compile(r"spiders/[a-z]{2}/")
"""Where the declarations are: tests/spiders/test_declarations.py holds all of them to their pages."""
SHORT = 25
"""Lines up to which a module needs no test of its own."""
UNTESTED: dict[str, frozenset[str]] = {}
"""Room -> its modules that are tested through others only. Take off what is tested; add nothing."""


SITES = "spiders/??"
"""Declarations, which ``tests/spiders/test_declarations.py`` and saved pages test."""


def imported() -> set[str]:
    """Every module that a test imports by its own name."""
    names = set()
    for path in TESTS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
    return names


def untested() -> dict[str, set[str]]:
    """Room -> modules of more lines than ``SHORT`` that no test imports."""
    known = imported()
    found: dict[str, set[str]] = {}
    for path in {*PACKAGE.rglob("*.py")} - {*PACKAGE.glob(f"{SITES}/*.py")}:
        name = path.relative_to(PACKAGE).with_suffix("").parts
        if COUNTRY.match(path.relative_to(PACKAGE).as_posix()):
            continue
        is_long = len(path.read_bytes().splitlines()) > SHORT
        if is_long and path.name != "__init__.py" and ".".join(("newscrawler", *name)) not in known:
            found.setdefault("/".join(name[:-1]), set()).add(name[-1])
    return found


def test_each_module_is_tested_by_its_own_name() -> None:
    new = {room: sorted(names - UNTESTED.get(room, frozenset())) for room, names in untested().items()}
    assert {room: names for room, names in new.items() if names} == {}


def test_no_two_files_have_one_name() -> None:
    names = Counter(path.name for path in TESTS.rglob("*.py"))
    twice = {name for name, count in names.items() if count > 1}
    assert twice <= {"__init__.py", "conftest.py"}
