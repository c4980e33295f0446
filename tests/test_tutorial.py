"""The tutorial's spider, pasted into the tree, leaves everything green, whatever the site is called."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NAMES = ("the_guardian", "le_monde", "example_times", "time", "any", "html")
CHECKS = tuple(f"tests/test_{name}.py" for name in ("layers", "house", "pages", "settings", "docs"))


def tutorial() -> str:
    (code,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs" / "add_a_site.md").read_text("utf-8"), re.DOTALL
    )
    return "\n".join(line[3:] for line in code.split("\n")).rstrip() + "\n"


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
                shutil.copyfile(ROOT / name, tmp_path / name)
    else:  # not a checkout
        shutil.copytree(ROOT, tmp_path, ignore=ignore, dirs_exist_ok=True)
    for name in NAMES:
        title = "".join(word.capitalize() for word in name.split("_"))
        code = tutorial().replace("example_times", name).replace("ExampleTimes", title)
        code = code.replace("times.example", f"{name.replace('_', '-')}.example")
        (tmp_path / "newscrawler" / "spiders" / f"{name}.py").write_text(code, "utf-8")
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
            timeout=110,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert set(NAMES) <= set(done.stdout.split())
