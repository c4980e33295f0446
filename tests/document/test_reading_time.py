"""Reading ends at its bound, wherever it is, and leaves nothing armed."""

from __future__ import annotations

import re
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.bounds import Bounds
from newscrawler.document.reading_time import read_within
from newscrawler.extract import read_page
from newscrawler.extraction.reader import PageReader

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = (
    "<html><head><title>A</title></head><body><h1>A</h1>"
    + "<p>The ship sank in the harbour on Monday, the police said.</p>" * 9
    + "</body></html>"
)
SHORT = 0.05
SECONDS = 0.2
"""Forty times what the page takes that ends."""


def never_ends() -> str:
    while True:
        with suppress(Exception):  # as a reader does that goes on after a value that is none
            "".join("x")


def stuck_in_a_pattern() -> object:
    return re.match(r"(a|aa)+$", "a" * 60 + "b")


@pytest.mark.parametrize("read", [never_ends, stuck_in_a_pattern])
def test_what_does_not_end_is_interrupted(read: object) -> None:
    assert read_within(SHORT, read) is None  # type: ignore[arg-type]  # any callable
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL


def test_what_ends_is_returned_and_its_errors_are_its_own() -> None:
    assert read_within(5, lambda: "read") == "read"
    with pytest.raises(ZeroDivisionError):
        read_within(5, lambda: 1 / 0)
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def in_another_thread(seconds: float, read: Callable[[], Any]) -> Any:
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(read_within, seconds, read).result()
        assert pool.submit(lambda: sum(range(100_000))).result(), "nothing is left behind in the thread"
    return found


def test_there_is_a_bound_in_another_thread_too() -> None:
    threads = threading.active_count()
    assert in_another_thread(SHORT, never_ends) is None
    assert in_another_thread(5, lambda: "read") == "read"
    with pytest.raises(ZeroDivisionError):
        in_another_thread(5, lambda: 1 / 0)
    assert threading.active_count() == threads


def test_time_of_another_thread_is_its_own() -> None:
    idle = in_another_thread(SHORT, lambda: time.sleep(6 * SHORT) or "read")
    assert idle == "read", "waiting uses none"
    end = threading.Event()
    busy = threading.Thread(target=lambda: [None for _ in iter(end.is_set, True)])
    busy.start()
    assert in_another_thread(SHORT, lambda: time.sleep(6 * SHORT) or "read") == "read"
    end.set()
    busy.join()


def test_many_threads_read_at_once() -> None:
    reads = [never_ends, lambda: "read"] * 8
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda read: read_within(SHORT, read), reads))
    assert found == [None, "read"] * 8


def test_a_page_has_its_bound_in_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PageReader, "_finish", lambda *_: never_ends())
    with ThreadPoolExecutor(1) as pool:
        bounds = Bounds(page_seconds=SECONDS)
        reading = pool.submit(read_page, PAGE, "https://press.example/a", bounds=bounds).result()
    assert reading.not_an_article is not None
    assert reading.not_an_article.kind == "too_slow"


def test_there_is_no_bound_of_zero() -> None:
    assert read_within(0, lambda: "read") == "read"
    assert in_another_thread(0, lambda: "read") == "read"
    assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL


@pytest.mark.parametrize(
    "stage",
    ["_state", "_offer_headline", "_offer_visible", "_offer_text", "_offer_outside", "_finish", "next_page"],
)
def test_a_page_is_too_slow_whichever_reader_takes_long(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PageReader, stage, lambda *_: never_ends())
    reading = read_page(PAGE, "https://press.example/a", bounds=Bounds(page_seconds=SECONDS))
    assert reading.article is None
    assert reading.not_an_article is not None
    assert (reading.not_an_article.kind, "PAGE_MAX_SECONDS" in reading.not_an_article.reason) == (
        "too_slow",
        True,
    )
