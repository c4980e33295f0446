"""A password that stands in a URL, a setting or a page is shown by no command, and written nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crawl import PRIVATE
from tests.forks import scrapy

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SECRET = "pa55w0rd"
SITE = f"http://me:{SECRET}@127.0.0.1:9/"
DATABASE = f"postgresql+psycopg://me:{SECRET}@127.0.0.1:9/news"
PAGE = f"""<html lang=en><title>Ports open</title><link rel=canonical href="{SITE}a"><article>
<h1>Ports open</h1>
{"<p>The ports were opened again by the town of the lake on Monday.</p>" * 9}</article>"""

AS_ARGUMENT = {
    "crawl": ("crawl", "any_site", "-a", f"url={SITE}", "-L", "DEBUG"),
    "crawl a declared site": ("crawl", "tass", "-a", f"site_url={SITE}"),
    "crawl a list": (
        "crawl",
        "any_site",
        "-a",
        "url=http://127.0.0.1:9/",
        "-a",
        "urls={list}",
        "-L",
        "DEBUG",
    ),
    "crawlsites": ("crawlsites", "tass", "-a", f"site_url={SITE}"),
    "backfill": ("backfill", "any_site", "-a", f"url={SITE}", "--from", "2026-05", "--to", "2026-05"),
    "explain": ("explain", SITE),
    "explain a page": ("explain", "{page}", "--url", SITE),
    "parse": ("parse", SITE, "--spider", "any_site"),
    "fetch": ("fetch", SITE, "-L", "DEBUG"),
    "shell": ("shell", SITE, "-c", "response", "-L", "DEBUG"),
    "endpoints": ("endpoints", SITE),
    "declare": ("declare", SITE),
    "declare an article": ("declare", "http://127.0.0.1:9/", SITE),
    "savepage": ("savepage", SITE, "--to", "{folder}"),
    "savepage of a file": ("savepage", "{page}", "--url", SITE, "--to", "{folder}"),
    "doctor": ("doctor", "--spider", "any_site", "--site-url", SITE),
    "extract": ("extract", "{page}", "-L", "DEBUG"),
    "export": ("export", "--format", "postgres", "--to", DATABASE),
    "export to a file": ("export", "--format", "csv", "--to", f"{{folder}}/{SITE}"),
    "convert": ("convert", "--to", "ninjs", "--site", SITE),
    "rebuild": ("rebuild", SITE),
    "replay": ("replay", SITE),
    "status": ("status", SITE),
    "report": ("report", "--to", f"{{folder}}/{SITE}/report.html"),
    "checksites": ("checksites", SITE),
    "sites": ("sites", SITE),
    "fleet": ("fleet", "add", SITE, "-s", f"LEDGER_URL={DATABASE}"),
}
CRAWL = ("crawl", "any_site", "-a", "url=http://127.0.0.1:9/", "-L", "DEBUG")
AS_SETTING = {
    "crawl": CRAWL,
    "status": ("status",),
    "report": ("report",),
    "sites": ("sites", "--due"),
    "rebuild": ("rebuild",),
    "extract": ("extract", "{page}", "-L", "DEBUG"),
    "replay": ("replay",),
    "doctor": ("doctor",),
    "fleet init": ("fleet", "init"),
    "fleet list": ("fleet", "list"),
    "backfill": ("backfill", *CRAWL[1:], "--from", "2026-05", "--to", "2026-05"),
    "settings": ("settings", "--get", "BOT_NAME", "-L", "DEBUG"),
}
OTHER_SETTINGS = {
    "alerts": ("ALERTS", f"mailto://me:{SECRET}@127.0.0.1:9,json://127.0.0.1:9/?token={SECRET}"),
    "a wrong alert": ("ALERTS", f"nonsense://me:{SECRET}@127.0.0.1:9"),
    "a browser": ("RENDER_REMOTE_BROWSER", f"ws://me:{SECRET}@127.0.0.1:9/?token={SECRET}"),
    "a proxy": ("HTTP_PROXY", f"http://me:{SECRET}@127.0.0.1:9"),
    "a broken ledger": ("LEDGER_URL", f"postgresq://me:{SECRET}@127.0.0.1:9/news"),
    "a ledger's parameter": (
        "LEDGER_URL",
        f"postgresql+psycopg://127.0.0.1:9/news?user=me&password={SECRET}",
    ),
    "hosts": ("ALLOWED_PRIVATE_HOSTS", f"http://me:{SECRET}@127.0.0.1"),
}


def keeps_the_secret(folder: Path, arguments: tuple[str, ...], **settings: str) -> str:
    page, listed = folder / "page.html", folder / "list.txt"
    page.write_text(PAGE)
    listed.write_text(f"{SITE}2026/05/04/ports-open\nhttp://127.0.0.1:9/a\n")
    given = {"ALLOWED_PRIVATE_HOSTS": PRIVATE, "OUTPUT_DIR": str(folder / "out"), "DOWNLOAD_DELAY": "0",
             "RETRY_ENABLED": "False", **settings}  # fmt: skip
    done = scrapy(
        *(part.format(page=page, list=listed, folder=folder / "to") for part in arguments),
        *(part for name, value in given.items() for part in ("-s", f"{name}={value}")),
    )
    said = done.stdout + done.stderr
    assert SECRET not in said
    assert "Traceback" not in said
    written = [path for path in (folder / "out").rglob("*") if path.is_file()]
    assert [path.name for path in written if SECRET.encode() in path.read_bytes()] == []
    return said


@pytest.mark.parametrize("arguments", AS_ARGUMENT.values(), ids=AS_ARGUMENT)
def test_of_a_url_that_is_an_argument(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert keeps_the_secret(tmp_path, arguments)


@pytest.mark.parametrize("command", ["fetch", "parse", "shell", "view"])
def test_scrapys_own_commands_refuse_it(command: str) -> None:
    done = scrapy(command, SITE)
    assert (done.returncode, done.stdout) == (2, "")
    assert "user and password in a URL are never used" in done.stderr


@pytest.mark.parametrize("arguments", AS_SETTING.values(), ids=AS_SETTING)
def test_of_a_ledger(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert keeps_the_secret(tmp_path, arguments, LEDGER_URL=DATABASE, WARC_DIR=str(tmp_path / "warc"))


@pytest.mark.parametrize(("name", "value"), OTHER_SETTINGS.values(), ids=OTHER_SETTINGS)
def test_of_another_setting(tmp_path: Path, name: str, value: str) -> None:
    assert keeps_the_secret(tmp_path, CRAWL, **{name: value})
