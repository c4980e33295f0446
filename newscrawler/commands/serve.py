"""``scrapy serve [--port N]``: the report, live on loopback; read-only."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.named_sites import check_names
from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.output.folder import output_folder
from newscrawler.run.endings import EXIT_FAILED, EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse

PORT = 8017
RELOAD = 60
"""Seconds after which a browser asks again."""


class Command(ChecksSettings, ScrapyCommand):
    """Serve the report at ``/`` and ``scrapy status --json`` at ``/status.json``, to this machine only."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[--port N] [site ...]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Serve the report live on loopback"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of the command."""
        super().add_options(parser)
        parser.add_argument("--port", type=int, default=PORT, help=f"default: {PORT}; 0: any free one")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Serve until Ctrl-C; exit code 1 if the port is taken."""
        # here: Scrapy imports every command for each crawl, and a crawl reports nothing
        from newscrawler.report.gather import gather, gather_page
        from newscrawler.report.page import page
        from newscrawler.report.server import as_json, serve

        assert self.settings is not None
        settings, output = self.settings, output_folder(self.settings)

        def report() -> tuple[str, str]:
            return "text/html", page(gather_page(settings, args), output, datetime.now(UTC), reload=RELOAD)

        def status() -> tuple[str, str]:
            return "application/json", as_json([site.as_json() for site in gather(settings, args)])

        try:
            check_names(settings, args)
            server = serve({"/": report, "/status.json": status}, opts.port)
        except WrongArgument as error:
            write_line(str(error))
            self.exitcode = EXIT_WRONG_ARGUMENTS
            return
        except OutputError as error:
            write_line(str(error))
            self.exitcode = EXIT_FAILED
            return
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or error
            write_line(f"cannot serve on port {opts.port}: {why}; name another one with --port")
            self.exitcode = EXIT_FAILED
            return
        write_line(f"http://{server.server_address[0]!s}:{server.server_port} (Ctrl-C ends it)", sys.stdout)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            server.server_close()
