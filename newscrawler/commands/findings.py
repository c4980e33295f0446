"""What a crawl needs: one finding for each, with the remedy where something is missing."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.robotstxt import ProtegoRobotParser
from scrapy.utils.misc import load_object
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from newscrawler.exceptions import WrongArgument
from newscrawler.output.folder import ledger_file
from newscrawler.publication.bare_selectors import bare_selectors
from newscrawler.rendering.choice import REMEDIES, NoBrowser
from newscrawler.rendering.options import REMOTE_SETTINGS, check_handlers, launch_options
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapy.http import Response
    from scrapy.settings import BaseSettings

    from newscrawler.publication.article_layout import Layout

BROWSER_PACKAGES = ("playwright", "scrapy_playwright")
PACKAGES = ("scrapy", "lxml", "sqlalchemy", "dateparser", "tzdata")
LEAST_FREE = 200 * 1024**2
"""Bytes of free disk space; with less a crawl would soon stop."""
CLOCK_SKEW = 120
"""Seconds by which our clock and a server's may differ."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    what: str
    ok: bool
    said: str
    remedy: str = ""
    needed: bool = True
    """False if only some sites or settings need it."""

    def __str__(self) -> str:
        state = "ok     " if self.ok else ("MISSING" if self.needed else "absent ")
        remedy = f": {self.remedy}" if self.remedy and not self.ok else ""
        return f"{state}  {self.what:<10} {self.said}{remedy}"


def selectors(layouts: Sequence[Layout]) -> Iterator[Finding]:
    """Check that selectors name something of the site's own: a redesign makes bare ones silently wrong."""
    for layout, field, selector in bare_selectors(layouts):
        said = f"{layout}: {field} = {selector!r} matches on any page"
        yield Finding("selector", False, said, "name a class or an id beside the element", needed=False)


def python() -> Finding:
    """Check that Python is 3.11 or newer."""
    return Finding(
        "Python", sys.version_info >= (3, 11), platform.python_version(), "install Python 3.11 or newer"
    )


def packages() -> Iterator[Finding]:
    """Check the packages that every crawl needs."""
    there, missing = [], []
    for name in PACKAGES:
        try:
            there.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    said = ", ".join(there) if not missing else f"not installed: {', '.join(missing)}"
    yield Finding("packages", not missing, said, "run make install")


def browser(settings: BaseSettings, *, needed: bool) -> Finding:
    """Start the browser that a crawl would use; one of another machine is only named."""
    try:
        options = launch_options(settings)
        check_handlers(settings)
    except WrongArgument as error:
        said, _, remedy = str(error).rpartition("; ")
        return Finding("browser", False, said or remedy, remedy, needed)
    for package in BROWSER_PACKAGES:
        if find_spec(package) is None:
            said = f"no {package.replace('_', '-')}"
            return Finding("browser", False, said, "pip install 'newscrawler[browser]'", needed)
    if remote := next((settings[name] for name in REMOTE_SETTINGS if settings.get(name)), None):
        return Finding("browser", True, f"{remote} (remote, not asked)")
    try:
        choice, number = load_object("newscrawler.rendering.launch.installed")(
            options.get("executable_path", "")
        )
    except NoBrowser as error:
        return Finding("browser", False, "none", str(error).partition(": ")[2] or REMEDIES, needed)
    except Exception as error:  # noqa: BLE001 - whatever it was, it does not start
        return Finding("browser", False, f"does not start ({error})", REMEDIES, needed)
    return Finding("browser", True, f"{choice.executable} {number} ({choice.found})")


def writable(output: Path) -> Finding:
    """Check that the output folder, or the folder in which it will be made, can be written."""
    folder = next(path for path in (output, *output.absolute().parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
            os.fsync(file.fileno())
    except OSError as error:
        return Finding(
            "output",
            False,
            f"{output}: {error.strerror}",
            "make it writable, or name another with -s OUTPUT_DIR=…",
        )
    return Finding(
        "output", True, f"{output} can be written" if folder == output else f"{output} will be made"
    )


def free_space(output: Path) -> Finding:
    """Check the free space on the disk of the output folder."""
    folder = next(path for path in (output, *output.absolute().parents) if path.exists())
    free = shutil.disk_usage(folder).free
    return Finding(
        "disk", free > LEAST_FREE, f"{free / 1024**3:.1f} GB free", "delete or move what is not needed"
    )


def database(url: str, output: Path) -> Finding:
    """Check the ledger's database."""
    remedy = "correct LEDGER_URL, start the database, or leave LEDGER_URL empty to use SQLite"
    if url:
        try:
            engine = create_engine(url)
            with engine.connect() as connection:
                connection.execute(text("SELECT 1"))
            engine.dispose()
        except (SQLAlchemyError, ImportError, ValueError) as error:
            return Finding("database", False, str(error).splitlines()[0], remedy)
        return Finding("database", True, f"{engine.url.render_as_string(hide_password=True)} answers")
    path = ledger_file(output)
    if not path.exists():
        return Finding("database", True, f"{path} will be made")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connected:
            (state,) = connected.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        state = str(error)
    return Finding(
        "database",
        state == "ok",
        f"{path}: {state}",
        "run scrapy rebuild: it makes the ledger anew from the lines",
    )


def clock() -> Finding:
    """Check that the clock is not older than this program: a machine without a battery starts in 1970."""
    newest = max(path.stat().st_mtime for path in Path(__file__).parents[1].rglob("*.py"))
    now = datetime.now(UTC)
    return Finding(
        "clock", time.time() > newest - 1, f"{now:%Y-%m-%d %H:%M} UTC", "set the clock (timedatectl)"
    )


def contact(given: str) -> Finding:
    """Check that publishers can reach the operator."""
    return Finding(
        "contact", bool(given), given or "not set", "give -s CONTACT=you@example.org", needed=False
    )


def server_clock(date: str) -> Finding:
    """Compare our clock with the site's.

    :param date: the header ``Date`` of its answer.
    """
    try:
        skew = abs((datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds())
    except (ValueError, TypeError):
        return Finding("clock", True, "the site's Date header cannot be read", needed=False)
    return Finding(
        "clock", skew < CLOCK_SKEW, f"differs from the site's by {skew:.0f} s", "set the clock (timedatectl)"
    )


def robots(response: Response, base: str, paths: Sequence[str], agent: str) -> Finding:
    """Check that robots.txt lets us read the sections of a site.

    :param base: URL of the site, without a slash at its end.
    :param paths: the pages of its sections.
    :param agent: the name for which the rules are looked up.
    """
    status = response.status
    if status in {401, 403} or status == 429 or status >= 500:
        return Finding(
            "robots.txt",
            False,
            f"answers {status}, so no page may be asked for",
            "ask the publisher for permission",
        )
    parser = ProtegoRobotParser(response.body if 200 <= status < 300 else b"", None)
    refused = [path for path in paths if not parser.allowed(f"{base}/{path.lstrip('/')}", agent)]
    delay = parser.crawl_delay(agent)
    said = f"answers {status}; {len(paths) - len(refused)} of {some(len(paths), 'section')} allowed" + (
        f", {delay:g} s between two requests" if delay else ""
    )
    return Finding("robots.txt", not refused, said, f"leave these sections out: {', '.join(refused[:3])}")
