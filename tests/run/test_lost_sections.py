"""A section that showed articles in run after run, and shows none any more, is told at once and for a while."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.publication.selection import Selection
from newscrawler.publication.site import Site
from newscrawler.run.acceptance import accept
from newscrawler.run.lost_sections import LEAST_RUNS, NAMED, TOLD, led_home, lost_sections, miss_unnamed
from newscrawler.run.supply import LEAST_SHOWN
from newscrawler.run.verdict import judge
from tests.run.remembering_press import HOME, Asking, new_run

if TYPE_CHECKING:
    from pathlib import Path

WORLD, SPORT = f"{HOME}world/", f"{HOME}sport/"
LOST: dict[str, Any] = {"read": False, "problem": "http-404"}
DAY = timedelta(days=1)


class Days:
    """Runs of one press, one a day, each with two sections."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.day = folder, 0

    def run(self, *, kind: Any = "section", **world: Any) -> Asking:
        """Crawl once: what is said of the one section; the other one is as ever."""
        run = new_run(self.folder)
        run.start += self.day * DAY
        self.day += 1
        for url, said in ((WORLD, world), (SPORT, {})):
            listing = run.listings.ask(url, kind)
            for name, value in {"read": True, "articles": LEAST_SHOWN, **said}.items():
                setattr(listing, name, value)
        assert run.supply.before or self.day == 1, "the memory is open, as in each crawl"
        return run

    def lost(self, **world: Any) -> list[str]:
        """Crawl once, and return the sections that are told as lost."""
        run = self.run(**world)
        found = [listing.url for listing in lost_sections(run, run.supply)]
        self.over(run)
        return found

    def over(self, run: Asking) -> None:
        """Let the next run know of this one."""
        run.supply.close()
        run.ledger.write(run.batch)
        run.close_ledger()


@pytest.fixture
def days(tmp_path: Path) -> Days:
    days = Days(tmp_path)
    for _ in range(LEAST_RUNS):
        assert days.lost() == []
    return days


@pytest.mark.parametrize(
    "now",
    [
        LOST,
        {"read": False, "problem": "http-410"},
        {"articles": 0},
        {"read": False, "problem": "front_page"},
        {"read": False, "problem": "no_links"},
    ],
)
def test_a_section_that_is_lost_is_told_until_it_is_back(days: Days, now: dict[str, Any]) -> None:
    assert days.lost(**now) == [WORLD]
    assert days.lost(**now) == [WORLD]
    assert days.lost() == []


@pytest.mark.parametrize(
    "now",
    [
        {"articles": 1},
        {"read": False, "problem": "http-500"},
        {"read": False},
        {"problem": "http-404"},
        {**LOST, "guessed": True},
        {**LOST, "kind": "topic"},
    ],
)
def test_what_may_pass_or_need_not_be_there_is_not_told(days: Days, now: dict[str, Any]) -> None:
    assert days.lost(**now) == []


def test_a_section_that_never_showed_much_is_not_missed(tmp_path: Path) -> None:
    days = Days(tmp_path)
    for _ in range(LEAST_RUNS):
        assert days.lost(articles=LEAST_SHOWN - 1) == []
    assert days.lost(**LOST) == []


def test_a_section_that_is_hardly_known_is_not_missed(tmp_path: Path) -> None:
    days = Days(tmp_path)
    for _ in range(LEAST_RUNS - 1):
        days.lost()
    assert [days.lost(**LOST) for _ in range(3)] == [[], [], []]


def test_after_three_weeks_all_have_been_told(days: Days) -> None:
    told = [days.lost(**LOST) for _ in range(TOLD.days + 2)]
    assert told == [[WORLD]] * TOLD.days + [[], []]


def test_a_run_that_asks_for_a_part_calls_no_section_empty(days: Days) -> None:
    run = days.run(articles=0)
    run.asked = Selection(source="html")
    assert lost_sections(run, run.supply) == []
    run.close_ledger()


def test_a_listing_leads_home_if_it_had_a_page_of_its_own(days: Days) -> None:
    run = days.run()
    run.listings.ask(never := f"{HOME}never/", "section").problem = "http-404"
    days.over(run)
    run = days.run(read=False)
    run.listings.ask(never, "section")
    new = run.listings.ask(f"{HOME}new/", "section")
    for url in (WORLD, SPORT, new.url, never, f"{HOME}not-asked/"):
        led_home(run, url, SPORT)
        assert not (run.listings.asked.get(url) and run.listings.asked[url].problem)
        led_home(run, url, HOME)
    problems = {url: listing.problem for url, listing in run.listings.asked.items()}
    assert problems == {WORLD: "front_page", SPORT: "", new.url: "", never: ""}
    run.close_ledger()


def test_where_all_sections_are_lost_it_is_said_once(days: Days) -> None:
    for _ in range(2):
        run = days.run(**LOST)
        line = judge(run).line
        assert line.count("/world/: answers 404") == 1
        days.over(run)
        run = days.run(**LOST)
        run.listings.asked[SPORT].read, run.listings.asked[SPORT].problem = False, "http-404"
        assert judge(run).line.count("/world/: answers 404") == 1
        days.over(run)


class Menus:
    """Runs of a press whose front page names two sections, or one."""

    def __init__(self, folder: Path, each: timedelta = DAY) -> None:
        self.days, self.each = Days(folder), each

    def lost(
        self, *, world: bool = True, front: bool = True, source: Any = None, guessed: bool = False
    ) -> list[str]:
        """Crawl once, and return the sections that are told as lost."""
        days = self.days
        run = new_run(days.folder)
        run.asked, run.start = Selection(source=source), run.start + days.day * self.each
        days.day += 1
        for url, kind in ((HOME, "index"), (WORLD, "section"), (SPORT, "section")):
            if url != WORLD or world:
                listing = run.listings.ask(url, kind, guessed=guessed)  # type: ignore[arg-type]
                listing.read, listing.articles = url != HOME or front, LEAST_SHOWN
        miss_unnamed(run, run.supply)
        found = [listing.url for listing in lost_sections(run, run.supply)]
        days.over(run)
        return found


@pytest.mark.parametrize("each", [DAY, DAY / 4])
def test_a_section_that_the_menu_named_for_a_week_is_missed_until_it_is_back(
    tmp_path: Path, each: timedelta
) -> None:
    menus = Menus(tmp_path, each)
    for _ in range(NAMED // each):
        assert menus.lost() == []
    assert [menus.lost(world=False) for _ in range(3)] == [[WORLD]] * 3
    assert [menus.lost(), menus.lost()] == [[], []]


def test_a_menu_that_changes_from_run_to_run_says_nothing(tmp_path: Path) -> None:
    menus = Menus(tmp_path)
    for number in range(40):
        assert menus.lost(world=number % 5 > 0) == []


def test_a_section_that_comes_and_goes_must_be_named_for_a_week_again(tmp_path: Path) -> None:
    menus = Menus(tmp_path)
    for _ in range(NAMED.days):
        menus.lost()
    assert menus.lost(world=False) == [WORLD]
    for _ in range(NAMED.days - 1):
        assert menus.lost() == []
    assert menus.lost(world=False) == []


@pytest.mark.parametrize("now", [{"front": False}, {"source": "html"}])
def test_without_a_whole_look_at_the_menu_no_section_is_missed(tmp_path: Path, now: dict[str, Any]) -> None:
    menus = Menus(tmp_path)
    for _ in range(NAMED.days):
        menus.lost()
    assert menus.lost(world=False, **now) == []


def test_a_declaration_that_has_fewer_sections_is_no_menu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus = Menus(tmp_path)
    for _ in range(NAMED.days):
        menus.lost()
    declared = Site("press", section_places={"/sport/": "Sport"})
    monkeypatch.setattr(Asking, "declared_site", declared)
    assert menus.lost(world=False) == []


def test_a_section_that_a_person_has_accepted_as_lost_is_not_missed(tmp_path: Path) -> None:
    menus = Menus(tmp_path)
    for _ in range(NAMED.days):
        menus.lost()
    assert menus.lost(world=False) == [WORLD]
    run = new_run(tmp_path)
    accept(run.ledger, {WORLD})
    run.close_ledger()
    assert [menus.lost(world=False) for _ in range(2)] == [[], []]


def test_what_was_guessed_need_not_be_there(tmp_path: Path) -> None:
    menus = Menus(tmp_path)
    for _ in range(NAMED.days):
        menus.lost(guessed=True)
    assert menus.lost(world=False) == []


def test_a_pause_is_no_week_of_runs(tmp_path: Path) -> None:
    menus = Menus(tmp_path, each=3 * DAY)
    for _ in range(NAMED.days - 1):
        menus.lost()
    assert menus.lost(world=False) == []
