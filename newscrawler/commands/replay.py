"""``scrapy replay``: kept pages are read by today's declarations, without asking a publisher again."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.line_options import lines_of, selection_of
from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.exports.summary import Summary
from newscrawler.output.line import from_line, json_line
from newscrawler.run.endings import EXIT_BUSY, EXIT_FAILED, EXIT_GOOD, EXIT_STOPPED, EXIT_WRONG_ARGUMENTS
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.items import Article


class Command(ChecksSettings, ScrapyCommand):
    """Replay; exit codes: 0 good, 1 failed, 2 wrong arguments, 75 busy, 130 stopped."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "[options] [SITE ...]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Read the pages that WARC_DIR has kept by today's declarations, and compare with the lines"

    def long_desc(self) -> str:
        """Return the text of ``scrapy replay -h``."""
        return (
            "Read the kept page of each article's latest line again, without the network, on all cores, and "
            "say field by field what would differ, with samples. --apply then writes the new revisions, "
            "marked as changed by us (changed_by: extraction). "
            "Example: scrapy replay tass --since 2026-11 -s WARC_DIR=warc. "
            "Exit codes: 0 good, 1 failed, 2 wrong arguments, 75 another run holds the site, 130 stopped."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        days = "2026-05-04, 2026-05, yesterday, 3d, or an ISO time with offset"
        parser.add_argument("--since", metavar="WHEN", help=f"pages fetched since then (UTC days): {days}")
        parser.add_argument("--until", metavar="WHEN", help="pages fetched until then, inclusive")
        parser.add_argument("--diff", action="store_true", help="only say what would differ (the default)")
        parser.add_argument("--apply", action="store_true", help="write the new revisions")
        parser.add_argument("--samples", type=int, default=3, help="of each field (default: 3)")
        parser.add_argument("--workers", type=int, default=0, help="processes that read (default: all cores)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Compare, and write where it is asked for; one site after another."""
        # here: Scrapy imports every command for each crawl, and a crawl replays nothing
        from newscrawler.archives.replay import sites_kept

        assert self.settings is not None
        self.exitcode = EXIT_GOOD
        try:
            if opts.diff and opts.apply:
                raise WrongArgument("--diff and --apply: give one of the two; --apply says what differs, too")
            if opts.workers < 0 or opts.samples < 0:
                raise WrongArgument("--workers, --samples: a number from 0 on")
            there = sites_kept(self.settings)
            for site in args:
                if site not in there:
                    names = ", ".join(there) or "none"
                    raise WrongArgument(f"{site}: no kept pages of it; there are: {names}")
            for site in args or there:
                self._replay(site, opts)
        except WrongArgument as error:
            self._end(EXIT_WRONG_ARGUMENTS, str(error))
        except Busy as error:
            self._end(EXIT_BUSY, str(error))
        except OutputError as error:
            self._end(EXIT_FAILED, str(error))
        except KeyboardInterrupt:
            self._end(EXIT_STOPPED, "stopped: what was written stays; start again for the rest")

    def _replay(self, site: str, opts: argparse.Namespace) -> None:
        from newscrawler.archives.difference import Difference
        from newscrawler.archives.replay import Replay

        assert self.settings is not None
        with Replay(self.settings, site, write_line, opts.workers) as replay:
            found = Difference(site, opts.samples)
            for reread in replay.reread(self._lines(site, opts)):
                found.enter(reread)
            for line in found:
                write_line(line)
            if opts.apply and found.differ:
                given = {"replay": site, "since": opts.since or "", "until": opts.until or ""}
                written = replay.apply(self._lines(site, opts), given)
                write_line(f"{site}: {some(written, 'revision')} written")

    def _lines(self, site: str, opts: argparse.Namespace) -> Iterator[Article]:
        """Yield the latest line of each article of a site."""
        assert self.settings is not None
        asked = argparse.Namespace(site=site, since=opts.since, until=opts.until)
        selection = selection_of(self.settings, asked)
        for line in lines_of(selection, Summary(), positions={}, only_latest=True):
            if line.values is not None:
                try:
                    yield from_line(json_line(line.values))
                except ValueError as error:
                    write_line(f"{line.place}: {error}")

    def _end(self, code: int, line: str) -> None:
        self.exitcode = code
        write_line(line)
