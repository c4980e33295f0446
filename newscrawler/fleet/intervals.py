"""Intervals as operators write them: ``90s``, ``15m``, ``2h``, ``1d``."""

from __future__ import annotations

import re
from datetime import timedelta

from newscrawler.exceptions import WrongArgument

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_INTERVAL = re.compile(r"(\d+(?:\.\d+)?)([smhd])\Z")
_LONGEST = timedelta(days=366)


def parse_interval(text: str, name: str) -> timedelta:
    """Read an interval.

    :param name: the option that has it, for the message.
    :raises WrongArgument: it is none, or longer than a year.

    >>> parse_interval("15m", "--every")
    datetime.timedelta(seconds=900)
    """
    found = _INTERVAL.match(text.strip())
    if found and float(found[1]) * _UNITS[found[2]] <= _LONGEST.total_seconds():
        return timedelta(seconds=float(found[1]) * _UNITS[found[2]])
    raise WrongArgument(f"{name}: {text!r} is no interval of at most a year; write 90s, 15m, 2h or 1d")


def interval_text(interval: timedelta) -> str:
    """Return an interval as an operator would write it.

    >>> interval_text(timedelta(minutes=15)), interval_text(timedelta(hours=36)), interval_text(timedelta())
    ('15m', '36h', '0s')
    """
    seconds = interval.total_seconds()
    for unit, size in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds >= size and seconds % size == 0:
            return f"{seconds / size:g}{unit}"
    return f"{seconds:g}s"
