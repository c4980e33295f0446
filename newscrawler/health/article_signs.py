"""Article signs: which forms an article has of the traits that are watched."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawler.health.observation import Observation
    from newscrawler.items import Article

FIELDS = (
    "headline", "lead", "body", "section", "published_at", "modified_at", "topics", "authors", "agency",
)  # fmt: skip
"""Fields whose sources are watched. ``custom`` has none: it is there or it is not."""
LENGTHS = ("headline", "lead", "body")
NONE = "none"
WEEKEND = " at weekends"
LONGEST_DELAY = timedelta(days=2)
"""From publication to the line; what took longer was not news when it was listed."""


def observe(
    article: Article, observation: Observation, *, is_weekend: bool = False, is_first_run: bool = False
) -> None:
    """Count an article.

    :param is_weekend: sections have other shares then, and articles other lengths.
    :param is_first_run: the site was never crawled: what it lists is of any age.
    """
    url = article.url
    for name in FIELDS:
        observation.count(name, article.extracted_by.get(name, NONE), url)
    observation.count("custom", "site" if article.custom else NONE, url)
    for name in LENGTHS:
        if text := getattr(article, name):
            observation.measure(length_trait(name, is_weekend=is_weekend), len(text), url)
    if article.revision > 1:
        return
    if article.section:
        observation.count(section_trait(is_weekend=is_weekend), article.section, url)
    observation.count("duplicate", "yes" if article.duplicate_of else "no", url)
    listings = list(dict.fromkeys(sighting.url for sighting in article.listed_on))
    if listings and not is_first_run:
        observation.count("listing", listings, url)
    if not is_first_run and (delay := delay_of(article)) is not None:
        observation.measure("delay", delay, url)


def length_trait(name: str, *, is_weekend: bool) -> str:
    """Return the trait under which the length of a field is counted."""
    return f"{name} length{WEEKEND if is_weekend else ''}"


def section_trait(*, is_weekend: bool) -> str:
    """Return the trait under which an article's section is counted."""
    return "section at weekends" if is_weekend else "section on weekdays"


def delay_of(article: Article) -> float | None:
    """Return the minutes from publication to the look at the page; None where there is no such time."""
    evidence = article.published_at_evidence
    is_instant = evidence is not None and evidence.precision != "day" and evidence.offset != "unknown"
    if not (is_instant and article.published_at and article.fetched_at):
        return None
    try:
        published = datetime.fromisoformat(article.published_at)
        delay = datetime.fromisoformat(article.fetched_at) - published
    except (ValueError, TypeError):
        return None
    return delay / timedelta(minutes=1) if abs(delay) <= LONGEST_DELAY else None
