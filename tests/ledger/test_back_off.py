"""URLs without a line are asked for ever more seldom; soon only where the cause may pass by itself."""

from datetime import timedelta

import pytest

from newscrawler.ledger.back_off import DEAD, FAILING, wait


@pytest.mark.parametrize(
    ("outcome", "reason", "steps"),
    [
        ("failed", "http-500", FAILING),
        ("failed", "timeout", FAILING),
        ("failed", "gone", DEAD),
        ("failed", "http-404", DEAD),
        ("rejected", "video", DEAD),
        ("refused", "http-403", DEAD),
    ],
)
def test_each_step_is_longer_and_the_last_one_stays(
    outcome: str, reason: str, steps: tuple[timedelta, ...]
) -> None:
    waits = [wait(outcome, reason, tries) for tries in range(1, len(steps) + 3)]
    assert waits[: len(steps)] == list(steps)
    assert set(waits[len(steps) :]) == {steps[-1]}
    assert waits == sorted(waits)


def test_what_will_hardly_change_waits_hours_then_days() -> None:
    hours = [wait("failed", "gone", tries) / timedelta(hours=1) for tries in range(1, 6)]
    assert hours == [1, 6, 24, 72, 168]


def test_what_may_pass_by_itself_is_asked_for_in_the_next_run() -> None:
    hours = [wait("failed", "timeout", tries) / timedelta(hours=1) for tries in range(1, 8)]
    assert hours == [0, 0.25, 1, 6, 24, 72, 168]
