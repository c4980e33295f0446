"""The notations in which a site declares what it is: each is a text with the check that it can be used."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import datetime
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from newscrawler.items import Article
from newscrawler.publication.cadence import interval_of
from newscrawler.publication.selectors import compile_selector

if TYPE_CHECKING:
    from collections.abc import Iterable


DATE_PARTS = ("YYYY", "MM", "DD")
"""What may stand in braces in the URL of a sitemap: year, month and day."""


def did_you_mean(word: str, known: Iterable[str], likeness: float = 0.7) -> str:
    """Return ``; did you mean …?`` with the known word that is most like this one, else an empty text.

    >>> did_you_mean("next_pag", ["next_page", "headline"]), did_you_mean("x", ["headline"])
    ('; did you mean next_page?', '')
    """
    by_letters = {each.casefold(): each for each in sorted(known)}
    like = get_close_matches(word.casefold(), by_letters, 1, likeness)
    return f"; did you mean {by_letters[like[0]]}?" if like else ""


def check_alternatives(text: str) -> None:
    """Check selectors of which the first that is there is taken.

    :raises ValueError: one of them does not compile.
    """
    for selector in text.split(","):
        compile_selector(selector.strip())


def check_pattern(text: str) -> re.Pattern[str]:
    """Compile a regular expression.

    :raises ValueError: it does not compile.
    """
    try:
        return re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is not a regular expression ({error})") from None


def check_group(text: str) -> None:
    """Check a regular expression of which a group is taken.

    :raises ValueError: it does not compile, or has no group.
    """
    if not check_pattern(text).groups:
        raise ValueError(f"{text!r} has no group; put parentheses around the part that is meant")


def check_named_groups(text: str) -> None:
    """Check a regular expression whose named groups are fields.

    :raises ValueError: it does not compile, or has no named group.
    """
    if not check_pattern(text).groupindex:
        raise ValueError(f"{text!r} names no field; write (?P<section>…) around the part that is one")


@cache
def check_zone(text: str) -> None:
    """Check the name of a time zone.

    :raises ValueError: IANA knows no such zone.
    """
    try:
        ZoneInfo(text)
    except (OSError, ValueError, LookupError):
        hint = did_you_mean(text, available_timezones()) or "; write it as Europe/London"
        raise ValueError(f"{text!r} is not an IANA time zone{hint}") from None


def check_host(text: str) -> None:
    """Check the name of a host.

    :raises ValueError: it is a URL, or no name at all.
    """
    if not re.fullmatch(r"[^\s/:@?#]+", text):
        host = urlsplit(text if "//" in text else f"//{text}").netloc
        raise ValueError(f"{text!r} is not the name of a host" + (f"; write {host!r}" if host else ""))


def check_language(text: str) -> None:
    """Check a language tag.

    :raises ValueError: it is not of the form of BCP 47.
    """
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", text):
        raise ValueError(f"{text!r} is not a language tag; write en, pt-BR, zh-Hant")


def check_date_format(text: str) -> None:
    """Check a form of printed times.

    :raises ValueError: ``strptime`` does not know one of its directives.
    """
    try:
        datetime.strptime("", text)  # noqa: DTZ007 - nothing is read
    except (ValueError, re.error) as error:
        if "does not match format" not in str(error):
            raise ValueError(f"{text!r} is not a date format ({error}); write %d %B %Y, %H:%M") from None


def check_home(text: str) -> None:
    """Check the URL of a site's home.

    :raises ValueError: it is not an http or https URL.
    """
    if text and (urlsplit(text).scheme not in {"http", "https"} or not urlsplit(text).hostname):
        raise ValueError(f"{text!r} is not a URL; write https://example.org")


def check_country(text: str) -> None:
    """Check the code of a country.

    :raises ValueError: it is not two capital letters.
    """
    if not re.fullmatch("[A-Z]{2}", text):
        raise ValueError(f"{text!r} is not a country of ISO 3166; write GB, DE, XK")


def check_place(text: str) -> None:
    """Check a place: a host, a path prefix, or both.

    :raises ValueError: it is a URL, or has a query.
    """
    host, slash, path = text.partition("/")
    if not (host or (slash and path)) or re.search(r"[\s:@?#*\\]", text):
        raise ValueError(f"{text!r} is not a place; write sport.example.org, /sport/ or example.org/sport/")


def check_interval(text: str) -> None:
    """Check an interval.

    :raises ValueError: it is not a number with a unit.
    """
    interval_of(text)


def check_tried(text: str) -> None:
    """Check what a declaration was tried on.

    :raises ValueError: it names no kind of trial, or no date.
    """
    if not re.fullmatch(r"(?:facts|page|live) (?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?", text):
        raise ValueError(f"{text!r} says not what was tried and when; write facts 2026, page 2023-04")


def check_dated_url(text: str) -> None:
    """Check a URL that may have the parts of a date in it.

    :raises ValueError: another word stands in braces, or a day without its month.
    """
    named = re.findall(r"\{([^{}]*)\}", text)
    for name in named:
        if name not in DATE_PARTS:
            hint = did_you_mean(name, DATE_PARTS, 0.5)
            raise ValueError(f"{{{name}}} is no part of a date{hint or '; write {YYYY}, {MM}, {DD}'}")
    if (named and "YYYY" not in named) or ("DD" in named and "MM" not in named):
        raise ValueError(
            f"{text!r} names a part of a date without the larger one; write {{YYYY}}-{{MM}}-{{DD}}"
        )


def check_field(text: str) -> None:
    """Check the name of a field of the article.

    :raises ValueError: the article has no such field.
    """
    known = [field.name for field in fields(Article)]
    if text not in known:
        raise ValueError(f"{text!r} is no field of an article{did_you_mean(text, known)}")


Selector = Annotated[str, compile_selector]
"""CSS or XPath; see :mod:`newscrawler.publication.selectors`."""
Alternatives = Annotated[str, check_alternatives]
"""Selectors with commas between them, each with an attribute of its own."""
Pattern = Annotated[str, check_pattern]
"""A regular expression."""
GroupPattern = Annotated[str, check_group]
"""A regular expression whose first group is taken."""
FieldsPattern = Annotated[str, check_named_groups]
"""A regular expression whose named groups are fields of the article."""
Zone = Annotated[str, check_zone]
"""An IANA time zone."""
Host = Annotated[str, check_host]
"""The name of a host, without scheme and path."""
Language = Annotated[str, check_language]
"""A language tag."""
DateFormat = Annotated[str, check_date_format]
"""A form of ``strptime``."""
ArticleField = Annotated[str, check_field]
"""The name of a field of the article."""
Home = Annotated[str, check_home]
"""The URL of a site's home."""
Country = Annotated[str, check_country]
"""A country, ISO 3166 alpha-2."""
Place = Annotated[str, check_place]
"""A host or a path prefix, or both; see :mod:`newscrawler.publication.places`."""
Interval = Annotated[str, check_interval]
"""A number of minutes, hours or days."""
Tried = Annotated[str, check_tried]
"""What was tried, and when."""
DatedUrl = Annotated[str, check_dated_url]
"""A URL in which ``{YYYY}``, ``{MM}``, ``{DD}`` stand for a date."""
