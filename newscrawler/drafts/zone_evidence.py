"""Which time zone a newsroom keeps: by its host's country, and by the offsets that its articles print."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_COUNTRIES = {
    "UK": "GB",
    "SU": "RU",
    "EU": "",
    "TV": "",
    "ME": "",
    "IO": "",
    "AI": "",
    "CO": "",
    "FM": "",
    "LY": "",
}
"""Top-level domains that are no country, or not by their letters."""


def country_of_host(host: str) -> str | None:
    """Return the country of a host's top-level domain, ISO 3166; None where that names none.

    >>> country_of_host("www.gazette.co.uk"), country_of_host("gazette.com"), country_of_host("gazette.de")
    ('GB', None, 'DE')
    """
    top = host.rpartition(".")[2].upper()
    country = _COUNTRIES.get(top, top)
    return country if country in zones_by_country() else None


def zones_of(country: str | None, moments: Iterable[str]) -> list[str]:
    """Return the zones of a country, or of all, that have the offsets that were printed.

    :param moments: ISO 8601, as articles state them; those without offset say nothing.
    """
    stated = [moment for text in moments if (moment := _aware(text)) is not None]
    zones = zones_by_country().get(country or "", ())
    if not zones and stated:
        zones = tuple(dict.fromkeys(zone for some in zones_by_country().values() for zone in some))
    return [
        zone
        for zone in zones
        if all(moment.astimezone(ZoneInfo(zone)).utcoffset() == moment.utcoffset() for moment in stated)
    ]


@cache
def zones_by_country() -> Mapping[str, tuple[str, ...]]:
    """Return country -> its zones, the most populous first, as IANA lists them."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found[country] = (*found.get(country, ()), zone)
    return found


def _aware(text: str) -> datetime | None:
    """Return a moment that states a newsroom's own offset; UTC is what machines write."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.utcoffset() and moment.tzinfo is not None else None
