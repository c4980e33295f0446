"""``scrapy doctor``: a line for each thing, and exit code 1 where something needed is missing."""

from pathlib import Path

import pytest

from tests.forks import scrapy
from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow


def doctor(output: Path, *arguments: str) -> tuple[int, dict[str, str]]:
    done = scrapy("doctor", "-s", f"OUTPUT_DIR={output}", *arguments)
    assert "Traceback" not in done.stderr, done.stderr
    lines = [line.split(None, 2) for line in done.stdout.splitlines()]
    return done.returncode, {name: f"{state} {said}" for state, name, said in lines}


def test_a_sound_machine_and_a_site(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    code, found = doctor(
        tmp_path / "new", "--spider", "tass", "--site-url", site.base_url,
        "-s", "ALLOWED_PRIVATE_HOSTS=127.0.0.1",
    )  # fmt: skip
    assert code == 0, found
    assert found["robots.txt"].startswith("ok answers 200")
    assert found["output"].startswith("ok")
    assert [request.path for request in site.requests] == ["/robots.txt"]
    assert not (tmp_path / "new").exists(), "looking makes nothing"


def test_what_is_missing_has_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, found = doctor(
        tmp_path / "file", "-s", "LEDGER_URL=postgresql+psycopg://nobody@127.0.0.1:1/none",
        "-s", "BROWSER_PATH=/nonexistent/chromium",
    )  # fmt: skip
    assert code == 1
    assert found["output"].startswith("MISSING")
    assert found["database"].startswith("MISSING")
    assert "LEDGER_URL" in found["database"]
    assert "apt-get install chromium" in found["browser"]
    assert found["browser"].startswith("absent")


def test_a_site_that_forbids_its_sections(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today", robots="User-agent: *\nDisallow: /\n")
    code, found = doctor(
        tmp_path, "--spider", "tass", "--site-url", site.base_url, "-s", "ALLOWED_PRIVATE_HOSTS=127.0.0.1"
    )
    assert code == 1
    assert found["robots.txt"].startswith("MISSING")


def test_a_spider_for_any_url_needs_one(tmp_path: Path) -> None:
    code, found = doctor(tmp_path, "--spider", "any_site")
    assert code == 1
    assert "give --site-url" in found["site"]
    code, found = doctor(tmp_path, "--site-url", "https://gazette.example/")
    assert (code, found) == (2, {}), "of which spider?"
