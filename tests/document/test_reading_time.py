"""Reading ends at its bound, wherever it is, and leaves nothing armed."""

from __future__ import annotations

import re
import signal
import threading
from contextlib import suppress

import pytest

from newscrawler.bounds import Bounds
from newscrawler.document.reading_time import read_within
from newscrawler.extract import read_page
from newscrawler.extraction.reader import PageReader

PAGE = (
    "<html><head><title>A</title></head><body><h1>A</h1>"
    + "<p>The ship sank in the harbour on Monday, the police said.</p>" * 9
    + "</body></html>"
)
SHORT = 0.05


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


def test_there_is_no_bound_in_another_thread_and_none_of_zero() -> None:
    found: list[str | None] = []
    thread = threading.Thread(target=lambda: found.append(read_within(SHORT, lambda: "read")))
    thread.start()
    thread.join()
    assert [*found, read_within(0, lambda: "read")] == ["read", "read"]


@pytest.mark.parametrize(
    "stage",
    ["_state", "_offer_headline", "_offer_visible", "_offer_text", "_offer_outside", "_finish", "next_page"],
)
def test_a_page_is_too_slow_whichever_reader_takes_long(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PageReader, stage, lambda *_: never_ends())
    reading = read_page(PAGE, "https://press.example/a", bounds=Bounds(page_seconds=1))
    assert reading.article is None
    assert reading.not_an_article is not None
    assert (reading.not_an_article.kind, "PAGE_MAX_SECONDS" in reading.not_an_article.reason) == (
        "too_slow",
        True,
    )
