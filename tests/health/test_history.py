"""A site's history: what each kind of change is called, and what is no change."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta

import pytest

from newscrawler.health import witness
from newscrawler.health.alarm import Alarm, command, odds, when
from newscrawler.health.answer_signs import LAST_MODIFIED, REDIRECTED
from newscrawler.health.article_signs import QUICK, TIME_PER_PAGE
from newscrawler.health.crawl_edges import EDGE
from newscrawler.health.history import History, trait_of
from newscrawler.health.observation import Observation
from newscrawler.health.share import Limits
from newscrawler.health.stored import from_json, to_json
from newscrawler.health.watched import Watched, watched

BEGIN = datetime(2026, 11, 2, 6, tzinfo=UTC)
DAY = timedelta(days=1)
USUAL = {
    REDIRECTED: "no", LAST_MODIFIED: "soon",
    "headline": "site", "body": "site", "authors": "json-ld", "lead": "none", "outcome": "line",
}  # fmt: skip


class Site:
    """Crawled every hour; its articles have the usual forms, but for what is said."""

    def __init__(self) -> None:
        self.history = History()
        self.runs = 0
        self.dice = random.Random(1)

    def run(
        self,
        articles: int = 10,
        *,
        length: int = 2000,
        delay: int = 10,
        spread: int = 15,
        seconds: float = 0.5,
        code: str = "",
        **forms: str,
    ) -> list[Alarm]:
        seen = Observation()
        for number in range(articles):
            url = f"https://example.org/{self.runs}-{number}"
            for trait, form in {**USUAL, "section on weekdays": "ABCDE"[number % 5], **forms}.items():
                seen.count(trait, form, url)
            seen.count("listing", ["https://example.org/feed"][: forms.get("feed") is None], url)
            seen.measure("body length", length * self.dice.uniform(0.5, 2), url)
            seen.measure("delay", delay + self.dice.uniform(0, spread), url)
            seen.measure(TIME_PER_PAGE, 1000 * max(seconds * self.dice.uniform(0.5, 2), QUICK), url)
        self.runs += 1
        moment = BEGIN + timedelta(hours=self.runs)
        return self.history.judge(seen, moment, Limits(), new=articles, code=code)


@pytest.fixture
def site() -> Site:
    site = Site()
    for _ in range(40):
        assert site.run() == []
    return site


def first_alarm(site: Site, runs: int = 8, **change: object) -> Alarm:
    return next(alarms[0] for _ in range(runs) if (alarms := site.run(**change)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"headline": "page"}, "headline: from site for 0% of the last 12 articles, usually 100%"),
        ({"authors": "none"}, "authors: missing in 100% of the last 12 articles, usually 0%"),
        ({"lead": "site"}, "lead: from site for 100% of the last 12 articles, usually 0%"),
        ({"outcome": "rejected"}, "rejected: is the outcome of 100% of the last 12 articles, usually 0%"),
        ({"length": 300}, "body: shorter than usual in "),
        ({"length": 20_000}, "body: longer than usual in "),
        ({"delay": 70}, "published_at: later than usual after publication in "),
        ({"delay": -50}, "published_at: sooner than usual after publication in "),
        ({LAST_MODIFIED: "later"}, "published_at: shortly before Last-Modified in 0% of the last 12"),
        ({REDIRECTED: "yes"}, "url: redirected from the listed one in 100% of the last 12 articles"),
        ({"feed": "gone"}, "https://example.org/feed: shows 0% of the last 12 articles, usually 100%"),
    ],
)
def test_a_change_is_named_in_its_first_run(site: Site, change: dict[str, object], line: str) -> None:
    alarm = first_alarm(site, runs=1, articles=12, **change)
    assert alarm.line.startswith(line)
    assert BEGIN + timedelta(hours=40) <= alarm.since <= BEGIN + timedelta(hours=41)
    assert alarm.chance < 1e-4
    assert alarm.samples[0].startswith("https://example.org/40-")


def test_no_fresh_article_any_more_is_told_where_delays_are_wide() -> None:
    site = Site()
    for _ in range(60):
        assert site.run(delay=0, spread=360) == []
    told = [alarms for _ in range(40) if (alarms := site.run(delay=60, spread=300))]
    assert told[0][0].line.startswith("published_at: sooner than usual after publication in 0%")


def test_times_after_last_modified_are_told_where_pages_are_made_late() -> None:
    site = Site()
    for _ in range(40):
        assert site.run(**{LAST_MODIFIED: "later"}) == []  # type: ignore[arg-type]
    assert site.run(**{LAST_MODIFIED: "soon"}) == []  # type: ignore[arg-type]
    alarm = first_alarm(site, **{LAST_MODIFIED: "before"})
    assert alarm.line.startswith("published_at: later than Last-Modified in ")


def test_slow_pages_are_told_after_some_runs_not_after_one(site: Site) -> None:
    assert site.run(seconds=10) == []
    alarm = first_alarm(site, runs=2, seconds=10)
    assert alarm.subject == TIME_PER_PAGE
    assert alarm.line.startswith("time per page: more than four times the usual for 100% of the last ")


def test_slow_pages_are_told_on_a_holiday_too(site: Site) -> None:
    for _ in range(168):
        site.run()
    for _ in range(20):
        site.run(articles=2)
    assert site.history.rhythm.is_special
    alarm = first_alarm(site, articles=3, seconds=10)
    assert alarm.subject == TIME_PER_PAGE


def test_numbers_are_learned_anew_when_a_person_accepts_them(site: Site) -> None:
    first_alarm(site, length=20_000)
    site.history.accept("body")
    for _ in range(40):
        assert site.run(length=20_000) == []
    assert first_alarm(site, runs=2, length=2000).line.startswith("body: shorter than usual in ")


@pytest.mark.parametrize("usual", [0.05, 0.5, 3.0])
def test_a_busy_machine_is_no_slow_site(usual: float) -> None:
    site = Site()
    for number in range(200):
        busy = 6 if number % 40 == 0 else site.dice.uniform(0.5, 2)
        assert site.run(seconds=usual * busy) == []


def test_a_site_that_was_always_slow_is_told_by_its_own_history() -> None:
    site = Site()
    for _ in range(40):
        site.run(seconds=5)
    assert [alarms for _ in range(9) if (alarms := site.run(seconds=8))] == []
    assert first_alarm(site, runs=4, seconds=40).subject == TIME_PER_PAGE


@pytest.mark.parametrize("name", witness.FIELDS)
def test_a_field_of_which_two_readings_differ_is_named(site: Site, name: str) -> None:
    for trait in (f"{name} agrees", f"{name} of metadata agrees"):
        site.history = History()
        for _ in range(8):
            site.run(**{trait: "yes"})
        assert first_alarm(site, runs=1, **{trait: "no"}).subject == name


def test_a_section_that_vanishes_is_named(site: Site) -> None:
    change = {"section on weekdays": "A"}
    assert first_alarm(site, **change).subject.startswith("section ")


def test_a_form_that_was_never_seen_has_the_history_of_its_trait(site: Site) -> None:
    assert first_alarm(site, runs=1, headline="microdata").subject == "headline"


def test_an_alarm_ends_when_the_declaration_is_changed(site: Site) -> None:
    assert site.run(headline="page")
    assert site.run(headline="page")
    assert site.run(headline="page", code="mended") == []


def test_silence_is_told(site: Site) -> None:
    for _ in range(168):
        site.run()
    alarm = first_alarm(site, articles=0)
    assert alarm.subject == "new articles"
    assert alarm.line.startswith("new articles: none, usually ")


def daily(days: int, forms: dict[str, list[str]], history: History) -> list[Alarm]:
    """Crawl each day; return the alarms of the first day that has any."""
    for _ in range(days):
        seen = Observation()
        for trait, given in forms.items():
            for number, form in enumerate(given):
                seen.count(trait, form, f"https://example.org/{number}")
        if found := history.judge(seen, BEGIN + history.runs * DAY, Limits()):
            return found
    return []


@pytest.mark.parametrize(
    ("edges", "line"),
    [
        (
            ["older"] * 3,
            "published_at: in the hour before this crawl, not in that before the earlier one, in ",
        ),
        (
            ["fresh"] * 2 + ["future"] * 2,
            "published_at: in the future, not in the hour before this crawl, in ",
        ),
    ],
)
def test_times_an_hour_off_are_told_of_a_daily_crawl_within_four_days(edges: list[str], line: str) -> None:
    history = History()
    assert not daily(60, {EDGE: ["fresh", "fresh", "fresh"]}, history)
    assert not daily(1, {EDGE: ["older", "fresh"]}, history)
    assert daily(4, {EDGE: edges}, history)[0].line.startswith(line)


def test_a_slow_decay_is_told_of_a_field_that_nearly_all_articles_have() -> None:
    history = History()
    assert not daily(60, {"topics": ["meta"] * 95 + ["none"] * 5}, history)
    assert not daily(1, {"topics": ["meta"] * 80 + ["none"] * 20}, history)
    assert not daily(9, {"topics": ["meta"] * 95 + ["none"] * 5}, history)
    found = daily(4, {"topics": ["meta"] * 84 + ["none"] * 16}, history)
    assert found[0].line.startswith("topics: missing in 16% of the last ")


def test_a_share_that_is_watched_anew_has_the_history_of_the_one_beside_it() -> None:
    history = History()
    forms = {"topics": ["meta"] * 90 + ["none"] * 10}
    assert not daily(60, forms, history)
    del history.shares[Watched("topics", "none", has=False, slowly=True).key]
    assert not daily(30, forms, history)


def test_the_key_of_a_share_names_it() -> None:
    for what in watched("topics", ["meta"]):
        assert Watched.of(what.key) == what


@pytest.mark.parametrize(("articles", "told"), [(15, set()), (60, {"headline"})])
def test_half_of_the_few_articles_of_holidays_may_be_strange_but_not_of_ordinary_days(
    articles: int, told: set[str]
) -> None:
    history, found = History(), set[str]()
    for day in range(203):
        is_odd = day >= 200
        seen = Observation()
        for number in range(articles if is_odd else 60):
            seen.count(
                "headline", "page" if is_odd and number % 2 else "site", f"https://example.org/{number}"
            )
        new = seen.asked["headline"]
        found |= {alarm.subject for alarm in history.judge(seen, BEGIN + day * DAY, Limits(), new=new)}
    assert found == told


def test_a_history_is_stored_and_read_again(site: Site) -> None:
    again = from_json(to_json(site.history))
    assert to_json(again) == to_json(site.history)
    site.history = again
    assert site.run() == []
    assert first_alarm(site, runs=1, headline="page").subject == "headline"


def test_a_history_of_an_older_version_is_read(site: Site) -> None:
    stored = json.loads(to_json(site.history))
    stored["shares"] = {key: values[:-1] for key, values in stored["shares"].items()}
    assert from_json(json.dumps(stored)).shares.keys() == site.history.shares.keys()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"form": 1}', '{"form": 99}'])
def test_a_history_that_cannot_be_read_is_learned_anew(text: str) -> None:
    assert from_json(text) == History()


def test_names_of_shares_are_taken_apart() -> None:
    assert trait_of(Watched("listing", "https://example.org/?a=b", has=False).key) == "listing"
    assert [what.key for what in watched("delay", [])] == ["delay=short", "delay!=short", "delay!=long"]
    assert len(watched("section on weekdays", map(str, range(500)))) == 60


def test_an_alarm_says_how_sure_and_what_to_do() -> None:
    assert odds(0.5) == " (by chance: 1 in 2)"
    assert command([]) == ""
    assert when(BEGIN) == "2026-11-02 06:00 UTC"
