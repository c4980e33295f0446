"""A site whose file is broken is refused alone, in one line that says where, what and what to do."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from newscrawler.exceptions import WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.site_loader import SiteLoader
from tests import forks
from tests.publication.site_file import SITE_FILE, with_change

if TYPE_CHECKING:
    import subprocess

BAD = SITE_FILE
GOOD = SITE_FILE.replace("bad", "good").replace("Bad", "Good")
BROKEN_FILE = ("headline=", "headlin=")
BROKEN_DECLARATION = ("Europe/London", "Europe/Lodnon")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of spiders of its own, in which one is good."""
    package = tmp_path / f"press_{tmp_path.name.replace('-', '_')}"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "good.py").write_text(GOOD)
    monkeypatch.syspath_prepend(tmp_path)
    return package


def load(folder: Path) -> SiteLoader:
    return SiteLoader.from_settings(Settings({"SPIDER_MODULES": [folder.name]}))


def test_a_file_that_cannot_be_loaded(folder: Path) -> None:
    (folder / "bad.py").write_text(with_change(*BROKEN_FILE))
    loader = load(folder)
    assert loader.list() == ["good"]
    assert loader.load("good").name == "good"
    with pytest.raises(WrongArgument, match=r"bad.py:14: Layout has no field 'headlin'"):
        loader.load("bad")


def test_a_file_that_ends_the_program(folder: Path) -> None:
    (folder / "bad.py").write_text(with_change("class ", "raise SystemExit(1)\n\n\nclass "))
    loader = load(folder)
    assert loader.list() == ["good"]
    with pytest.raises(WrongArgument, match="SystemExit"):
        loader.load("bad")


def test_a_file_that_has_changed_is_read_again(folder: Path) -> None:
    (folder / "bad.py").write_text("# to come\n")
    with pytest.raises(KeyError):
        load(folder).load("bad")
    (folder / "bad.py").write_text(BAD)
    assert load(folder).load("bad").name == "bad"


def test_a_declaration_that_cannot_work(folder: Path) -> None:
    (folder / "bad.py").write_text(with_change(*BROKEN_DECLARATION))
    loader = load(folder)
    assert sorted(loader.list()) == ["bad", "good"]
    loader.load("good").check_declaration()
    with pytest.raises(WrongArgument, match=r"bad.py:12: timezone: 'Europe/Lodnon' is not an IANA"):
        loader.load("bad").check_arguments({})


def test_rendered_listings_without_rows(folder: Path) -> None:
    (folder / "bad.py").write_text(with_change("    layouts", '    render = {"listing"}\n    layouts'))
    with pytest.raises(WrongArgument, match=r"bad.py:14: render: rendered listings need rows"):
        load(folder).load("bad").check_arguments({})


def test_the_part_of_a_site_that_is_a_file_of_its_own(folder: Path) -> None:
    site = folder / "bad"
    site.mkdir()
    (site / "__init__.py").write_text("")
    (site / "spider.py").write_text(
        BAD.replace("layouts = (Layout", "layouts = (TODAY, Layout").replace(
            "\n\n\nclass", f"\nfrom {folder.name}.bad.layouts import TODAY\n\n\nclass"
        )
    )
    (site / "layouts.py").write_text(
        "from newscrawler.publication.article_layout import Layout\n\nTODAY = Layout(\n"
        '    name="today",\n    marker="html",\n    lead="p[",\n)\n'
    )
    loader = load(folder)
    with pytest.raises(WrongArgument, match=r"bad/layouts.py:6: layouts\['today'\].lead: not a CSS selector"):
        loader.load("bad").check_arguments({})


def test_a_part_that_cannot_be_loaded_breaks_its_site(folder: Path) -> None:
    site = folder / "bad"
    site.mkdir()
    (site / "__init__.py").write_text("")
    (site / "spider.py").write_text(
        BAD.replace("\n\n\nclass", f"\nimport {folder.name}.bad.layouts\n\n\nclass")
    )
    (site / "layouts.py").write_text("TODAY = )\n")
    loader = load(folder)
    assert loader.list() == ["good"]
    with pytest.raises(WrongArgument, match=r"bad/layouts.py:1: not Python"):
        loader.load("bad")


def test_two_spiders_of_one_name_are_both_refused(folder: Path) -> None:
    (folder / "one.py").write_text(BAD)
    (folder / "two.py").write_text(BAD)
    loader = load(folder)
    assert loader.list() == ["good"]
    with pytest.raises(
        WrongArgument, match=r"several spiders are named 'bad' \(.*one.BadSpider and .*two.BadSpider\)"
    ):
        loader.load("bad")


def test_a_spider_without_a_name(folder: Path) -> None:
    (folder / "bad.py").write_text(BAD.replace("    name =", "    nam ="))
    with pytest.raises(WrongArgument, match=r"bad.py:7: the spider has no name; write name = 'bad'"):
        load(folder).load("bad")


def test_what_a_family_declares_its_sites_may_use(folder: Path) -> None:
    families = folder / "_families"
    families.mkdir()
    (families / "__init__.py").write_text("")
    (families / "press.py").write_text(
        "from newscrawler.news_spider import NewsSpider\n\n\n"
        "class Press(NewsSpider):\n    edition: str = 'a'\n    sitemap = ()\n"
    )
    (folder / "bad.py").write_text(
        BAD.replace(
            "newscrawler.news_spider import NewsSpider", f"{folder.name}._families.press import Press"
        )
        .replace("(NewsSpider)", "(Press)")
        .replace("    layouts", "    edition = 'b'\n    layouts")
    )
    with pytest.raises(
        WrongArgument, match="sitemap: a site has no attribute of this name; did you mean sitemaps"
    ):
        load(folder).load("bad").check_arguments({})


@pytest.mark.parametrize("name", ["tass", "any_site"])
def test_the_sites_that_there_are(name: str) -> None:
    spider = get_spider_loader(get_project_settings()).load(name)
    assert issubclass(spider, NewsSpider)
    spider.check_declaration()


def scrapy(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    spiders = f"SPIDER_MODULES={folder.name}"
    return forks.scrapy(*arguments, "-s", spiders, variables={"PYTHONPATH": str(folder.parent)})


@pytest.mark.slow
def test_as_a_user_sees_it(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.py").write_text(with_change(*BROKEN_FILE))
    (folder / "worse.py").write_text(with_change(*BROKEN_DECLARATION).replace('"bad"', '"worse"'))
    output = f"OUTPUT_DIR={tmp_path / 'output'}"
    listed = scrapy(folder, "list")
    assert (listed.returncode, listed.stdout) == (0, "good\nworse\n")
    for command in ("list", "doctor"):
        lines = scrapy(folder, command, "-s", output).stderr.splitlines()
        assert [line.partition(" is broken: ")[0] for line in lines] == ["bad", "worse"], lines
        assert all("did you mean" in line for line in lines)
    page = tmp_path / "page.html"
    page.write_text("<h1>Harbour opens</h1><p>Text.</p>")
    for command in (
        ["crawl", "bad"],
        ["crawl", "worse"],
        ["parse", "http://127.0.0.1:9/", "--spider", "bad"],
        ["explain", str(page), "--spider", "worse"],
    ):
        ended = scrapy(folder, *command, "-s", output)
        assert ended.returncode == 2, ended.stderr
        assert ended.stderr.count("\n") == 1, ended.stderr
        assert "did you mean" in ended.stderr
    assert scrapy(folder, "crawl", "good", "-s", output).returncode == 0


def test_only_the_site_that_is_named_is_imported(folder: Path) -> None:
    press = folder / "in"  # also a country whose code is a word of Python
    press.mkdir()
    (press / "__init__.py").write_text("")
    (press / "bad.py").write_text(BAD)
    (folder / "ended.py").write_text("raise SystemExit(1)\nclass Ended: ...\n")
    loader = load(folder)
    assert loader.load("bad").__module__ == f"{folder.name}.in.bad"
    assert f"{folder.name}.good" not in sys.modules
    assert loader.broken == {}
    assert sorted(loader.list()) == ["bad", "good"]
    assert set(loader.broken) == {"ended"}


def test_a_name_that_is_made(folder: Path) -> None:
    (folder / "bad.py").write_text(BAD.replace('name = "bad"', 'name = "b" + "ad"'))
    assert load(folder).load("bad").name == "bad"


def test_there_is_no_such_spider(folder: Path) -> None:
    with pytest.raises(KeyError):
        load(folder).load("gazette")


def test_modules_that_are_not_there() -> None:
    with pytest.raises(ModuleNotFoundError):
        SiteLoader.from_settings(Settings({"SPIDER_MODULES": ["nowhere_press"]}))
