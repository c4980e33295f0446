"""A history as JSON, and back."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import astuple, fields
from typing import Any

from newscrawler.health.history import History
from newscrawler.health.rhythm import Rhythm
from newscrawler.health.share import Share
from newscrawler.health.sizes import Sizes

FORM = 1
"""Version of the form; what has another one is learned anew."""


def to_json(history: History) -> str:
    """Return a history as one line of JSON."""
    return json.dumps(
        {
            "form": FORM,
            "runs": history.runs,
            "code": history.code,
            "shares": {key: _rounded(astuple(share)) for key, share in history.shares.items()},
            "sizes": {
                name: [sizes.runs, sizes.low, sizes.high, sorted(sizes.counts.items())]
                for name, sizes in history.sizes.items()
            },
            "rhythm": _rounded(astuple(history.rhythm)),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_json(text: str) -> History:
    """Return the history that a line holds; an empty one where it holds none that can be read."""
    try:
        stored = json.loads(text) if text else {}
        if stored.get("form") != FORM:
            return History()
        return History(
            shares={key: _share(values) for key, values in stored["shares"].items()},
            sizes={name: _sizes(*values) for name, values in stored["sizes"].items()},
            rhythm=Rhythm(*stored["rhythm"]),
            runs=stored["runs"],
            code=stored["code"],
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return History()


def _share(values: list[Any]) -> Share:
    named = dict(zip([field.name for field in fields(Share)], values, strict=True))
    return Share(**{**named, "recent": [(good, asked) for good, asked in named["recent"]]})


def _sizes(runs: int, low: int | None, high: int | None, counts: list[tuple[int, int]]) -> Sizes:
    return Sizes(Counter(dict(counts)), runs, low, high)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 3)
    return [_rounded(part) for part in value] if isinstance(value, tuple | list) else value
