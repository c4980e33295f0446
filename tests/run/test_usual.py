"""Far less than usual is a sign; an ordinary quiet day is none."""

from __future__ import annotations

from newscrawler.ledger.supply_memory import Usual
from newscrawler.run.usual import far_below, with_run


def hours_of(*listed: int, hour: int = 5) -> dict[int, Usual]:
    row = Usual("press", "", hour, 0, 0, 100 * listed[0])
    for number in listed:
        row = with_run(row, number)
    return {hour: row}


def test_nothing_where_something_was() -> None:
    hours = hours_of(60, 62, 58, 61)
    assert far_below(0, hours, 5) == "articles listed: none, usually 60 at this hour and weekday"
    assert far_below(0, hours, 6) == "articles listed: none, usually 60"


def test_a_quiet_day_that_was_there_before_is_no_sign() -> None:
    assert not far_below(12, hours_of(60, 62, 12, 61, 60), 5)


def test_a_young_memory_and_a_small_site_say_nothing() -> None:
    assert not far_below(0, hours_of(60, 62), 5)
    assert not far_below(0, hours_of(3, 4, 3, 5, 4), 5)
