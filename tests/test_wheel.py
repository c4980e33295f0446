"""A wheel gives its spiders, settings and commands to another project, and to a folder that is no project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
PAPER = """
from newscrawler.news_spider import NewsSpider

class Paper(NewsSpider):
    name = "example_times"
    allowed_domains = ("times.example",)
    sections = {"politics": "/politics"}
"""
CONSOLE = "from newscrawler.commands.console import main; main()"


def run(folder: Path, site: Path, *arguments: str) -> str:
    """Run Python in a folder where the package is the installed one."""
    kept = {name: value for name, value in os.environ.items() if name != "SCRAPY_SETTINGS_MODULE"}
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder into which a wheel of this tree is installed, without any network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("newscrawler-*.whl")
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile"]
    subprocess.run(
        [sys.executable, *install, "--target", str(folder / "site"), str(wheel)],
        check=True,
        capture_output=True,
    )
    return folder / "site"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return another Scrapy project, which takes newscrawler's settings."""
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = paper.settings\n")
    spiders = tmp_path / "paper" / "spiders"
    spiders.mkdir(parents=True)
    for folder in (spiders, spiders.parent):
        (folder / "__init__.py").touch()
    (spiders / "example_times.py").write_text(PAPER)
    (spiders.parent / "settings.py").write_text(
        "from newscrawler.settings import *\n"
        "SPIDER_MODULES = [*SPIDER_MODULES, 'paper.spiders']\n"
        "CONTACT = 'desk@paper.example'\n"
    )
    return tmp_path


def test_another_project_has_spiders_settings_and_commands(site: Path, project: Path) -> None:
    where = run(project, site, "-c", "import newscrawler; print(newscrawler.__file__)")
    assert Path(where.strip()).is_relative_to(site)
    assert {"any_site", "example_times", "tass"} < {*run(project, site, "-m", "scrapy", "list").split()}
    assert run(project, site, "-m", "scrapy", "settings", "--get", "CONTACT").strip() == "desk@paper.example"
    assert "rebuild" in run(project, site, "-m", "scrapy", "-h")
    page = project / "page.html"
    page.write_bytes((ROOT / "tests/pages/tass/2025-10-30-gallery.html").read_bytes())
    url = "https://tass.com/society/2037971"
    assert "headline" in run(project, site, "-m", "scrapy", "explain", "page.html", "--url", url)


def test_the_console_script_needs_no_project(site: Path, tmp_path: Path) -> None:
    assert {"any_site", "tass"} < {*run(tmp_path, site, "-c", CONSOLE, "list").split()}
    assert run(tmp_path, site, "-c", CONSOLE, "settings", "--get", "OUTPUT_DIR").strip() == "output"
    assert "endpoints" in run(tmp_path, site, "-c", CONSOLE, "-h")
    assert list(tmp_path.iterdir()) == []


def test_the_console_script_in_a_project_takes_that_projects_settings(site: Path, project: Path) -> None:
    assert "example_times" in run(project, site, "-c", CONSOLE, "list")


def test_the_wheel_names_the_script(site: Path) -> None:
    (entries,) = site.glob("newscrawler-*.dist-info/entry_points.txt")
    assert "newscrawler = newscrawler.commands.console:main" in entries.read_text()


def test_the_wheel_holds_what_is_no_python(site: Path) -> None:
    kept = {
        path.name
        for path in (site / "newscrawler").rglob("*")
        if path.suffix not in {".py", ".pyc"} and path.is_file()
    }
    here = {
        path.name
        for path in (ROOT / "newscrawler").rglob("*")
        if path.suffix not in {".py", ".pyc"} and path.is_file()
    }
    assert kept == here
