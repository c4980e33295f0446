"""Article signs: which forms an article has of the traits that are watched."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from newscrawler.health.answer_signs import (
    LAST_MODIFIED,
    LONGEST,
    REDIRECTED,
    is_redirected,
    made,
    published_and_fetched,
)
from newscrawler.health.crawl_edges import EDGE, edge_of
from newscrawler.health.shared_text import texts

if TYPE_CHECKING:
    from newscrawler.health.crawl_edges import Crawls
    from newscrawler.health.observation import Observation
    from newscrawler.items import Article

FIELDS = (
    "headline", "lead", "body", "section", "published_at", "modified_at", "topics", "authors", "agency",
)  # fmt: skip
"""Fields whose sources are watched."""
PRESENT = ("custom", "canonical_url", "images")
"""Fields that are there or are not."""
THERE = "site"
SOURCES_AGREE = "published_at of sources agrees"
LENGTHS = ("headline", "lead", "body")
NONE = "none"
WEEKEND = " at weekends"
TIME_PER_PAGE = "time per page"
QUICK = 1.0
"""Seconds; an answer within them is as good as any: a busy machine of ours alone can make as much of it."""


def observe(
    article: Article,
    observation: Observation,
    *,
    is_weekend: bool = False,
    is_first_run: bool = False,
    seconds: float | None = None,
    last_modified: str = "",
    between: Crawls | None = None,
) -> None:
    """Count an article.

    :param is_weekend: sections have other shares then, and articles other lengths.
    :param is_first_run: the site was never crawled: what it lists is of any age.
    :param seconds: that the site took to answer; None where nobody asked it.
    :param last_modified: the header of that name; empty where there is none.
    :param between: the crawls between which new articles were published; None where that says nothing.
    """
    url = article.url
    for name in FIELDS:
        observation.count(name, article.extracted_by.get(name, NONE), url)
    for name in PRESENT:
        observation.count(name, THERE if getattr(article, name) else NONE, url)
    observation.count("language", article.language or NONE, url)
    if evidence := article.published_at_evidence:
        observation.count(SOURCES_AGREE, "no" if evidence.conflicts else "yes", url)
    for name in LENGTHS:
        if text := getattr(article, name):
            observation.measure(length_trait(name, is_weekend=is_weekend), len(text), url)
    if seconds is not None:
        observation.measure(TIME_PER_PAGE, 1000 * max(seconds, QUICK), url)
    if article.revision == 1:
        _observe_new(article, observation, is_weekend=is_weekend, is_first_run=is_first_run)
        if form := made(article, last_modified):
            observation.count(LAST_MODIFIED, form, url)
        if between is not None and (edge := edge_of(article, between)):
            observation.count(EDGE, edge, url)


def _observe_new(article: Article, observation: Observation, *, is_weekend: bool, is_first_run: bool) -> None:
    """Count what an article shows only when it is new."""
    url = article.url
    for place, text in texts(article, is_weekend=is_weekend):
        observation.says(place, text, url)
    if article.section:
        observation.count(section_trait(is_weekend=is_weekend), article.section, url)
    observation.count(REDIRECTED, "yes" if is_redirected(article) else "no", url)
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
    if (known := published_and_fetched(article)) is None:
        return None
    published, fetched = known
    try:
        delay = fetched - published
    except TypeError:  # one of them has no offset
        return None
    return delay / timedelta(minutes=1) if abs(delay) <= LONGEST else None
