"""What a run remembers of listings: each rule by itself, at its bound."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.publication.selection import Selection
from newscrawler.run.supply import Supply
from tests.run.remembering_press import HOME, Asking, new_run, run, supply

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.items import ListingKind
    from newscrawler.ledger.supply_memory import RememberedListing

__all__ = ["run", "supply"]

URL = "https://press.example/a"
DAY = timedelta(days=1)


def looked(run: Asking, folder: Path, days: float = 1, **listing: Any) -> tuple[RememberedListing, Asking]:
    """Look at one listing, and return what is remembered, and the next run."""
    asked = run.listings.ask(
        listing.pop("url", HOME), listing.pop("kind", "index"), guessed=listing.pop("guessed", False)
    )
    for name, value in {"read": True, **listing}.items():
        setattr(asked, name, value)
    supply = Supply(run)
    supply.close()
    (row,) = run.batch.supply.listings.values()
    run.ledger.write(run.batch)
    run.close_ledger()
    again = new_run(folder)
    again.start += timedelta(days=days)
    return row, again


def test_a_listing_that_was_read(run: Asking, tmp_path: Path) -> None:
    row, run = looked(run, tmp_path, articles=10, fresh=2)
    assert (row.runs, row.usual, row.failures, row.problem, row.guessed) == (1, 1000, 0, None, False)
    assert row.new_at is not None
    second, run = looked(run, tmp_path, articles=20)
    assert (second.runs, second.usual) == (2, 1500)
    assert second.new_at == row.new_at.replace(microsecond=0), "nothing was new"
    run.close_ledger()


def test_the_usual_number_is_a_mean_over_eight_answers(run: Asking, tmp_path: Path) -> None:
    for _ in range(9):
        row, run = looked(run, tmp_path, articles=16)
        assert row.usual == 1600
    row, run = looked(run, tmp_path, articles=8)
    assert row.usual == 1500
    run.close_ledger()


@pytest.mark.parametrize(
    "selection",
    [
        Selection(sections=("a",)),
        Selection(topics=("a",)),
        Selection(query="a"),
        Selection(source="html"),
        Selection(source="feed"),
    ],
)
def test_what_only_some_arguments_show_is_not_usual(
    run: Asking, tmp_path: Path, selection: Selection
) -> None:
    row, run = looked(run, tmp_path, articles=16)
    run.asked = selection
    row, run = looked(run, tmp_path, articles=0)
    assert (row.usual, row.runs, row.failures) == (1600, 2, 0)
    run.close_ledger()


def test_a_listing_whose_answer_has_not_come_is_as_it_was(run: Asking, supply: Supply) -> None:
    run.listings.ask(HOME, "index")
    supply.close()
    assert not run.batch.supply.listings


def test_a_listing_that_is_lost_is_said_with_its_age(run: Asking, tmp_path: Path) -> None:
    first, run = looked(run, tmp_path, read=False, problem="gone")
    assert (first.failures, first.problem, first.answered) == (1, "gone", None)
    assert Supply(run).since_when(run.listings.ask(HOME, "index")) == "", "it was never there"
    answered, run = looked(run, tmp_path)
    assert (answered.failures, answered.failing_since, answered.problem) == (0, None, None)
    for failures in (1, 2):
        row, run = looked(run, tmp_path, read=False, problem="timeout")
        assert (row.failures, row.problem, row.not_before) == (failures, "timeout", None)
        since = row.failing_since
        assert since is not None
        runs = f"{failures + 1} runs"
        said = Supply(run).since_when(run.listings.ask(HOME, "index"))
        assert said == f", since {since.day} {since:%B}, {runs}"
    run.close_ledger()


def test_a_listing_is_asked_for_where_it_has_moved_to(run: Asking, tmp_path: Path) -> None:
    assert Supply(run).place(HOME) == HOME
    _, run = looked(run, tmp_path, moved_to=f"{HOME}new")
    assert Supply(run).place(HOME) == f"{HOME}new"
    _, run = looked(run, tmp_path)
    assert Supply(run).place(HOME) == f"{HOME}new", "it stays so while it can be read there"
    _, run = looked(run, tmp_path, read=False, problem="gone")
    assert Supply(run).place(HOME) == HOME
    run.close_ledger()


def test_a_guessed_listing_that_was_not_there_is_asked_for_seldom(run: Asking, tmp_path: Path) -> None:
    for failures, pause in enumerate((1, 7, 30, 30), 1):
        assert Supply(run).is_asked(HOME, guessed=True)
        row, run = looked(run, tmp_path, days=0, read=False, problem="gone", kind="feed", guessed=True)
        assert row.failures == failures
        run.start = row.checked + pause * DAY - timedelta(hours=1)
        assert not Supply(run).is_asked(HOME, guessed=True)
        assert Supply(run).is_asked(HOME, guessed=False), "it is named now"
        run.start += timedelta(hours=2)
    run.close_ledger()


@pytest.mark.parametrize("kind", ["index", "section", "topic", "feed", "sitemap", "search"])
def test_a_page_that_shows_nothing_any_more_has_fallen_silent(
    run: Asking, tmp_path: Path, kind: ListingKind
) -> None:
    pages = {"index", "section", "topic"}
    _, run = looked(run, tmp_path, kind=kind, articles=5)
    row, run = looked(run, tmp_path, kind=kind, articles=0)
    assert (row.failures, row.usual) == ((1, 500) if kind in pages else (0, 250))
    run.close_ledger()


def test_a_page_that_showed_little_may_show_nothing(run: Asking, tmp_path: Path) -> None:
    _, run = looked(run, tmp_path, articles=4)
    row, run = looked(run, tmp_path, articles=0)
    assert row.failures == 0
    row, run = looked(run, tmp_path, articles=1)
    assert row.failures == 0
    run.close_ledger()


def test_a_feed_that_is_named_no_longer(run: Asking, tmp_path: Path) -> None:
    _, run = looked(run, tmp_path, url=f"{HOME}rss", kind="feed", articles=5)
    front = run.listings.ask(HOME, "index")
    supply = Supply(run)
    assert supply.no_longer_named() == []
    front.read = True
    assert supply.no_longer_named() == [], "not all has been read"
    supply.read_to_end = True
    assert [(lost.url, lost.problem) for lost in supply.no_longer_named()] == [(f"{HOME}rss", "not_named")]
    guessed = run.listings.ask(f"{HOME}rss", "feed", guessed=True)
    assert len(supply.no_longer_named()) == 1
    guessed.read = True
    assert supply.no_longer_named() == [], "it was guessed, and is there"
    run.listings.replaced(f"{HOME}rss")
    for asked, lost in (
        (Selection(source="feed"), 1),
        (Selection(source="html"), 0),
        (Selection(sections=("a",)), 0),
        (Selection(query="a"), 0),
        (Selection(topics=("a",)), 0),
    ):
        run.asked = asked
        assert len(supply.no_longer_named()) == lost
    run.close_ledger()
