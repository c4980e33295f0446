"""What nine in ten values were is usual; what lies beyond is short or long."""

from collections import Counter
from collections.abc import Iterable

from newscrawler.health.sizes import Sizes, bin_of


def bins(values: Iterable[float]) -> Counter[int]:
    return Counter(map(bin_of, values))


def test_lengths_are_learned_then_named() -> None:
    sizes = Sizes()
    for _ in range(5):
        assert sizes.form(bin_of(2000)) is None
        sizes.learn(bins(1000 + 200 * number for number in range(12)))
    assert [sizes.form(bin_of(value)) for value in (200, 2000, 9000)] == ["short", "usual", "long"]
    assert not sizes.counts


def test_a_few_runs_or_values_teach_nothing() -> None:
    sizes = Sizes()
    sizes.learn(bins([100.0] * 500))
    assert sizes.form(bin_of(1)) is None


def test_delays_may_be_negative() -> None:
    sizes = Sizes()
    for _ in range(10):
        sizes.learn(bins([1, 4, 8, 11, 14, 15]))
    assert sizes.form(bin_of(-50)) == "short"
    assert sizes.form(bin_of(70)) == "long"
