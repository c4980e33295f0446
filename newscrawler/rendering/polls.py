"""Polls of a page: questions that it asks again and again, and whose answers nobody waits for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from scrapy.http import Response

AGAIN = 3
"""A question that is asked in the same words as often as this is a clock or a counter."""
HELD = 5.0
"""Seconds; a site that answers so late may hold a question until it has something to say."""
SAME = 2
"""Answers to held questions that say the same: there is nothing to say."""


class Question(NamedTuple):
    """What a page asks."""

    method: str
    url: str
    body: bytes


class Polls:
    """What a page asks again and again."""

    def __init__(self) -> None:
        self._asked: Counter[Question] = Counter()
        self._said: Counter[tuple[str, bytes | None]] = Counter()
        self._known: set[str] = set()

    def is_one(self, question: Question) -> bool:
        """Take note of a question, and tell whether it is one that need not be waited for."""
        self._asked[question] += 1
        return self._asked[question] >= AGAIN or (question.method == "GET" and _kind(question) in self._known)

    def answered(self, question: Question, response: Response) -> None:
        """Take note of an answer."""
        latency = response.request.meta.get("download_latency", 0) if response.request else 0
        if latency >= HELD:
            self.held(question, response.body)

    def held(self, question: Question, answer: bytes | None = None) -> None:
        """Take note that a question was answered late.

        What long polling asks differs by a clock or a random number alone, so it is known by its path and the
        names of its parameters.

        :param answer: None: its time was over before there was one.
        """
        kind = _kind(question)
        self._said[kind, answer] += 1
        if answer is None or self._said[kind, answer] >= SAME:
            self._known.add(kind)


def _kind(question: Question) -> str:
    """Return what a question has in common with others that differ in a parameter's value.

    >>> _kind(Question("GET", "https://a.example/poll?t=17&sid=5", b""))
    'https://a.example/poll sid t'
    """
    parts = urlsplit(question.url)
    names = sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    return " ".join((f"{parts.scheme}://{parts.netloc}{parts.path}", *names))
