"""Numbers are kept as counts with some URLs of each, and called by a form once it is known what is usual."""

from __future__ import annotations

from newscrawler.health.observation import SAMPLES, Observation
from newscrawler.health.sizes import bin_of


def test_a_bin_is_called_by_a_form() -> None:
    seen = Observation()
    for number in range(SAMPLES + 2):
        seen.measure("body length", 100, f"/{number}")
    seen.measure("body length", 4000, "/long")
    assert seen.samples("body length", "short", has=False) == [], "nothing is called anything yet"
    seen.call("body length", bin_of(100), "short")
    seen.call("body length", bin_of(4000), "long")
    assert seen.seen["body length"] == {"short": SAMPLES + 2, "long": 1}
    assert seen.asked["body length"] == SAMPLES + 3
    assert seen.samples("body length", "short", has=True) == ["/0", "/1", "/2"]
    assert seen.samples("body length", "short", has=False) == ["/long"]
