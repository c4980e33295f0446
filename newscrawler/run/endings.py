"""Endings: each way in which a run ends other than well, with its exit code and the line that says so."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

EXIT_GOOD = 0
EXIT_FAILED = 1
EXIT_WRONG_ARGUMENTS = 2
EXIT_UNHEALTHY = 3
EXIT_BUSY = 75  # EX_TEMPFAIL of sysexits.h: try again later
EXIT_STOPPED = 130  # as shells say it of Ctrl-C; of SIGTERM too


_WORDS = {
    EXIT_GOOD: "good",
    EXIT_FAILED: "failed",
    EXIT_WRONG_ARGUMENTS: "wrong",
    EXIT_UNHEALTHY: "unhealthy",
    EXIT_BUSY: "busy",
    EXIT_STOPPED: "stopped",
}
_BY_WEIGHT = (EXIT_GOOD, EXIT_BUSY, EXIT_UNHEALTHY, EXIT_WRONG_ARGUMENTS, EXIT_FAILED, EXIT_STOPPED)


def word_of(code: int | None) -> str:
    """Return the word for an exit code; a run that was killed has none.

    >>> word_of(3), word_of(None)
    ('unhealthy', 'killed')
    """
    return "killed" if code is None else _WORDS.get(code, str(code))


def worst(codes: Iterable[int]) -> int:
    """Return the exit code of several runs: of the one that ended worst.

    >>> worst([0, 75, 3]), worst([1, 2]), worst([])
    (3, 1, 0)
    """
    return max(codes, key=_BY_WEIGHT.index, default=EXIT_GOOD)


class Ending(Enum):
    """One way to end: exit code, line, and what has happened.

    A run whose code is 3 may show several; its line then names each.
    """

    START_ERROR = (
        EXIT_FAILED,
        "the crawl failed at its start: see the log",
        "the spider's `start()` raised",
    )
    LEFT_ALONE = (
        EXIT_FAILED,
        "the site refused too many requests and was left alone ({reasons})",
        "`REFUSALS_MAX` or `CHALLENGES_MAX` reached: 401, 403, challenges, robots.txt",
    )
    CALLBACK_ERROR = (
        EXIT_FAILED,
        "{pages} failed in a callback: see the log",
        "a spider's callback, or a middleware of yours, raised",
    )
    PIPELINE_ERROR = (
        EXIT_FAILED,
        "a pipeline failed on {items} ({reasons}): see the log",
        "an item pipeline, ours or yours, raised",
    )
    NOTHING_LISTED_ALL_LOST = (
        EXIT_FAILED,
        "nothing was listed, the site is out of reach or has changed: {lost}",
        "no article was listed, and all listings of a kind are lost",
    )
    NO_LISTING_READ = (
        EXIT_FAILED,
        "no listing could be read ({reasons}): the site is out of reach or has changed",
        "no article was listed, and listings could not be read",
    )
    NOTHING_LIKE_AN_ARTICLE = (
        EXIT_FAILED,
        "nothing was listed: {pages}, {links}, none looks like an article{examples}",
        "the listings were read, and show no article: a script shell, or not a news site",
    )
    ALL_ARTICLES_FAILED = (
        EXIT_FAILED,
        "every article that was asked for failed, {count} in all ({reasons})",
        "articles were listed, and not one of them could be had",
    )
    NOTHING_HAD = (
        EXIT_FAILED,
        "none of the listed articles could be had, {count} in all ({reasons})",
        "every listed article failed, was refused or rejected, or waits since it did so before",
    )
    KIND_LOST = (
        EXIT_UNHEALTHY,
        "none of the {kinds} could be read ({listings})",
        "all listings of a kind are gone, broken, cut off, or told us to wait",
    )
    SECTION_LOST = (
        EXIT_UNHEALTHY,
        "sections without articles: {sections}",
        "a section's page is gone, empty, or leads to the front page; it showed articles for five runs",
    )
    PAGES_REPEAT = (
        EXIT_UNHEALTHY,
        "further pages of listings repeat the first: {listings}",
        "a way to older articles is broken: listings show less than they did, and the same on each page",
    )
    HALF_FAILED = (
        EXIT_UNHEALTHY,
        "{count} of {asked} articles that were asked for failed ({reasons})",
        "half or more of the articles that were asked for could not be had, or are gone: three at least",
    )
    FAR_BELOW_USUAL = (
        EXIT_UNHEALTHY,
        "articles listed: {listed}, usually {usual}{when}",
        "far fewer articles were listed than earlier runs lead to expect",
    )
    MANY_REJECTED = (
        EXIT_UNHEALTHY,
        "{count} of {asked} articles rejected ({reasons})",
        "a fifth of the pages, and three at least, cannot be lines: see `output/rejected`",
    )
    MANY_REFUSED = (
        EXIT_UNHEALTHY,
        "{count} of {listed} articles refused",
        "more than half of the listed articles, and ten at least, were refused, now or before",
    )
    LAYOUT_UNMATCHED = (
        EXIT_UNHEALTHY,
        "{field}: the declared layouts gave it for {count} of {articles} articles",
        "selectors of the site's newest layout match no more",
    )
    FEW_DATED = (
        EXIT_UNHEALTHY,
        "published_at: known for {count} of {articles} articles",
        "half of the articles have no time",
    )
    ONE_FOR_ALL = (
        EXIT_UNHEALTHY,
        "{field}: one and the same in {count} of {articles} articles",
        "half of the articles, and five at least, have one body or headline: a notice, a soft block",
    )
    UNUSUAL = (
        EXIT_UNHEALTHY,
        "{change}, since {since}{odds}",
        "something is no longer as it was in earlier runs: see [Alarms](#alarms)",
    )
    CUSTOM_LEFT_OUT = (
        EXIT_UNHEALTHY,
        "custom: left out of {lines} ({reasons}): see the log",
        "a spider or pipeline set `custom` to what is no JSON, or too large",
    )
    FIELD_ROTATES = (
        EXIT_UNHEALTHY,
        "{field}: {count} articles have another one at each look",
        "what is not the article's has come into a field; its changes make no more revisions",
    )
    NUMBERS_GIVEN_AGAIN = (
        EXIT_UNHEALTHY,
        "article numbers: {count} new stories have those of earlier ones",
        "the publisher numbers anew, or the declared `article_number` is none; the stories have ids by URL",
    )
    SOME_LISTINGS_FAILED = (
        EXIT_UNHEALTHY,
        "some listings could not be read: {reasons}",
        "a listing failed, others of its kind were read",
    )
    STOPPED = (
        EXIT_STOPPED,
        "stopped by a signal: what was read is written, the rest is for the next run",
        "Ctrl-C or SIGTERM",
    )

    def __init__(self, exit_code: int, line: str, cause: str) -> None:
        self.exit_code = exit_code
        self.line = line
        """With a name in braces for each figure."""
        self.cause = cause

    def says(self, **figures: object) -> str:
        """Return the line with its figures.

        >>> Ending.FEW_DATED.says(count=3, articles=20)
        'published_at: known for 3 of 20 articles'
        """
        return self.line.format(**figures)
