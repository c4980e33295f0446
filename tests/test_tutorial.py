"""The guide's spiders, pasted into the tree, leave everything green, whatever the site is called."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guide import spiders

ROOT = Path(__file__).parent.parent
NAMES = ("the_guardian", "le_globe", "example_times", "time", "any", "html")
CHECKS = tuple(f"tests/test_{name}.py" for name in ("layers", "house", "settings", "docs"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tree into which the tutorial's spider has been pasted, once under each name."""
    files = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    ignore = shutil.ignore_patterns(".*", "__pycache__", "output")
    if files:
        for name in files.rstrip("\0").split("\0"):
            if (ROOT / name).is_file():
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, tmp_path / name)
        for compiled in ROOT.glob("newscrawler/**/__pycache__"):  # else each command compiles all
            shutil.copytree(compiled, tmp_path / compiled.relative_to(ROOT))
    else:  # not a checkout
        shutil.copytree(ROOT, tmp_path, ignore=ignore, dirs_exist_ok=True)
    examples = spiders()
    name, first = next(iter(examples.items()))
    for other in NAMES:
        title, host = "".join(word.capitalize() for word in other.split("_")), other.replace("_", "-")
        text = first.replace(name, other).replace("".join(map(str.capitalize, name.split("_"))), title)
        examples[other] = text.replace(f"{name.replace('_', '-')}.example", f"{host}.example")
    for name, text in examples.items():
        (tmp_path / "newscrawler" / "spiders" / f"{name}.py").write_text(text, "utf-8")
    return tmp_path


@pytest.mark.slow
def test_a_pasted_spider_leaves_the_checks_green(copy: Path) -> None:
    for command in (
        ["ruff", "check", "newscrawler/spiders"],
        ["ruff", "format", "--check", "newscrawler/spiders"],
        ["pytest", "-q", "-x", "-p", "no:cacheprovider", *CHECKS],
        ["scrapy", "list"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=copy,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert {*NAMES, *spiders()} <= set(done.stdout.split())
