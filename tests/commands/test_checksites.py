"""The check of declared sites: what is wrong with each, in lines that say what to do."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import TYPE_CHECKING

import pytest
from scrapy.http import HtmlResponse
from scrapy.settings import Settings

from newscrawler.commands import checksites
from newscrawler.commands.live_check import LiveCheck
from newscrawler.commands.site_options import declared_sites
from newscrawler.saved_pages.site_check import check_site
from newscrawler.settings import CADENCE
from tests import forks
from tests.commands.sites_folder import write_sites
from tests.spiders.many_newsrooms import SHAPES, Newsrooms

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    "<html lang=en><head><title>Quay opens</title><meta property=og:type content=article></head><body>"
    "<article><h1>Quay opens</h1><time datetime=2026-05-04T10:00:00Z>4 May</time><p>The quay of Quillmouth "
    "takes ships again, the town said on Friday, and the ferry sails.</p><p>It had been closed since the "
    "autumn, and the ferry sailed from the other side.</p></article></body></html>"
)
URL = "https://gazette.example/world/quay"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.syspath_prepend(tmp_path)
    record = {"url": URL, "fetched_at": "2026-05-05T00:00:00+00:00", "article": {"headline": "Quay opens"}}
    for name in ("gazette", "le_soir", "depesche"):
        folder = tmp_path / "pages" / name
        folder.mkdir(parents=True)
        (folder / "a.html").write_text(PAGE)
        (folder / "a.json").write_text(json.dumps(record))
    loader = "newscrawler.publication.site_loader.SiteLoader"
    modules = [write_sites(tmp_path)]
    return Settings(
        {"SPIDER_MODULES": modules, "SPIDER_LOADER_CLASS": loader, "OUTPUT_DIR": "x", "CADENCE": CADENCE}
    )


def run(settings: Settings, folder: Path, *arguments: str) -> int:
    command = checksites.Command()
    command.settings = settings
    parser = ArgumentParser(conflict_handler="resolve")
    command.add_options(parser)
    opts, names = parser.parse_known_args([*arguments, "--pages", str(folder / "pages")])
    command.run(names, opts)
    return command.exitcode


def test_all_good(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, tmp_path) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines()[0] == "depesche: good; 1 saved page, 0 listings"
    assert shown.err == "3 sites: all good\n"


def test_what_is_wrong(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = tmp_path / settings["SPIDER_MODULES"][0]
    (package / "gb" / "other.py").write_text(
        (package / "gb" / "gazette.py").read_text().replace('"gazette"', '"times"')
    )
    (package / "torn.py").write_text('class TornSpider(\n    name = "torn"\n')
    soir = (package / "be" / "le_soir.py").read_text()
    (package / "be" / "le_soir.py").write_text(soir.replace('"Europe/London"', '"Europe/Lodnon"'))
    record = tmp_path / "pages" / "depesche" / "a.json"
    record.write_text(record.read_text().replace("Quay opens", "Quay closes"))
    (tmp_path / "pages" / "depesche" / "b.json").write_text("{")
    assert run(settings, tmp_path) == 1
    shown = capsys.readouterr().out
    for line in (
        "  a.json: headline: wants 'Quay closes', got 'Quay opens'",
        "  b.json: cannot be read: JSONDecodeError",
        "le_soir.py:15: timezone: 'Europe/Lodnon' is not an IANA time zone; did you mean Europe/London?",
        "  name: 'times' in the file other.py; name both so", "  class GazetteSpider: call it TimesSpider",
        "torn is broken: ", "gazette: good;",
    ):  # fmt: skip
        assert line in shown, shown


def test_a_site_in_the_folder_of_another_country(settings: Settings, tmp_path: Path) -> None:
    (site,) = declared_sites(settings, ["gazette"])
    site.spider.country = "FR"  # type: ignore[misc]  # the test's own
    (fault,) = check_site(site.spider, tmp_path / "pages").faults
    assert fault == "country: 'FR' in the folder gb/; its folder is its country's code"


def test_a_saved_page_that_is_no_article(settings: Settings, tmp_path: Path) -> None:
    (site,) = declared_sites(settings, ["gazette"])
    record = tmp_path / "pages" / "gazette" / "a.json"
    known = {"url": URL, "fetched_at": "2026-05-05T00:00:00+00:00", "not_an_article": "missing"}
    record.write_text(json.dumps(known))
    record.with_suffix(".html").write_text("<title>404 Not found</title><h1>Page not found</h1>")
    (fault,) = check_site(site.spider, tmp_path / "pages").faults
    kind = fault.rpartition(" ")[2].strip("'")
    record.write_text(json.dumps(known | {"not_an_article": kind}))
    assert check_site(site.spider, tmp_path / "pages").faults == []


def test_a_site_without_a_saved_page(settings: Settings, tmp_path: Path) -> None:
    (site,) = declared_sites(settings, ["gazette"])
    assert str(check_site(site.spider, tmp_path)) == "gazette: on facts alone; 0 saved pages, 0 listings"
    site.spider.verified = ("facts 2026", "live 2026-11")  # type: ignore[misc]  # the test's own
    (fault,) = check_site(site.spider, tmp_path).faults
    assert fault.endswith("scrapy savepage URL keeps one")


def test_a_site_that_is_not(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, tmp_path, "gazete") == 2
    assert "did you mean gazette?" in capsys.readouterr().err


def test_live(tmp_path: Path) -> None:
    with Newsrooms(len(SHAPES), tmp_path) as rooms:
        options = {
            "SPIDER_MODULES": "many_press", "ALLOWED_PRIVATE_HOSTS": rooms.hosts, "DOWNLOAD_DELAY": "0",
            "OUTPUT_DIR": str(tmp_path / "output"),
        }  # fmt: skip
        settings = [part for name, value in options.items() for part in ("-s", f"{name}={value}")]
        variables = {"PYTHONPATH": str(tmp_path)}
        done = forks.scrapy("checksites", "--live", *settings, variables=variables)
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stderr == f"{len(SHAPES)} sites: all good\n"
        assert done.stdout.count(": good\n") == len(SHAPES)
        assert "/rss.xml: 3 articles" in done.stdout
        assert not (tmp_path / "output").exists()
        package = tmp_path / "many_press"
        text = (package / "paper0.py").read_text()
        (package / "paper0.py").write_text(text.replace("/rss.xml", "/lost.xml"))
        lost = forks.scrapy("checksites", "--live", "paper0", *settings, variables=variables)
    assert lost.returncode == 1
    assert "/lost.xml: failed (http-404)" in lost.stdout


def test_a_site_without_listings(settings: Settings, tmp_path: Path) -> None:
    (site,) = declared_sites(settings, ["gazette"])
    site.spider.sections = {}  # type: ignore[misc]  # the test's own
    (fault,) = check_site(site.spider, tmp_path / "pages").faults
    assert fault.startswith("nothing says where articles are listed")
    check = LiveCheck(site.spider)
    assert check.first_urls() == []
    assert list(check.lines()) == ["gazette: 1 fault", "  no listing is declared"]


def test_a_listing_with_a_header_in_another_charset(settings: Settings) -> None:
    (site,) = declared_sites(settings, ["gazette"])
    check = LiveCheck(site.spider)
    url = check.first_urls()[0]
    response = HtmlResponse(url, headers={"Server": b"\x9b"}, body=b"<p>nothing</p>")
    assert check.answered(url, response) == []
    assert url in check.found
