"""A history as JSON, and back."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import orjson

from newscrawler.health.history import History
from newscrawler.health.rhythm import Rhythm
from newscrawler.health.share import Share
from newscrawler.health.sizes import Sizes

if TYPE_CHECKING:
    from collections.abc import Iterable

FORM = 1
"""Version of the form; what has another one is learned anew."""
_SHARE = [field.name for field in fields(Share)]
_values_of_share = attrgetter(*_SHARE)  # dataclasses.astuple copies each value, which cost most of a run
_values_of_rhythm = attrgetter(*(field.name for field in fields(Rhythm)))


def to_json(history: History) -> str:
    """Return a history as one line of JSON."""
    return orjson.dumps(
        {
            "form": FORM,
            "runs": history.runs,
            "code": history.code,
            "latest": history.latest,
            "shares": {key: _rounded(_values_of_share(share)) for key, share in history.shares.items()},
            "sizes": {
                name: [sizes.runs, sizes.low, sizes.high, sorted(sizes.counts.items())]
                for name, sizes in history.sizes.items()
            },
            "rhythm": _rounded(
                [
                    _rounded(value) if isinstance(value, list) else value
                    for value in _values_of_rhythm(history.rhythm)
                ]
            ),
        }
    ).decode()


def from_json(text: str) -> History:
    """Return the history that a line holds; an empty one where it holds none that can be read."""
    try:
        stored = orjson.loads(text) if text else {}
        if stored.get("form") != FORM:
            return History()
        return History(
            shares={key: _share(values) for key, values in stored["shares"].items()},
            sizes={name: _sizes(*values) for name, values in stored["sizes"].items()},
            rhythm=Rhythm(*stored["rhythm"]),
            latest=stored.get("latest", {}),
            runs=stored["runs"],
            code=stored["code"],
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return History()


def _share(values: list[Any]) -> Share:
    named = dict(zip(_SHARE, values, strict=False))  # an older version knew fewer
    return Share(**{**named, "recent": [(good, asked) for good, asked in named["recent"]]})


def _sizes(runs: int, low: int | None, high: int | None, counts: list[tuple[int, int]]) -> Sizes:
    return Sizes(Counter(dict(counts)), runs, low, high)


def _rounded(values: Iterable[Any]) -> list[Any]:
    return [round(value, 3) if isinstance(value, float) else value for value in values]
