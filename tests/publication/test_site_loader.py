"""A site whose file is broken is refused alone, in one line that says where, what and what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from newscrawler.exceptions import WrongArgument
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.site_loader import SiteLoader
from tests.crawl import ROOT

GOOD = '''"""A daily."""

from newscrawler.news_spider import NewsSpider
from newscrawler.publication.article_layout import Layout


class GoodSpider(NewsSpider):
    """good.example."""

    name = "good"
    allowed_domains = ("good.example",)
    timezone = "Europe/London"
    next_page = "a[rel=next]"
    layouts = (Layout(name="2026", marker="div.story", headline="h1"),)
'''
BAD = GOOD.replace("good", "bad").replace("Good", "Bad")

BROKEN_FILES = {
    "syntax": ('name = "bad"', 'name = "bad"\n    sections = {', ":11: not Python"),
    "import": ("import Layout", "import Layot", ":4: newscrawler.publication.article_layout has no 'Layot'; did you mean Layout?"),
    "module": ("article_layout", "artcle_layout", ":4: No module named"),
    "name": ("(Layout(", "(Layuot(", ":14: name 'Layuot' is not defined; did you mean Layout?"),
    "layout_field": ("headline=", "headlin=", ":14: Layout has no field 'headlin'; did you mean headline?"),
    "far_field": ("headline=", "zzz=", ":14: Layout has no field 'zzz'; allowed: name, marker"),
    "field_missing": (', marker="div.story"', "", ":14: TypeError: Layout.__init__() missing 1 required"),
    "value": ('"good.example",)'.replace("good", "bad"), "1 / 0,)", ":11: ZeroDivisionError"),
    "exit": ("class ", "raise SystemExit(1)\n\n\nclass ", ":7: SystemExit"),
}  # fmt: skip
BROKEN_DECLARATIONS = {
    "attribute": ("next_page =", "next_pag =", ":13: next_pag: a site has no attribute of this name; did you mean next_page?"),
    "method": ("    layouts", "    def parse_articl(self): ...\n\n    layouts", ":14: parse_articl: a site has no method of this name; did you mean parse_article?"),
    "zone": ("Europe/London", "Europe/Lodnon", ":12: timezone: 'Europe/Lodnon' is not an IANA time zone; did you mean Europe/London?"),
    "css": ("a[rel=next]", "a[rel=next", ":13: next_page: not a CSS selector"),
    "layout_css": ('"h1"', '"h1["', ":14: layouts['2026'].headline: not a CSS selector"),
    "marker_css": ("div.story", "div..story", ":14: layouts['2026'].marker: not a CSS selector"),
    "not_body": ('"h1")', '"h1", not_body=(".ad", "..x"))', ":14: layouts['2026'].not_body[1]: not a CSS selector"),
    "image": ('"h1")', '"h1", images=(ImageRule("figure", caption="p["),))', ":14: layouts['2026'].images.caption: not a CSS"),
    "prefer": ('"h1")', '"h1", prefer={"headlin": "json-ld"})', ":14: layouts['2026'].prefer: 'headlin' is no field of an article; did you mean headline?"),
    "source": ('"h1")', '"h1", prefer={"headline": "jsonld"})', ":14: layouts['2026'].prefer['headline']: 'jsonld' is not known; did you mean json-ld?"),
    "title": ('"h1")', '"h1", title="(.*) | Bad")', ":14: layouts['2026'].title: '(.*) | Bad' names no field"),
    "not_a_tuple": ('headline="h1"),)', 'headline="h1"))', ":14: layouts: a Layout stands alone; write (a Layout,)"),
    "one_feed": ("    layouts", '    feeds = "/rss.xml"\n    layouts', ":14: feeds: '/rss.xml' stands alone; write ('/rss.xml',)"),
    "host": ("bad.example", "https://bad.example/", ":11: allowed_domains: 'https://bad.example/' is not the name of a host; write 'bad.example'"),
    "pattern": ("    layouts", '    article_path = r"(/\\d+"\n    layouts', ":14: article_path: '(/\\\\d+' is not a regular expression"),
    "group": ("    layouts", '    article_number = r"/\\d+"\n    layouts', ":14: article_number: '/\\\\d+' has no group"),
    "render": ("    layouts", '    render = {"articles"}\n    layouts', ":14: render: 'articles' is not known; did you mean article?"),
    "rows": ("    layouts", '    render = {"listing"}\n    layouts', ":14: render: rendered listings need rows"),
    "sections": ("    layouts", '    sections = {"world": 1}\n    layouts', ":14: sections['world']: 1 is not a text"),
    "language": ("    layouts", '    language = "english"\n    layouts', ":14: language: 'english' is not a language tag"),
    "date_format": ("    layouts", '    date_formats = ("%d %Q",)\n    layouts', ":14: date_formats: '%d %Q' is not a date format"),
    "listing_css": ("    layouts", '    listing_layouts = (ListingLayout("now", "html", HtmlListing("a", lead="p:nth(")),)\n    layouts', ":14: listing_layouts['now'].rows.lead: not a CSS"),
    "listing_pattern": ("    layouts", '    listing_layouts = (ListingLayout("now", "html", HtmlListing("a"), {"section": JsonListing("/", page_values={"id": "(x"})}),)\n    layouts', ":14: listing_layouts['now'].api['section'].page_values['id']: '(x' is not a regular"),
    "listing_kind": ("    layouts", '    listing_layouts = (ListingLayout("now", "html", HtmlListing("a"), {"sections": JsonListing("/")}),)\n    layouts', ":14: listing_layouts['now'].api: 'sections' is not known; did you mean section?"),
    "method_get": ("    layouts", '    listing_layouts = (ListingLayout("now", "html", HtmlListing("a"), {"section": JsonListing("/", method="get")}),)\n    layouts', "method: 'get' is not known; did you mean GET?"),
}  # fmt: skip


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


def broken(case: tuple[str, str, str]) -> str:
    old, new, _ = case
    assert old in BAD
    text = BAD.replace(old, new)
    if "ImageRule" in text:
        text = text.replace("import Layout\n", "import ImageRule, Layout\n")
    if "HtmlListing" in text:
        names = "HtmlListing, JsonListing, ListingLayout"
        text = text.replace(
            "import Layout\n", f"import Layout; from newscrawler.publication.listing_layout import {names}\n"
        )
    return text


@pytest.mark.parametrize("case", BROKEN_FILES.values(), ids=BROKEN_FILES)
def test_a_file_that_cannot_be_loaded(folder: Path, case: tuple[str, str, str]) -> None:
    (folder / "bad.py").write_text(broken(case))
    loader = load(folder)
    assert loader.list() == ["good"]
    assert loader.load("good").name == "good"
    with pytest.raises(WrongArgument) as caught:
        loader.load("bad")
    assert f"{folder.name}/bad.py{case[2]}" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("case", BROKEN_DECLARATIONS.values(), ids=BROKEN_DECLARATIONS)
def test_a_declaration_that_cannot_work(folder: Path, case: tuple[str, str, str]) -> None:
    (folder / "bad.py").write_text(broken(case))
    loader = load(folder)
    assert sorted(loader.list()) == ["bad", "good"]
    loader.load("good").check_declaration()
    with pytest.raises(WrongArgument) as caught:
        loader.load("bad").check_arguments({})
    assert case[2] in str(caught.value)
    assert f"{folder.name}/bad.py:" in str(caught.value)
    assert "\n" not in str(caught.value)


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
        "from newscrawler.news_spider import NewsSpider\n\n\nclass Press(NewsSpider):\n    edition: str = 'a'\n    sitemap = ()\n"
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


def test_own_constants_and_methods_are_no_misspellings(folder: Path) -> None:
    (folder / "fine.py").write_text(
        BAD.replace(
            "    layouts", "    AMP = 1\n    _own = 2\n\n    def without_amp(self): ...\n\n    layouts"
        )
    )
    load(folder).load("bad").check_arguments({})


def scrapy(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(folder.parent)}
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments, "-s", f"SPIDER_MODULES={folder.name}"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_as_a_user_sees_it(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.py").write_text(broken(BROKEN_FILES["layout_field"]))
    (folder / "worse.py").write_text(broken(BROKEN_DECLARATIONS["zone"]).replace('"bad"', '"worse"'))
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
