"""Selection: which articles a crawl is asked for; the spider arguments, checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Literal, get_args
from zoneinfo import ZoneInfo

from newscrawler.exceptions import WrongArgument
from newscrawler.publication.list_argument import open_list
from newscrawler.publication.url_argument import check_url

if TYPE_CHECKING:
    from collections.abc import Collection

SourceArgument = Literal["api", "feed", "sitemap", "html"]
ARGUMENTS = ("sections", "topics", "query", "since", "until", "max_pages", "source", "site_url", "urls")


_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)
"""Where a day begins first and ends last, from UTC."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The spider arguments. Several together intersect."""

    sections: tuple[str, ...] = ()
    """Section slugs: articles whose own section it is. Empty: all."""
    topics: tuple[str, ...] = ()
    """Topic slugs or names; ``("all",)``: every topic of the site's own index."""
    query: str | None = None
    """For the site's own search."""
    since: datetime | None = None
    until: datetime | None = None
    """Both inclusive, aware."""
    max_pages: int | None = None
    """Listing pages for each listing."""
    source: SourceArgument | None = None
    site_url: str | None = None
    urls: str | None = None
    """File with the URLs that are asked for in place of listings; ``-``: standard input."""
    zone: ZoneInfo | timezone = UTC
    """Zone of whole days, and of times that state no offset."""

    def in_range(self, published_at: str | None) -> bool | None:
        """Tell whether a time of the line lies between ``since`` and ``until``; None where nobody can know.

        A bare date is in range if any moment of that day is.
        """
        if self.since is None and self.until is None:
            return True
        if not published_at:
            return None
        try:
            if len(published_at) == 10:
                day = date.fromisoformat(published_at)
                first = datetime.combine(day, time.min, self.zone)
                last = datetime.combine(day, time.max, self.zone)
            else:
                first = datetime.fromisoformat(published_at)
                first = last = first if first.tzinfo else first.replace(tzinfo=self.zone)
        except ValueError:
            return None
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)

    def may_include(self, stated: str | None) -> bool:
        """Tell whether an article may be in range, by the time that a listing states of it.

        What states no offset may be of any zone: a listing need not print the clock of its site.
        """
        span = _span(stated)
        if span is None:
            return True
        first, last = span
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)

    def is_older(self, published_at: str | None) -> bool:
        """Tell whether a listing's whole instant lies before ``since``."""
        if self.since is None or not published_at:
            return False
        try:
            instant = datetime.fromisoformat(published_at)
        except ValueError:
            return False
        return instant.tzinfo is not None and instant < self.since


SCRAPYD_JOB = "_job"
"""An argument that Scrapyd gives every spider: the id of its job. It selects nothing."""


def parse_selection(
    arguments: dict[str, str],
    *,
    sections: Collection[str],
    timezone_name: str | None,
    allowed: Collection[str] = ARGUMENTS,
) -> Selection:
    """Return the arguments of ``scrapy crawl NAME -a …`` as a Selection.

    :param sections: slugs of the site's sections.
    :param allowed: names of the arguments that the spider takes.
    :raises WrongArgument: with one line that names the allowed values.
    """
    unknown = sorted(set(arguments) - {*allowed, SCRAPYD_JOB})
    if unknown:
        raise WrongArgument(f"no argument {unknown[0]!r}; allowed: {', '.join(allowed)}")
    for name in ("sections", "topics", "query"):
        if name in arguments and not _words(arguments[name]):
            raise WrongArgument(f"{name}= is empty: without a value leave it out")
    zone = ZoneInfo(timezone_name) if timezone_name else UTC
    wanted = _words(arguments.get("sections"))
    for slug in wanted:
        if sections and slug not in sections:
            raise WrongArgument(f"sections={slug}: no such section; allowed: {', '.join(sections)}")
    source = arguments.get("source") or None
    if source is not None and source not in get_args(SourceArgument):
        raise WrongArgument(f"source={source}: allowed: {', '.join(get_args(SourceArgument))}")
    query = (arguments.get("query") or "").strip() or None
    since = moment_of(arguments.get("since"), "since", zone)
    until = moment_of(arguments.get("until"), "until", zone, end=True)
    if since and until and since > until:
        raise WrongArgument("since= is later than until=")
    return Selection(
        sections=tuple(dict.fromkeys(wanted)),
        topics=tuple(dict.fromkeys(_words(arguments.get("topics")))),
        query=query,
        since=since,
        until=until,
        max_pages=_count(arguments.get("max_pages"), "max_pages"),
        source=source,  # type: ignore[arg-type]  # checked against the Literal above
        site_url=_base(arguments.get("site_url")),
        urls=_list(arguments),
        zone=zone,
    )


def _words(text: str | None) -> list[str]:
    return [word for part in (text or "").split(",") if (word := part.strip())]


def _count(text: str | None, name: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"[1-9]\d{0,6}", text.strip()):
        raise WrongArgument(f"{name}={text}: a whole number from 1 on")
    return int(text)


def moment_of(
    text: str | None, name: str, zone: ZoneInfo | timezone, *, end: bool = False
) -> datetime | None:
    """Return the moment that an argument names: days are whole days of the zone, a time states its offset.

    :param name: of the argument, for the message.
    :param end: the last moment of the days, not the first.
    :raises WrongArgument: it names none.
    """
    if not text:
        return None
    text = text.strip()
    try:
        if days := days_of(text, datetime.now(zone).date()):
            if end:
                after = days[1] + timedelta(days=1)
                return datetime.combine(after, time.min, zone) - timedelta(microseconds=1)
            return datetime.combine(days[0], time.min, zone)
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        raise WrongArgument(
            f"{name}={text}: a date (2026-05-04), a month (2026-05), yesterday, 3d, "
            "or an ISO time with offset (2026-05-04T12:00+03:00)"
        ) from None
    if moment.tzinfo is None:
        raise WrongArgument(f"{name}={text}: a time needs its offset (2026-05-04T12:00+03:00)")
    return moment


def days_of(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and last of the days that a text names; None where it names none.

    :param today: in the site's zone.
    :raises ValueError: it looks like days, and is none.

    >>> today = date(2026, 11, 28)
    >>> [days[0].isoformat() for days in (days_of("yesterday", today), days_of("3d", today)) if days]
    ['2026-11-27', '2026-11-25']
    >>> [day.isoformat() for day in days_of("2026-02", today) or ()]
    ['2026-02-01', '2026-02-28']
    """
    ago = {"today": 0, "yesterday": 1}.get(text)
    if found := re.fullmatch(r"([0-9]{1,4})d", text):
        ago = int(found[1])
    if ago is not None:
        return today - timedelta(days=ago), today - timedelta(days=ago)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", text):
        first = date.fromisoformat(f"{text}-01")
        following = (first + timedelta(days=31)).replace(day=1)
        return first, following - timedelta(days=1)
    return (date.fromisoformat(text), date.fromisoformat(text)) if len(text) == 10 else None


def _list(arguments: dict[str, str]) -> str | None:
    """Return the list of URLs that is asked for in place of the site's listings.

    :raises WrongArgument: it cannot be read, or another argument chooses listings.
    """
    if not (given := arguments.get("urls")):
        return None
    for name in ("topics", "query", "max_pages", "source"):
        if arguments.get(name):
            raise WrongArgument(f"{name}= chooses listings, and urls= asks for none: give one of the two")
    open_list("urls=", given).close()
    return given


def _base(text: str | None) -> str | None:
    return check_url("site_url=", text, "http://127.0.0.1:8080").rstrip("/") if text else None


def _span(stated: str | None) -> tuple[datetime, datetime] | None:
    """Return the first and the last moment that a stated time may be; None for none."""
    try:
        if not stated:
            return None
        if len(stated) == 10:
            day = date.fromisoformat(stated)
            first, last = (datetime.combine(day, clock, UTC) for clock in (time.min, time.max))
        else:
            first = last = datetime.fromisoformat(stated)
            if first.tzinfo is not None:
                return first, last
            first = last = first.replace(tzinfo=UTC)
        return first - _EAST, last + _WEST
    except (ValueError, OverflowError):
        return None
