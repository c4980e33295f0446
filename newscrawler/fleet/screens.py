"""The fleet on one screen: text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import timedelta

    from newscrawler.fleet.overview import Fleet, RunState, SiteState

ROWS = 20
"""Sites and runs that a screen shows."""

_LINE = 60
"""Characters of a crawl's last line."""


def site_screen(fleet: Fleet, most: int | None = ROWS) -> Iterator[str]:
    """Yield the lines that show machines and sites.

    :param most: sites that are shown, those in trouble first; None: all.
    """
    said = ", ".join(f"{count} {state}" for state, count in fleet.counts().items())
    failing = sum(bool(site.failures or site.lost) for site in fleet.sites)
    yield f"{some(len(fleet.sites), 'site')}: {said or 'none'}" + (f"; {failing} failing" if failing else "")
    for machine in fleet.machines:
        yield f"machine {machine.machine}: {machine.state}, {some(machine.crawls, 'crawl')}"
    if not fleet.sites:
        return
    yield ""
    rows = fleet.trouble_first()[:most]
    yield from table(
        ("site", "state", "machine", "next", "every", "code", "failures", "said"), map(_site_row, rows)
    )
    if len(rows) < len(fleet.sites):
        yield f"… and {len(fleet.sites) - len(rows)} more: --all shows them, --json is for programs"


def run_screen(found: Sequence[RunState]) -> Iterator[str]:
    """Yield the lines that show runs, the newest first."""
    if not found:
        yield "no runs yet"
        return
    yield from table(
        ("run", "site", "machine", "started", "took", "ending", "code", "said"), map(_run_row, found)
    )


def table(heads: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a table: columns as wide as what is in them, the last one as it is.

    >>> list(table(("a", "b"), iter([("one", "two")])))
    ['a    b', 'one  two']
    """
    cells = [tuple(heads), *rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _site_row(state: SiteState) -> tuple[str, ...]:
    failures = str(state.failures or "") + (f" lost {state.lost}" if state.lost else "")
    return (
        state.site,
        state.state,
        state.machine or state.home or "",
        "" if state.paused or state.run is not None else _from_now(state.next_at - state.now),
        _seconds_text(state.every),
        "" if state.last_code is None else str(state.last_code),
        failures.strip(),
        _short(state.paused or state.last_line or ""),
    )


def _run_row(run: RunState) -> tuple[str, ...]:
    return (
        str(run.run),
        run.site,
        run.machine,
        f"{run.started:%Y-%m-%d %H:%M:%S}",
        _seconds_text(((run.ended or run.now) - run.started).total_seconds()),
        run.ending or "running",
        "" if run.code is None else str(run.code),
        _short(run.line or ""),
    )


def _from_now(span: timedelta) -> str:
    seconds = span.total_seconds()
    return f"in {_seconds_text(seconds)}" if seconds > 0 else f"since {_seconds_text(-seconds)}"


def _seconds_text(seconds: float) -> str:
    """Return a span in the largest unit of which it has two or more.

    >>> _seconds_text(7), _seconds_text(900), _seconds_text(5000), _seconds_text(200000)
    ('7s', '15m', '83m', '2d')
    """
    for unit, size in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f}{unit}"
    return f"{seconds:.0f}s"


def _short(line: str) -> str:
    return line if len(line) <= _LINE else line[: _LINE - 1] + "…"
