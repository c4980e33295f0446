"""``scrapy convert``: the lines as objects of another vocabulary, JSON lines on standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawler.commands.checked_settings import ChecksSettings
from newscrawler.commands.line_options import add_line_options, lines_of, selection_of
from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.exports.summary import Summary
from newscrawler.exports.text_files import StreamTarget
from newscrawler.exports.vocabulary import VOCABULARIES, Vocabulary
from newscrawler.output.line import json_line
from newscrawler.run.endings import EXIT_FAILED, EXIT_GOOD, EXIT_WRONG_ARGUMENTS
from newscrawler.text.counted import some

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


class Command(ChecksSettings, ScrapyCommand):
    """Convert lines; exit codes: 0 good, 1 failed, 2 wrong arguments."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments of the command."""
        return "--to VOCABULARY [options]"

    def short_desc(self) -> str:
        """Return the line of ``scrapy --help``."""
        return "Write the lines in another vocabulary, as schema.org, ninjs or news-please"

    def long_desc(self) -> str:
        """Return the text of ``scrapy convert -h``."""
        return (
            "Write the lines of the output folder as objects of another vocabulary, a line each "
            "(docs/fields.md has the table). Example: scrapy convert --to ninjs --latest > articles.jsonl. "
            "What the vocabulary has no place for is named on stderr. "
            "Exit codes: 0 good, 1 failed, 2 wrong arguments."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add options to Scrapy's own."""
        super().add_options(parser)
        parser.add_argument("--to", choices=VOCABULARIES, help="which vocabulary")
        add_line_options(parser)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Convert, and say on stderr what was left out."""
        if args or not opts.to:
            raise UsageError(f"say to what: scrapy convert --to {'|'.join(VOCABULARIES)}")
        summary, vocabulary = Summary(), Vocabulary(opts.to)
        try:
            self._convert(opts, summary, vocabulary)
        except WrongArgument as error:
            self.exitcode = EXIT_WRONG_ARGUMENTS
            write_line(str(error))
        except OutputError as error:
            self.exitcode = EXIT_FAILED
            write_line(str(error))
        else:
            self.exitcode = EXIT_FAILED if summary.incomplete else EXIT_GOOD
        for line in summary:
            write_line(line)
        for field, count in sorted(vocabulary.left_out.items()):
            write_line(f"{field}: left out of {some(count, 'line')}, {opts.to} has no place for it")

    def _convert(self, opts: argparse.Namespace, summary: Summary, vocabulary: Vocabulary) -> None:
        assert self.settings is not None
        selection = selection_of(self.settings, opts)
        target = StreamTarget(_AsItIs())
        for line in lines_of(selection, summary, positions={}, only_latest=opts.latest):
            if line.values is None:
                continue
            try:
                found = vocabulary.convert(line.values)
            except (TypeError, AttributeError, KeyError):
                summary.note("foreign", line.place)
            else:
                target.write([(json_line(found),)], {})


class _AsItIs:
    """Lines that are written already."""

    def head(self) -> bytes:
        """Return nothing."""
        return b""

    def body(self, rows: Sequence[tuple[Any, ...]]) -> bytes:
        """Return the lines."""
        return b"".join(line for (line,) in rows)
