"""A page is kept with the draft of its record, and the record holds."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings

from newscrawler.commands import savepage
from newscrawler.commands.site_options import declared_sites
from newscrawler.publication.site import Site
from newscrawler.saved_pages import article_record, listing_record
from newscrawler.settings import CADENCE
from tests.commands.sites_folder import write_sites
from tests.saved_pages.sent_page import PAGE, URL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "page.html").write_text(PAGE)
    loader = "newscrawler.publication.site_loader.SiteLoader"
    modules = [write_sites(tmp_path)]
    return Settings(
        {"SPIDER_MODULES": modules, "SPIDER_LOADER_CLASS": loader, "OUTPUT_DIR": "x", "CADENCE": CADENCE}
    )


def run(settings: Settings, folder: Path, *arguments: str) -> int:
    command = savepage.Command()
    command.settings = settings
    parser = ArgumentParser(conflict_handler="resolve")
    command.add_options(parser)
    opts, targets = parser.parse_known_args([*arguments, "--to", str(folder / "pages")])
    command.run(targets, opts)
    return command.exitcode


def test_an_article(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, tmp_path, str(tmp_path / "page.html"), "--url", URL) == 0
    (record,) = (tmp_path / "pages" / "gazette").glob("*.json")
    assert record.name.startswith("2026-05-04-")
    saved = json.loads(record.read_text())
    assert saved["article"]["published_at"] == "2026-05-04T10:00:00+01:00"
    assert "Veldhaven" not in record.read_text() + record.with_suffix(".html").read_text()
    assert "correct the record by hand" in capsys.readouterr().err
    site = Site("gazette", domains=("gazette.example",), language="en", timezone="Europe/London")
    assert article_record.differences(record, site) == {}
    saved["article"]["headline"] = "Another"
    saved["article"]["section"] = None
    record.write_text(json.dumps(saved))
    assert set(article_record.differences(record, site)) == {"headline", "section"}


def test_a_listing(settings: Settings, tmp_path: Path) -> None:
    link = "<a href=/world/2026/05/04/ferry-sails-again-today>Ferry sails again</a>"
    (tmp_path / "list.html").write_text(f"<html><body><h2>{link}</h2></body></html>")
    arguments = (str(tmp_path / "list.html"), "--url", "https://gazette.example/world", "--listing", "world")
    assert run(settings, tmp_path, *arguments) == 0
    record = tmp_path / "pages" / "gazette" / "world-listing.json"
    saved = json.loads(record.read_text())
    assert saved["listing"]["slug"] == "world"
    (link,) = saved["gives"]["url"]
    assert link.startswith("https://gazette.example/world/2026/05/04/")
    (site,) = declared_sites(settings, ["gazette"])
    assert listing_record.differences(record, site.spider) == {}
    saved["gives"]["url"] = []
    record.write_text(json.dumps(saved))
    assert set(listing_record.differences(record, site.spider)) == {"url"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["page.html"], "a file does not say where it is from; give --url URL"),
        (["nowhere.html", "--url", URL], "No such file"),
        (["page.html", "--url", "ftp://x"], "not an http or https URL"),
        (["page.html", "--url", URL, "--spider", "gazete"], "did you mean gazette?"),
        (
            ["page.html", "--url", "https://other.example/a", "--listing", "world"],
            "--listing needs",
        ),
    ],
)
def test_what_cannot_be_saved(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    target, *options = arguments
    assert run(settings, tmp_path, str(tmp_path / target), *options) == 2
    assert said in capsys.readouterr().err


def test_a_page_that_is_no_article(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.html").write_text("<title>404 Not found</title><h1>Page not found</h1>")
    assert run(settings, tmp_path, str(tmp_path / "page.html"), "--url", "https://other.example/a") == 0
    (record,) = (tmp_path / "pages" / "other.example").glob("*.json")
    assert "not_an_article" in json.loads(record.read_text())
    assert "a listing is saved with --listing NAME" in capsys.readouterr().err
