"""The options by which a command is told which lines of the output folder it is for."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from newscrawler.bounds import Bounds
from newscrawler.exceptions import WrongArgument
from newscrawler.exports.latest import latest
from newscrawler.exports.lines import Selection, read_lines
from newscrawler.exports.once import each_once, sites_of_several_machines
from newscrawler.output.day_files import sites_in
from newscrawler.output.folder import output_folder
from newscrawler.publication.selection import moment_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from scrapy.settings import Settings

    from newscrawler.exports.lines import Line
    from newscrawler.exports.positions import Positions
    from newscrawler.exports.summary import Summary


def add_line_options(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--site", metavar="NAMES", help="lines of these sites only, separated by commas")
    days = "2026-05-04, 2026-05, yesterday, 3d, or an ISO time with offset"
    parser.add_argument("--since", metavar="WHEN", help=f"fetched since then (UTC days): {days}")
    parser.add_argument("--until", metavar="WHEN", help="fetched until then, inclusive")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--latest", action="store_true", help="only the latest revision of each article")
    which.add_argument("--all", action="store_true", help="every revision (the default)")


def selection_of(settings: Settings, opts: argparse.Namespace) -> Selection:
    """Return which lines the options select.

    :raises WrongArgument: an option is wrong, or names a site without lines.
    """
    output = output_folder(settings)
    there = sites_in(output)
    wanted = [name.strip() for name in (opts.site or "").split(",") if name.strip()]
    for name in wanted:
        if name not in there:
            raise WrongArgument(
                f"--site={name}: no lines of it in {output}; there are: {', '.join(there) or 'none'}"
            )
    since = moment_of(opts.since, "--since", UTC)
    until = moment_of(opts.until, "--until", UTC, end=True)
    if since and until and since > until:
        raise WrongArgument("--since is later than --until")
    bound = Bounds.of(settings).line_bytes
    longest = bound if bound > 0 else sys.maxsize >> 1
    return Selection(output, list(dict.fromkeys(wanted)) or there, longest, since, until)


def lines_of(
    selection: Selection, summary: Summary, *, positions: Positions, only_latest: bool
) -> Iterator[Line]:
    """Return the lines of a selection from where an earlier export stopped.

    :param only_latest: of each article the last revision; needs two readings.
    """
    selection = replace(selection, positions=positions)
    days = selection.days()
    if only_latest:
        return latest(lambda found: read_lines(selection, days, found), summary)
    lines = read_lines(selection, days, summary)
    several = sites_of_several_machines(day for day, _ in days)
    return each_once(lines, several, summary) if several else lines
