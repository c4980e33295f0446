"""``scrapy doctor``: what a crawl needs, what of it is there, and how to get the rest."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Request, Spider
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.robotstxt import ProtegoRobotParser
from scrapy.utils.misc import load_object
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from newscrawler.commands.without_ledger import switch_off_ledger
from newscrawler.download.address_guard import check_base_url
from newscrawler.downloadermiddlewares.robotstxt import robots_agent
from newscrawler.news_spider import NewsSpider
from newscrawler.output.folder import ledger_file, output_folder
from newscrawler.rendering.choice import REMEDIES, NoBrowser
from newscrawler.run.failures import outcome_of
from newscrawler.run.verdict import EXIT_FAILED, EXIT_GOOD

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response
    from scrapy.settings import Settings

PACKAGES = ("scrapy", "lxml", "sqlalchemy", "dateparser", "tzdata")
LEAST_FREE = 200 * 1024**2
"""Bytes below which a crawl would soon stop."""
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
    """False: only some sites or settings need it."""

    def __str__(self) -> str:
        state = "ok     " if self.ok else ("MISSING" if self.needed else "absent ")
        remedy = f": {self.remedy}" if self.remedy and not self.ok else ""
        return f"{state}  {self.what:<10} {self.said}{remedy}"


class Command(ScrapyCommand):
    """Look at this machine, and with ``--spider`` at a site; exit code 1 if something needed is missing."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {}

    def syntax(self) -> str:
        """Arguments of the command."""
        return "[--spider NAME] [--site-url URL]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Say what a crawl needs, what of it is there and how to get the rest"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Options beside Scrapy's own."""
        super().add_options(parser)
        parser.add_argument("--spider", help="look at this spider's site, too: robots.txt, clock, browser")
        parser.add_argument("--site-url", help="the address that stands for the site's own")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Switch off what writes: this is no crawl."""
        super().process_options(args, opts)
        assert self.settings is not None
        switch_off_ledger(self.settings)
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "CRITICAL", "cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print a line for each thing that was looked at."""
        assert self.settings is not None
        if args:
            raise UsageError("scrapy doctor [--spider NAME] [--site-url URL]")
        if opts.site_url and not opts.spider:
            raise UsageError("--site-url needs --spider: which of the sites it stands for")
        spider = self._spider(opts.spider) if opts.spider else None
        findings = []
        for finding in self._look(self.settings, spider, opts.site_url):
            print(finding, flush=True)
            findings.append(finding)
        missing = any(finding.needed and not finding.ok for finding in findings)
        self.exitcode = EXIT_FAILED if missing else EXIT_GOOD

    def _spider(self, name: str) -> type[NewsSpider]:
        assert self.crawler_process is not None
        loader = self.crawler_process.spider_loader
        if name not in loader.list() or not issubclass(spider := loader.load(name), NewsSpider):
            raise UsageError(f"no spider {name!r}; there are: {', '.join(sorted(loader.list()))}")
        return spider

    def _look(
        self, settings: Settings, spider: type[NewsSpider] | None, site_url: str | None
    ) -> Iterator[Finding]:
        yield python()
        yield from packages()
        yield browser(settings.get("BROWSER_PATH") or "", needed=bool(spider and spider.render))
        output = output_folder(settings)
        yield writable(output)
        yield free_space(output)
        yield database(settings.get("LEDGER_URL") or "", output)
        yield clock()
        yield contact(settings.get("CONTACT") or "")
        if spider is not None:
            yield from self._site(settings, spider, site_url)

    def _site(self, settings: Settings, spider: type[NewsSpider], site_url: str | None) -> Iterator[Finding]:
        named = site_url or spider.home or "".join(f"https://{host}" for host in spider.allowed_domains[:1])
        if not named:
            yield Finding("site", False, f"{spider.name} is for any address", "give --site-url URL")
            return
        base = named.rstrip("/")
        refusal = check_base_url(base, settings.get("ALLOWED_PRIVATE_HOSTS") or "")
        if refusal:
            yield Finding("site", False, refusal)
            return
        answer = self._robots(f"{base}/robots.txt")
        if isinstance(answer, str):
            yield Finding("robots.txt", False, answer, "look at the site and at this machine's connection")
            return
        yield robots(answer, base, spider, robots_agent(settings))
        date = answer.headers.get("Date")
        if date:
            yield server_clock(date.decode("latin-1"))

    def _robots(self, url: str) -> Response | str:
        assert self.crawler_process is not None
        found: list[Response | str] = []

        class Robots(Spider):
            """Asks for robots.txt, guarded as any other request."""

            name = "doctor"
            handle_httpstatus_all = True

            async def start(self) -> AsyncIterator[Any]:
                meta = {"robots_file": True, "handle_httpstatus_all": True}
                yield Request(url, callback=self.parse, errback=self.failed, meta=meta)

            def parse(self, response: Response) -> None:
                found.append(response)

            def failed(self, failure: Any) -> None:
                outcome, reason = outcome_of(failure)
                found.append(f"{url}: {outcome} ({reason})")

        self.crawler_process.crawl(self.crawler_process.create_crawler(Robots))
        self.crawler_process.start()
        return found[0] if found else f"{url}: nothing came back"


def python() -> Finding:
    """Python 3.11 or newer."""
    return Finding(
        "Python", sys.version_info >= (3, 11), platform.python_version(), "install Python 3.11 or newer"
    )


def packages() -> Iterator[Finding]:
    """The packages that every crawl needs, in one line."""
    there, missing = [], []
    for name in PACKAGES:
        try:
            there.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    said = ", ".join(there) if not missing else f"not installed: {', '.join(missing)}"
    yield Finding("packages", not missing, said, "make install")


def browser(path: str, *, needed: bool) -> Finding:
    """The browser that would be started; it is started for this."""
    try:
        choice, number = load_object("newscrawler.rendering.browser.installed")(path)
    except ImportError:
        return Finding("browser", False, "no Playwright", "pip install 'newscrawler[browser]'", needed)
    except NoBrowser as error:
        return Finding("browser", False, "none", str(error).partition(": ")[2] or REMEDIES, needed)
    except Exception as error:  # noqa: BLE001 - whatever it was, it does not start
        return Finding("browser", False, f"does not start ({error})", REMEDIES, needed)
    return Finding("browser", True, f"{choice.executable} {number} ({choice.found})")


def writable(output: Path) -> Finding:
    """Write access to the output folder, or to where it will be made."""
    folder = next(path for path in (output, *output.absolute().parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
            os.fsync(file.fileno())
    except OSError as error:
        return Finding(
            "output", False, f"{output}: {error.strerror}", "give -s OUTPUT_DIR=… or make it writable"
        )
    return Finding(
        "output", True, f"{output} can be written" if folder == output else f"{output} will be made"
    )


def free_space(output: Path) -> Finding:
    """Room on the disk."""
    folder = next(path for path in (output, *output.absolute().parents) if path.exists())
    free = shutil.disk_usage(folder).free
    return Finding("disk", free > LEAST_FREE, f"{free / 1024**3:.1f} GB free", "make room")


def database(url: str, output: Path) -> Finding:
    """The ledger's database."""
    remedy = "correct LEDGER_URL, start the database, or leave it empty for SQLite"
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
        connected = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        (state,) = connected.execute("PRAGMA quick_check(1)").fetchone()
        connected.close()
    except sqlite3.Error as error:
        state = str(error)
    return Finding(
        "database", state == "ok", f"{path}: {state}", "scrapy rebuild makes it anew from the lines"
    )


def clock() -> Finding:
    """The clock is not behind the newest file of this program: a machine without a battery starts in 1970."""
    newest = max(path.stat().st_mtime for path in Path(__file__).parents[1].rglob("*.py"))
    now = datetime.now(UTC)
    return Finding(
        "clock", time.time() > newest - 1, f"{now:%Y-%m-%d %H:%M} UTC", "set the clock (timedatectl)"
    )


def contact(address: str) -> Finding:
    """An address at which publishers reach the operator."""
    return Finding("contact", bool(address), address or "not set", "-s CONTACT=you@example.org", needed=False)


def server_clock(date: str) -> Finding:
    """Our clock against the site's."""
    try:
        skew = abs((datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds())
    except (ValueError, TypeError):
        return Finding("clock", True, "the site's Date header cannot be read", needed=False)
    return Finding(
        "clock", skew < CLOCK_SKEW, f"differs from the site's by {skew:.0f} s", "set the clock (timedatectl)"
    )


def robots(response: Response, base: str, spider: type[NewsSpider], agent: str) -> Finding:
    """Whether robots.txt lets us read the site's sections."""
    status = response.status
    if status in {401, 403} or status == 429 or status >= 500:
        return Finding(
            "robots.txt", False, f"answers {status}: nothing may be asked for", "ask the publisher"
        )
    parser = ProtegoRobotParser(response.body if 200 <= status < 300 else b"", None)
    paths = [path if isinstance(path, str) else path[0] for path in spider.sections.values()] or ["/"]
    refused = [path for path in paths if not parser.allowed(f"{base}/{path.lstrip('/')}", agent)]
    delay = parser.crawl_delay(agent)
    said = f"answers {status}; {len(paths) - len(refused)} of {len(paths)} sections allowed" + (
        f", {delay:g} s between two requests" if delay else ""
    )
    return Finding("robots.txt", not refused, said, f"not allowed: {', '.join(refused[:3])}")
