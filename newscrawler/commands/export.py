"""``scrapy export``: the lines as a table, for spreadsheets, databases and search engines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.line_options import add_line_options, lines_of, selection_of
from newscrawler.commands.terminal import write_line, write_page
from newscrawler.exceptions import Busy, OutputError, WrongArgument
from newscrawler.exports.export import export
from newscrawler.exports.formats import DATABASES, FORMATS, TEXTS, open_target, schema_text
from newscrawler.exports.summary import Summary
from newscrawler.exports.tables import table_name
from newscrawler.run.endings import EXIT_BUSY, EXIT_FAILED, EXIT_GOOD, EXIT_STOPPED, EXIT_WRONG_ARGUMENTS
from newscrawler.text.counted import some
from newscrawler.text.printable import masked

if TYPE_CHECKING:
    import argparse

    from newscrawler.exports.lines import Selection


class Command(ChecksSettings, ScrapyCommand):
    """Export lines; exit codes: 0 good, 1 failed, 2 wrong arguments, 75 busy, 130 stopped."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "--format FORMAT [--to FILE_OR_URL] [options]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return (
            "Write the lines as a table: CSV, JSON lines, Parquet, DuckDB, SQLite, PostgreSQL, bulk requests"
        )

    def long_desc(self) -> str:
        """Return the text of ``scrapy export -h``."""
        return (
            "Write the lines of the output folder as a table of flat columns with fixed types "
            "(docs/use_the_lines.md). Example: scrapy export --format sqlite --to news.sqlite --since 3d. "
            "A file appears when it is whole. A database gets each article and revision once, however often "
            "an export is killed and started again. --follow goes on where the last export stopped. "
            "Exit codes: 0 good, 1 failed, 2 wrong arguments, 75 busy, 130 stopped by Ctrl-C."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        parser.add_argument("--format", choices=FORMATS, help="what to write")
        parser.add_argument("--to", default="", metavar="FILE_OR_URL", help="file, folder or database")
        add_line_options(parser)
        parser.add_argument(
            "--follow", action="store_true", help="go on where the last export into it stopped"
        )
        parser.add_argument(
            "--raw-cells", action="store_true", help="CSV for programs: leave what looks like a formula"
        )
        parser.add_argument(
            "--schema", action="store_true", help="print the table or index, and export nothing"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Export, and say on stderr what was written and what was found."""
        if args or not opts.format:
            raise UsageError(f"say what to write: scrapy export --format {'|'.join(FORMATS)} --to …")
        if opts.schema:
            write_page(schema_text(opts.format, latest=opts.latest))
            return
        summary = Summary()
        try:
            self._export(opts, summary)
        except WrongArgument as error:
            self._end(EXIT_WRONG_ARGUMENTS, str(error))
        except Busy as error:
            self._end(EXIT_BUSY, str(error))
        except OutputError as error:
            self._end(EXIT_FAILED, str(error))
        except KeyboardInterrupt:
            self._end(EXIT_STOPPED, "stopped: what was not written is left for the next export")
        else:
            self._end(
                EXIT_FAILED if summary.incomplete else EXIT_GOOD,
                f"{some(summary.exported, 'row')} to {masked(opts.to) or 'standard output'}",
            )
        for line in summary:
            write_line(line)

    def _export(self, opts: argparse.Namespace, summary: Summary) -> None:
        assert self.settings is not None
        _check(opts)
        selection = selection_of(self.settings, opts)
        if not selection.sites:
            write_line(f"no lines in {selection.output}: -s OUTPUT_DIR=… names another folder")
        reader = _reader(selection, opts) if opts.follow else ""
        target = open_target(
            opts.format, opts.to, reader, summary, latest=opts.latest, raw_cells=opts.raw_cells
        )
        positions = target.positions()
        only_latest = opts.latest and opts.format not in DATABASES
        export(lines_of(selection, summary, positions=positions, only_latest=only_latest), target, summary)

    def _end(self, code: int, line: str) -> None:
        self.exitcode = code
        write_line(line)


def _check(opts: argparse.Namespace) -> None:
    """Refuse options that do not go together.

    :raises WrongArgument: two of them do not.
    """
    if not opts.to and (opts.format not in TEXTS or opts.follow):
        what = "--follow" if opts.follow else f"--format {opts.format}"
        example = "postgresql://host/name" if opts.format == "postgres" else "news.file"
        raise WrongArgument(f"{what} needs a target: --to {example}")
    if opts.format == "postgres" and not opts.to.startswith(("postgresql://", "postgresql+psycopg://")):
        raise WrongArgument(f"--to {masked(opts.to)}: give postgresql://host/name")
    takes_folder = opts.format == "parquet" and opts.follow
    if opts.to and opts.format != "postgres" and not takes_folder and Path(opts.to).is_dir():
        raise WrongArgument(f"--to {opts.to} is a folder: name a file in it")
    if opts.follow and opts.latest and opts.format not in DATABASES:
        raise WrongArgument(
            "--follow with --latest needs a database: in a file a later revision takes no earlier one's place"
        )
    if opts.raw_cells and opts.format != "csv":
        raise WrongArgument("--raw-cells is for --format csv")


def _reader(selection: Selection, opts: argparse.Namespace) -> str:
    """Return the name under which the positions are kept: another selection of lines begins anew."""
    bounds = f" since {opts.since}" * bool(opts.since) + f" until {opts.until}" * bool(opts.until)
    return f"{selection.output.absolute()}{bounds} to {table_name(latest=opts.latest)}"
