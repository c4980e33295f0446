"""Invented stories, and what is read of a page that holds one."""

from __future__ import annotations

import random

from newscrawler.document import parse_document
from newscrawler.sources.body.page_body import BodyCandidate, BodyHints, page_body

SUBJECTS = (
    "The harbour council",
    "A retired pilot",
    "The ferry company",
    "Her deputy",
    "The night watch",
    "One voter",
)


VERBS = (
    "refused to explain",
    "had long expected",
    "later confirmed",
    "paid for",
    "walked away from",
    "quietly ended",
)


OBJECTS = (
    "the second inquiry",
    "a dispute over berths",
    "the winter timetable",
    "three loans",
    "the old lighthouse",
)


ENDS = ("after midnight", "before the vote", "in front of cameras", "without a word", "for the fourth time")


def paragraph(number: int, sentences: int = 3) -> str:
    """An invented paragraph, the same for the same number."""
    choose = random.Random(number).choice
    said = [f"{choose(SUBJECTS)} {choose(VERBS)} {choose(OBJECTS)} {choose(ENDS)}." for _ in range(sentences)]
    return f"Item {number}: " + " ".join(said)


def story(first: int, last: int, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{paragraph(n)}</{tag}>" for n in range(first, last + 1))


def found(page: str, **hints) -> BodyCandidate | None:
    return page_body(parse_document(page, "https://news.example/a"), hints=BodyHints(**hints))


def lines(page: str, **hints) -> list[str]:
    candidate = found(page, **hints)
    return candidate.text.split("\n\n") if candidate else []


def expected(first: int, last: int) -> list[str]:
    return [paragraph(n) for n in range(first, last + 1)]
