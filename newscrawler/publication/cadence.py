"""Cadence: how often a site is looked at."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def interval_of(text: str) -> timedelta:
    """Return an interval that is written as ``15m``, ``2h``, ``1d``.

    :raises ValueError: it is written otherwise.

    >>> interval_of("15m")
    datetime.timedelta(seconds=900)
    """
    found = re.fullmatch(r"([1-9]\d{0,3})([mhd])", text.strip())
    if found is None:
        raise ValueError(f"{text!r} is not an interval; write 15m, 2h, 1d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def interval_text(interval: timedelta) -> str:
    """Return an interval as it is written.

    >>> interval_text(timedelta(hours=36)), interval_text(timedelta(days=1))
    ('36h', '1d')
    """
    minutes = round(interval.total_seconds() / 60)
    for unit, size in (("d", 1440), ("h", 60)):
        if minutes >= size and minutes % size == 0:
            return f"{minutes // size}{unit}"
    return f"{minutes}m"


def is_due(cadence: timedelta, last: datetime | None, now: datetime) -> bool:
    """Tell whether it is time to look at a site again.

    :param last: when the latest run began; None if there was none.
    """
    return last is None or now - last >= cadence
