"""Charts: bars and strips by day, as SVG that needs nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

DAYS = 30
WIDTH, GAP = 12, 2
"""Of a bar, in the units of the drawing."""


def days_until(last: date, count: int = DAYS) -> list[date]:
    """Return the days up to the last one."""
    return [last - timedelta(days=number) for number in range(count - 1, -1, -1)]


def bars(
    values: Mapping[date, float],
    last: date,
    label: str,
    height: int = 60,
    *,
    form: str = "{:g}",
    missing: str = "no run",
) -> Markup:
    """Draw a bar for each day.

    :param label: what is drawn, for those who do not see it.
    :param form: how a value is written.
    :param missing: what is said of a day without one.
    """
    days = days_until(last)
    most = max((values.get(day, 0) for day in days), default=0) or 1
    parts = []
    for number, day in enumerate(days):
        value = values.get(day)
        size = 0 if value is None else max(1.0, value / most * height) if value else 0.5
        title = f"{day:%a %d %b}: {missing if value is None else form.format(value)}"
        parts.append(
            Markup('<rect x="{}" y="{:.1f}" width="{}" height="{:.1f}"><title>{}</title></rect>').format(
                number * WIDTH, height - size, WIDTH - GAP, size, title
            )
        )
    return _drawn(
        parts,
        f"{label}, {days[0]:%d %b} to {last:%d %b}, most on one day: {form.format(most)}",
        height,
        "bars",
    )


def strip(shares: Mapping[date, float], last: date, label: str, marked: Collection[date] = ()) -> Markup:
    """Draw a cell for each day, the darker the larger its share.

    :param marked: days on which an alarm was open.
    """
    parts = []
    for number, day in enumerate(days_until(last)):
        share = shares.get(day)
        title = f"{day:%a %d %b}: {'no articles' if share is None else f'{share:.0%}'}"
        title += ", alarm" if day in marked else ""
        kind = "alarm" if day in marked else "none" if share is None else "cell"
        parts.append(
            Markup(
                '<rect class="{}" x="{}" y="1" width="{}" height="14" fill-opacity="{:.2f}">'
                "<title>{}</title></rect>"
            ).format(
                kind,
                number * WIDTH,
                WIDTH - GAP,
                1 if share is None or day in marked else 0.08 + 0.92 * share,
                title,
            )
        )
    said = ", ".join(f"{day:%d %b}" for day in sorted(marked))
    return _drawn(parts, f"{label}{f'; alarm on {said}' if said else ''}", 16, "strip")


def _drawn(parts: list[Markup], label: str, height: int, kind: str) -> Markup:
    return Markup(
        '<svg class="{}" role="img" aria-label="{}" viewBox="0 0 {} {}" preserveAspectRatio="none">{}</svg>'
    ).format(kind, escape(label), DAYS * WIDTH, height, Markup("").join(parts))
