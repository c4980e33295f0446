"""What must hold of a crawl, for the promises that the scenarios test."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from tests.hostile.pages import SPELLINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hostile.hostile_server import HostileNewsroom

    Check = Callable[[dict[str, Any], HostileNewsroom], None]
    """Fails by an assertion."""


def paths(result: dict[str, Any], room: HostileNewsroom) -> dict[str, str]:
    """Path -> outcome."""
    return {url.removeprefix(room.site): outcome for url, outcome in result["outcomes"].items()}


def nobody_inside(result: dict[str, Any], room: HostileNewsroom) -> None:
    assert not room.broken_in
    assert len(result["outcomes"]) == 2 * len(SPELLINGS)
    assert not [url for url, outcome in result["outcomes"].items() if outcome.startswith("new")]


def outcomes(**expected: str) -> Check:
    """Every path of the spelling ``news_1`` for /news/1 has this outcome."""

    def check(result: dict[str, Any], room: HostileNewsroom) -> None:
        found = paths(result, room)
        assert {path: found.get(path) for path in found} == {
            f"/{k.replace('__', '/')}": v for k, v in expected.items()
        }

    return check


def all_are(outcome: str, *, asked: int | None = None) -> Check:
    def check(result: dict[str, Any], room: HostileNewsroom) -> None:
        assert set(result["outcomes"].values()) == {outcome}
        if asked is not None:
            assert sum(a.path != "/robots.txt" for a in room.asked) == asked

    return check


def at_most(requests: int, **counts: int) -> Check:
    """The site was asked no more than this, and so many URLs had each outcome (``new``,
    ``left_trap_session``)."""

    def check(result: dict[str, Any], room: HostileNewsroom) -> None:
        assert len(room.asked) <= requests
        found = Counter(outcome.replace(" ", "_") for outcome in result["outcomes"].values())
        for outcome, count in counts.items():
            assert found[outcome] == count, found

    return check


def left_by_refusal(result: dict[str, Any], room: HostileNewsroom) -> None:
    assert result["stats"]["finish_reason"] == "refused"
    assert len(room.asked) <= 8
    assert Counter(outcome.split(" ")[0] for outcome in result["outcomes"].values())["left"] >= 13


def held_back(result: dict[str, Any], room: HostileNewsroom) -> None:
    """After the Retry-After nothing was sent for that long, to the whole host."""
    assert set(result["outcomes"].values()) == {"new"}
    busy = next(i for i, asked in enumerate(room.asked) if asked.path == "/news/1")
    assert room.asked[busy + 1].sent - room.asked[busy].sent >= 1.5


def opted_out(result: dict[str, Any], room: HostileNewsroom) -> None:
    stated = {url.removeprefix(room.site): text["opt_outs"] for url, text in result["texts"].items()}
    assert stated == {
        "/header": ["header:noai", "header:tdm-reservation"],
        "/meta": ["meta:noai", "meta:tdm-reservation"],
        "/robots": ["robots:GPTBot"],
        "/none": [],
    }


def gaps_of(seconds: float) -> Check:
    def check(result: dict[str, Any], room: HostileNewsroom) -> None:
        assert set(result["outcomes"].values()) == {"new"}
        assert min(room.gaps()) >= seconds * 0.5  # many crawls share this process; more closely in test_pace
        assert max(asked.open_at_once for asked in room.asked[1:]) == 1

    return check


def one_at_once(result: dict[str, Any], room: HostileNewsroom) -> None:
    all_are("new")(result, room)
    assert max(asked.open_at_once for asked in room.asked) == 1


def ends_at_once(result: dict[str, Any], room: HostileNewsroom) -> None:
    """Scrapy's own downloader would send all that waits, each after its delay."""
    assert Counter(outcome.split(" ")[0] for outcome in result["outcomes"].values())["left"] >= 15
