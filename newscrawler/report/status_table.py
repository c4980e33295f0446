"""The status screen: a line for each site, and the alarms that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from newscrawler.health.alarm import command, odds, when
from newscrawler.report.page import ago
from newscrawler.text.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from newscrawler.ledger.health_memory import AlarmRow
    from newscrawler.report.site_facts import SiteFacts

COLOURS = {"good": "green", "failed": "bold red", "unhealthy": "bold yellow"}


def status_table(sites: Sequence[SiteFacts]) -> RenderableType:
    """Return the screen."""
    if not sites:
        return Text("no runs yet: scrapy crawl NAME makes the first one")
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    for name in ("site", "verdict", "last run", "last new", "in 24 h", "usual", "due", "alarms"):
        table.add_column(
            name, justify="right" if name in {"in 24 h", "usual", "alarms"} else "left", no_wrap=True
        )
    for site in sites:
        last = site.last_run
        usual = "" if site.usual_day is None else f"{site.usual_day:g}"
        table.add_row(
            Text(printable(site.name)), Text(site.state, COLOURS.get(site.state, "")),
            ago(last.start if last else None, site.now), ago(site.last_new, site.now), str(site.new_lately),
            usual, ago(site.next_due, site.now) if site.next_due else "", str(len(site.open_alarms) or ""),
        )  # fmt: skip
    alarms = [line for site in sites for alarm in site.open_alarms for line in _alarm(site.name, alarm)]
    return Group(table, *alarms)


def _alarm(site: str, alarm: AlarmRow) -> list[Text]:
    said = f"{site}: {alarm.line}, since {when(alarm.since)}{odds(alarm.chance)}"
    lines = [Text(printable(said), "yellow")]
    lines += [Text(printable(f"    {url}")) for url in alarm.samples]
    if alarm.samples:
        lines.append(Text(printable(f"    {command(alarm.samples)}"), "dim"))
    return lines
