"""The library stands by itself: a fresh interpreter reads a page without engine, reactor, settings, network
or files."""

import json
import re
import subprocess
import sys
from typing import Any

from newscrawler.extract import extract

LONGEST_EXPRESSION = 10_000
"""Characters."""
PAGE = """<html lang="he"><head><title>Harbour reopens | Example</title></head><body><article><h1>Harbour reopens</h1>
<time>3 בנובמבר 2024</time>
<p>The harbour of the town opened again on Tuesday, after three weeks of repairs, the port authority said.</p>
<p>Ships had been diverted to a neighbouring port, which cost the town much of its income from fees.</p></article>"""

READ = """
import json, sys

page, first, *missing = sys.argv[1:]

def look(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "sqlite3.")):
        raise AssertionError(event)
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise AssertionError(f"{event}: {arguments}")

class NotInstalled:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in missing:
            raise ImportError(name)

sys.dont_write_bytecode = True
sys.addaudithook(look)
sys.meta_path.insert(0, NotInstalled())
__import__(first)
theirs = set(sys.modules)
from newscrawler.extract import extract

article = extract(page, "https://news.example.org/politics/2024/harbour-reopens-4711")
ours = sorted(set(sys.modules) - theirs)
print(json.dumps({"headline": article.headline, "body": article.body, "ours": ours}))
"""

ROOMS = {
    "ai_opt_outs", "bounds", "dates", "document", "extract", "extraction", "items", "loaders", "output",
    "publication", "sources", "text", "urls",
}  # fmt: skip
"""What extraction is made of, and the line's content hash."""


def read(*missing: str, first: str = "sys") -> set[str]:
    """Read a page in a fresh interpreter and return the modules that this has loaded.

    :param missing: packages that are not installed there.
    :param first: a module that is loaded before ours.
    """
    command = [sys.executable, "-c", READ, PAGE, first, *missing]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    assert found["headline"] == "Harbour reopens"
    assert found["body"].startswith("The harbour of the town")
    return set(found["ours"])


def test_only_extractions_own_rooms_are_loaded() -> None:
    ours = read()
    assert {name.split(".")[1] for name in ours if name.startswith("newscrawler.")} <= ROOMS
    assert not {"scrapy.crawler", "scrapy.core.engine", "twisted.internet.reactor"} & ours
    assert not {"sqlalchemy", "playwright", "rich"} & ours


def test_nothing_of_scrapy_is_loaded_beside_what_itemloaders_loads() -> None:
    ours = read(first="itemloaders")
    assert [name for name in ours if name.partition(".")[0] in {"scrapy", "twisted"}] == []


def test_a_page_is_read_where_scrapy_is_not_installed() -> None:
    read("scrapy", "twisted", "sqlalchemy", "playwright")


def test_no_expression_is_long_to_compile() -> None:
    """The class of letters has 2,000 characters: one that stands beside each word of a list takes a second."""
    extract(PAGE, "https://news.example.org/politics/2024/harbour-reopens-4711")
    long = {
        f"{name}.{known_as}": len(expression.pattern)
        for name, module in sys.modules.items()
        if name.startswith("newscrawler.")
        for known_as, expression in vars(module).items()
        if isinstance(expression, re.Pattern) and len(expression.pattern) > LONGEST_EXPRESSION
    }
    assert long == {}
