"""What ``scrapy doctor`` looks at, each finding by itself."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest
from scrapy.http import Response
from scrapy.settings import Settings

from newscrawler.commands import findings
from newscrawler.commands.findings import Finding

if TYPE_CHECKING:
    from pathlib import Path


def test_a_remedy_is_shown_only_where_something_is_missing() -> None:
    assert str(Finding("disk", True, "9.0 GB free", "delete")) == "ok       disk       9.0 GB free"
    assert str(Finding("disk", False, "0.1 GB free", "delete")) == "MISSING  disk       0.1 GB free: delete"
    assert str(Finding("contact", False, "not set", needed=False)).startswith("absent")


def test_this_machine_can_crawl() -> None:
    assert findings.python().ok
    assert all(finding.ok for finding in findings.packages())
    assert findings.clock().ok


def test_a_package_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "PACKAGES", ("scrapy", "no-such-package"))
    (finding,) = findings.packages()
    assert not finding.ok
    assert "no-such-package" in finding.said


def test_a_browser_that_is_not_there() -> None:
    finding = findings.browser(Settings({"BROWSER_PATH": "/nonexistent/chromium"}), needed=True)
    assert not finding.ok
    assert finding.needed
    assert "chromium" in finding.remedy


@pytest.mark.parametrize("package", findings.BROWSER_PACKAGES)
def test_a_package_of_the_browser_that_is_missing(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "find_spec", lambda name: None if name == package else name)
    finding = findings.browser(Settings(), needed=False)
    assert not finding.ok
    assert finding.said == f"no {package.replace('_', '-')}"
    assert finding.remedy == "pip install 'newscrawler[browser]'"


def test_a_remote_browser_is_refused_or_named() -> None:
    remote = {"PLAYWRIGHT_CDP_URL": "http://127.0.0.1:9222"}
    finding = findings.browser(Settings(remote), needed=True)
    assert not finding.ok
    assert "RENDER_REMOTE_BROWSER" in finding.remedy
    let_in = findings.browser(Settings(remote | {"RENDER_REMOTE_BROWSER": True}), needed=True)
    assert let_in.ok
    assert "127.0.0.1:9222" in let_in.said


def test_the_output_folder_is_looked_at_and_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert findings.writable(folder).said == f"{folder} will be made"
    assert not folder.exists()
    assert findings.writable(tmp_path).said == f"{tmp_path} can be written"
    assert findings.free_space(folder).said.endswith("GB free")


def test_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    finding = findings.writable(tmp_path / "file")
    assert not finding.ok
    assert "OUTPUT_DIR" in finding.remedy


def test_a_ledger(tmp_path: Path) -> None:
    assert findings.database("", tmp_path).said.endswith("will be made")
    path = tmp_path / ".ledger.db"
    with sqlite3.connect(path) as connection:
        connection.execute("create table t (x)")
    connection.close()
    assert findings.database("", tmp_path).said == f"{path}: ok"
    path.write_bytes(b"no database, but long enough to be taken for one" * 50)
    finding = findings.database("", tmp_path)
    assert not finding.ok
    assert "scrapy rebuild" in finding.remedy


@pytest.mark.parametrize("url", ["nonsense", "nosuch://x", "sqlite:////nonexistent/folder/ledger.db"])
def test_a_database_that_cannot_be_used(url: str, tmp_path: Path) -> None:
    finding = findings.database(url, tmp_path)
    assert not finding.ok
    assert "\n" not in str(finding)
    assert "LEDGER_URL" in finding.remedy


@pytest.mark.parametrize(
    ("seconds", "ok"), [(0, True), (60, True), (-60, True), (3600, False), (-3600, False)]
)
def test_the_clock_of_the_site(seconds: int, ok: bool) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=seconds))
    assert findings.server_clock(date).ok is ok


def test_a_date_that_cannot_be_read_is_no_fault_of_ours() -> None:
    assert findings.server_clock("yesterday").ok


def robots(body: str, status: int = 200) -> Finding:
    response = Response("https://times.example/robots.txt", status=status, body=body.encode())
    return findings.robots(response, "https://times.example", ["/world", "/sport"], "newscrawler")


def test_sections_that_robots_txt_allows() -> None:
    finding = robots("User-agent: *\nCrawl-delay: 3\n")
    assert finding.ok
    assert finding.said == "answers 200; 2 of 2 sections allowed, 3 s between two requests"


def test_a_section_that_robots_txt_forbids_is_named() -> None:
    finding = robots("User-agent: newscrawler\nDisallow: /sport\n")
    assert not finding.ok
    assert "/sport" in finding.remedy
    assert "1 of 2 sections" in finding.said


@pytest.mark.parametrize(
    ("status", "ok"), [(404, True), (410, True), (401, False), (429, False), (503, False)]
)
def test_only_a_missing_robots_txt_allows_all(status: int, ok: bool) -> None:
    assert robots("User-agent: *\nDisallow: /", status).ok is ok


def test_a_contact() -> None:
    assert findings.contact("desk@times.example").ok
    assert not findings.contact("").needed
