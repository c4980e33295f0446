"""When TASS (English) gave out its article numbers: one rising counter for all sections and years.

Known publication days of stored public pages; tass.ru counts on its own.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime, timedelta, timezone
from itertools import pairwise

MOSCOW = timezone(timedelta(hours=3))

ANCHORS: tuple[tuple[int, str], ...] = (
    (665272, "2011-11-25"),
    (720738, "2014-02-24"),
    (725191, "2014-03-25"),
    (838966, "2015-11-24"),
    (839135, "2015-11-25"),
    (918029, "2016-12-09"),
    (944099, "2017-05-01"),
    (944414, "2017-05-03"),
    (944692, "2017-05-04"),
    (944724, "2017-05-05"),
    (947035, "2017-05-22"),
    (963068, "2017-08-31"),
    (964701, "2017-09-08"),
    (973460, "2017-10-31"),
    (994975, "2018-03-19"),
    (995137, "2018-03-20"),
    (1009351, "2018-06-13"),
    (1022595, "2018-09-21"),
    (1058820, "2019-05-17"),
    (1066653, "2019-07-02"),
    (1075253, "2019-08-27"),
    (1097107, "2019-12-09"),
    (1104371, "2019-12-27"),
    (1117839, "2020-02-07"),
    (1133441, "2020-03-21"),
    (1231467, "2020-12-04"),
    (1299311, "2021-06-05"),
    (1303329, "2021-06-16"),
    (1336321, "2021-09-10"),
    (1347635, "2021-10-10"),
    (1384659, "2022-01-07"),
    (1394435, "2022-01-28"),
    (1430623, "2022-03-31"),
    (1893769, "2024-12-26"),
    (1943631, "2025-04-15"),
    (1961573, "2025-05-21"),
    (2003213, "2025-08-16"),
    (2019909, "2025-09-23"),
    (2063285, "2025-12-22"),
    (2200209, "2026-10-10"),
)

_NUMBERS = [number for number, _ in ANCHORS]
_DAYS = [datetime.fromisoformat(day).replace(hour=12, tzinfo=MOSCOW) for _, day in ANCHORS]
_SLACK = timedelta(days=2)  # numbers follow the time, but not within minutes, and an anchor is a day
_HALF_YEAR = timedelta(days=180)  # the counter's pace between two anchors varies; half a year it never lost

assert all(a < b for a, b in pairwise(_NUMBERS)), "anchors rise"


def number_dates(number: int) -> tuple[datetime, datetime] | None:
    """Return the earliest and latest moment at which an article number can have been given, by interpolation.

    None outside the known numbers: nothing is extrapolated.

    >>> first, last = number_dates(944692)
    >>> first.year, last.year
    (2017, 2017)
    >>> number_dates(12) is None
    True
    """
    at = bisect_right(_NUMBERS, number)
    if at == 0 or (at == len(_NUMBERS) and number != _NUMBERS[-1]):
        return None
    at = min(at, len(_NUMBERS) - 1)
    low, high = _NUMBERS[at - 1], _NUMBERS[at]
    before, after = _DAYS[at - 1], _DAYS[at]
    estimate = before + (after - before) * ((number - low) / (high - low))
    return max(before - _SLACK, estimate - _HALF_YEAR), min(after + _SLACK, estimate + _HALF_YEAR)
