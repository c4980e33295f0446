"""Properties: any bytes, and well-formed input changed in a few places, are read without an error, twice the
same."""

import gc
import time
import tracemalloc
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cpu import cpu_within
from tests.fuzz.mutate import compressed, mutate
from tests.fuzz.seeds import PAGE_PARTS, seeds, words
from tests.fuzz.targets import TARGETS

MOST_BYTES = 30_000
MEGABYTES = 2
EVERY_TARGET = pytest.mark.parametrize("target", TARGETS)
few = settings(
    max_examples=40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MOST_SECONDS = 2
"""Of CPU time, for the readings of one example."""


@EVERY_TARGET
@few
@given(data=st.binary(max_size=400))
@cpu_within(MOST_SECONDS)
def test_any_bytes(target: str, data: bytes) -> None:
    assert TARGETS[target](data) == TARGETS[target](data)


@EVERY_TARGET
@few
@given(number=st.integers(0, 2**32))
@cpu_within(MOST_SECONDS)
def test_changed_input(target: str, number: int) -> None:
    random = Random(number)
    known = seeds(target)
    data = mutate(random.choice(known), random, words(target), known, MOST_BYTES)
    if target == "inflate":
        data = compressed(data, random)
    assert TARGETS[target](data) == TARGETS[target](data)


@EVERY_TARGET
@few
@given(number=st.integers(0, 2**32), share=st.floats(0, 1))
@cpu_within(MOST_SECONDS)
def test_cut_anywhere(target: str, number: int, share: float) -> None:
    known = seeds(target)
    data = known[number % len(known)]
    TARGETS[target](data[: int(len(data) * share)])


def huge(before: str, part: str, after: str = "") -> bytes:
    return f"{before}{part * (MEGABYTES * 2**20 // len(part.encode()))}{after}".encode()


ARTICLE = PAGE_PARTS[3]
HUGE: dict[str, Callable[[], bytes]] = {
    "class": lambda: huge('<div class="', "aB-c ", f'">{ARTICLE}</div>'),
    "id": lambda: huge('<div id="', "hidden ", f'">{ARTICLE}</div>'),
    "style": lambda: huge('<div style="', "display: ", f'none">{ARTICLE}</div>'),
    "attributes": lambda: huge("<div ", 'a="b" ', f">{ARTICLE}</div>"),
    "nested": lambda: huge("", "<div><b>", ARTICLE),
    "never closed": lambda: huge("", "<p>a <a href=/b>c", ARTICLE),
    "broken tags": lambda: huge(ARTICLE, "<div"),
    "headline": lambda: huge("<h1>", "Harbour \u0306", f"</h1>{ARTICLE}"),
    "one paragraph": lambda: huge("<article><p>", "Ships. "),
    "byline": lambda: huge('<p class="byline">By ', "Ann Lee, ", f"</p>{ARTICLE}"),
    "time": lambda: huge('<time datetime="', "2026-05-04 ", f'">{ARTICLE}'),
    "JSON-LD": lambda: huge('<script type="application/ld+json">', '{"@type":', f"</script>{ARTICLE}"),
    "state": lambda: huge('<script id="__NEXT_DATA__">', '[{"a":', f"</script>{ARTICLE}"),
    "canonical": lambda: huge('<link rel=canonical href="https://news.example.org/', "//", f'x">{ARTICLE}'),
    "links": lambda: huge("<nav>", "<a href=/a>b</a>", f"</nav>{ARTICLE}"),
    "NUL": lambda: huge("<p>", "\0\0a", ARTICLE),
}


MOST_UNITS = 200
"""Of the time that a million multiplications take, some 0.03 s: a busy machine is slower at both."""


def cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.parametrize("shape", HUGE)
@pytest.mark.parametrize("target", ["extract", "listing"])
def test_huge(target: str, shape: str) -> None:
    """Two megabytes of one thing take seconds at most, whatever the thing."""
    data = HUGE[shape]()
    unit = cpu_seconds(lambda: sum(number * number for number in range(1_000_000)))
    assert cpu_seconds(lambda: TARGETS[target](data)) < MOST_UNITS * unit


def kept_megabytes(page: Callable[[int], bytes]) -> float:
    """What is still held after twenty pages."""
    TARGETS["extract"](page(0))
    tracemalloc.start()
    try:
        for number in range(1, 21):
            TARGETS["extract"](page(number))
        gc.collect()
        return tracemalloc.get_traced_memory()[0] / 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "before",
    ['<div class="author ', '<div id="', '<script type="application/ld+json">{"@type":"NewsArticle '],
)
def test_nothing_huge_is_remembered(before: str) -> None:
    """What is remembered from page to page is short, so that a site cannot fill the memory page by page."""
    after = '","author":"A","headline":"B"}</script>' if "script" in before else '">By A</div>'
    assert kept_megabytes(lambda number: f"{before}{number}{'a' * 300_000}{after}{ARTICLE}".encode()) < 3


def test_no_huge_byline_is_remembered() -> None:
    script = (
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"B","author":"Reuters %d%s"}</script>'
    )
    assert kept_megabytes(lambda number: (script % (number, "a" * 300_000) + ARTICLE).encode()) < 3
