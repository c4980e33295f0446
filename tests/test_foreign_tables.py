"""Importing the project changes nothing in the libraries that it uses."""

import json
import subprocess
import sys

IMPORT_ALL = """
import importlib, json, pkgutil, sys

import newscrawler
for module in pkgutil.walk_packages(newscrawler.__path__, "newscrawler."):
    importlib.import_module(module.name)
"""

LOADED = IMPORT_ALL + "print(json.dumps(sorted(sys.modules)))"

CHANGED = """
import contextlib, importlib, json, sys

def tables():
    return {
        f"{module}.{name}": value.copy()
        for module in foreign if module in sys.modules
        for name, value in vars(sys.modules[module]).items()
        if isinstance(value, (dict, list, set)) and not name.startswith("_")
    }

foreign = json.loads(sys.stdin.read())
for name in foreign:
    with contextlib.suppress(ImportError):  # a part of an extension module has a name of its own
        importlib.import_module(name)
before = tables()
""" + IMPORT_ALL + """
after = tables()
print(json.dumps([name for name in before if before[name] != after[name]]))
"""  # fmt: skip


def run(script: str, given: str = "") -> list[str]:
    """Run a script in a fresh interpreter and return what it prints as JSON."""
    command = [sys.executable, "-c", script]
    result = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    found: list[str] = json.loads(result.stdout)
    return found


def test_no_table_of_another_library_is_changed() -> None:
    standard = {*sys.stdlib_module_names, "newscrawler", "__main__"}
    foreign = [name for name in run(LOADED) if name.partition(".")[0] not in standard]
    assert {"w3lib.encoding", "scrapy.responsetypes", "sqlalchemy.types"} <= set(foreign)
    assert run(CHANGED, json.dumps(foreign)) == []
