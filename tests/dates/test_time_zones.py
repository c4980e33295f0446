"""Zones: of the site, of an abbreviation, and the hours that summer time takes and gives."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newscrawler.dates import parse_time, same_minute, time_zones
from newscrawler.dates.time_zones import fixed_offset, is_universal, printed_zone
from tests.dates.reading import MSK, value


def test_the_zone_of_the_site() -> None:
    assert value("2017-05-04 19:27:00", zone="Europe/Berlin") == "2017-05-04T19:27:00+02:00"
    assert value("2017-12-04 19:27:00", zone="Europe/Berlin") == "2017-12-04T19:27:00+01:00"
    assert value("2014-10-25 12:00", zone=MSK) == "2014-10-25T12:00:00+04:00"
    assert value("2014-10-27 12:00", zone=MSK) == "2014-10-27T12:00:00+03:00"
    assert value("2011-03-26 12:00", zone=MSK) == "2011-03-26T12:00:00+03:00"
    unknown = parse_time("4 мая 2017, 19:27")
    assert unknown is not None
    assert (unknown.value, unknown.offset, unknown.instant) == ("2017-05-04T19:27:00", "unknown", None)
    assert value("4 мая 2017, 19:27", zone="No/Such_Zone") == "2017-05-04T19:27:00"


def test_skipped_and_repeated_hours() -> None:
    skipped = parse_time("26.03.2017 02:30", zone="Europe/Berlin", language="de")
    assert skipped is not None
    assert (skipped.value, skipped.offset, skipped.instant) == ("2017-03-26T02:30:00", "unknown", None)
    assert value("29.10.2017 02:30", zone="Europe/Berlin", language="de") == "2017-10-29T02:30:00+02:00"
    assert value("2017-10-29T02:30:00+01:00", zone="Europe/Berlin") == "2017-10-29T02:30:00+01:00"


@pytest.mark.parametrize(
    ("text", "zone", "expected", "offset"),
    [
        ("4 May 2017 19:27 IST", None, "2017-05-04T19:27:00", "unknown"),
        ("4 May 2017 19:27 IST", "Europe/Berlin", "2017-05-04T19:27:00", "unknown"),
        ("4 May 2017 19:27 IST", "Asia/Kolkata", "2017-05-04T19:27:00+05:30", "stated"),
        ("4 May 2017 19:27 IST", "Asia/Jerusalem", "2017-05-04T19:27:00+02:00", "stated"),
        ("4 May 2017 19:27 IST", "Europe/Dublin", "2017-05-04T19:27:00+01:00", "stated"),
        ("4 May 2017 19:27 CST", "America/Chicago", "2017-05-04T19:27:00-06:00", "stated"),
        ("4 May 2017 19:27 CST", "Asia/Shanghai", "2017-05-04T19:27:00+08:00", "stated"),
        ("4 May 2017 19:27 BST", "Asia/Dhaka", "2017-05-04T19:27:00+06:00", "stated"),
        ("2017-05-04T19:27:00+25:00", MSK, "2017-05-04T19:27:00", "unknown"),
        ("2017-05-04T19:27:00+23:00", MSK, "2017-05-04T19:27:00", "unknown"),
        ("4 May 2017 19:27 UTC+25", MSK, "2017-05-04T19:27:00", "unknown"),
    ],
)
def test_a_zone_that_means_several(text: str, zone: str | None, expected: str, offset: str) -> None:
    parsed = parse_time(text, zone=zone)
    assert parsed is not None
    assert (parsed.value, parsed.offset) == (expected, offset)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2017-05-04T19:27:00+03:00", "2017-05-04T16:27:59Z", True),
        ("2017-05-04T19:27:00+03:00", "2017-05-04T16:28:00Z", False),
        ("2017-05-04T19:27:00+03:00", "2017-05-04T19:27:00Z", False),
        ("2017-05-04", "2017-05-04T23:59:00+03:00", True),
        ("2017-05-04", "2017-05-05T00:10:00+03:00", False),
        ("2017-05-04", "2017-05-03T22:00:00Z", True),
        ("2017-05-04", "2017-05-02T22:00:00Z", False),
        ("2017-05-04", "2017-05-04", True),
        ("2017-05-04", "2017-05-05", False),
        ("2017-05-04 19:27", "2017-05-04T19:27:00+03:00", True),
        ("2017-05-04 19:27", "2017-05-04T16:27:00Z", True),
        ("2017-05-04 19:27", "2017-05-04T16:31:00Z", False),
        ("2017-05-04 19:27", "2017-05-06T16:27:00Z", False),
        ("2017-05-04 19:27", "2017-05-04 19:27:30", True),
        ("2017-05-04 19:27", "2017-05-04 16:27", False),
    ],
)
def test_the_same_minute(one: str, other: str, *, same: bool) -> None:
    a, b = parse_time(one), parse_time(other)
    assert a is not None
    assert b is not None
    assert same_minute(a, b) is same_minute(b, a) is same


PLACES = {
    "America/New_York": ("EST", "EDT"),
    "America/Chicago": ("CST", "CDT"),
    "America/Denver": ("MST", "MDT"),
    "America/Los_Angeles": ("PST", "PDT"),
    "America/Anchorage": ("AKST", "AKDT"),
    "America/Halifax": ("AST", "ADT"),
    "America/St_Johns": ("NST", "NDT"),
    "Pacific/Honolulu": ("HST",),
    "Europe/Lisbon": ("WET", "WEST"),
    "Europe/Berlin": ("CET", "CEST"),
    "Europe/Kyiv": ("EET", "EEST"),
    "Europe/London": ("GMT", "BST"),
    "Europe/Moscow": ("MSK",),
    "Europe/Dublin": ("IST", "GMT"),
    "Africa/Johannesburg": ("SAST",),
    "Africa/Maputo": ("CAT",),
    "Africa/Nairobi": ("EAT",),
    "Africa/Lagos": ("WAT",),
    "Asia/Jerusalem": ("IST", "IDT"),
    "Asia/Karachi": ("PKT",),
    "Asia/Kolkata": ("IST",),
    "Asia/Jakarta": ("WIB",),
    "Asia/Makassar": ("WITA",),
    "Asia/Jayapura": ("WIT",),
    "Asia/Hong_Kong": ("HKT",),
    "Asia/Manila": ("PST",),
    "Asia/Shanghai": ("CST",),
    "Asia/Tokyo": ("JST",),
    "Asia/Seoul": ("KST",),
    "Australia/Perth": ("AWST",),
    "Australia/Darwin": ("ACST",),
    "Australia/Adelaide": ("ACST", "ACDT"),
    "Australia/Sydney": ("AEST", "AEDT"),
    "Pacific/Auckland": ("NZST", "NZDT"),
}
"""A zone of the IANA database to the abbreviations that the database itself prints for it."""

IN_WORDS_ONLY = {
    "MEZ": ("Europe/Berlin", 1),
    "MESZ": ("Europe/Berlin", 7),
    "MET": ("Europe/Berlin", 1),
    "TRT": ("Europe/Istanbul", 1),
    "BRT": ("America/Sao_Paulo", 1),
    "CLT": ("America/Santiago", 1),
    "NPT": ("Asia/Kathmandu", 1),
    "ICT": ("Asia/Bangkok", 1),
    "SGT": ("Asia/Singapore", 1),
    "MYT": ("Asia/Kuala_Lumpur", 1),
    "PHT": ("Asia/Manila", 1),
    "BJT": ("Asia/Shanghai", 1),
    "ET": ("America/New_York", 7),
    "CT": ("America/Chicago", 7),
    "MT": ("America/Denver", 7),
    "PT": ("America/Los_Angeles", 7),
    "EST/EDT": ("America/New_York", 7),
    "PST/PDT": ("America/Los_Angeles", 7),
    "МСК": ("Europe/Moscow", 1),
    "GST": ("Asia/Dubai", 1),
    "WST": ("Australia/Perth", 1),
}
"""Abbreviations that the database prints in figures: the place whose time they are, and a month in which they
hold."""


def offset_of(abbreviation: str, place: str, day: datetime) -> timedelta | None:
    printed, zone = printed_zone(abbreviation.lower(), place)
    assert printed, abbreviation
    assert zone is not None, abbreviation
    return day.replace(tzinfo=zone).utcoffset()


@pytest.mark.parametrize("place", PLACES)
def test_abbreviations_are_those_of_the_iana_database(place: str) -> None:
    """An independent list: what ``zoneinfo`` prints for the place on each day of a year."""
    seen = set()
    for day in range(365):
        local = datetime(2026, 1, 1, 12, tzinfo=ZoneInfo(place)) + timedelta(days=day)
        abbreviation = local.tzname() or ""
        seen.add(abbreviation)
        assert offset_of(abbreviation, place, local.replace(tzinfo=None)) == local.utcoffset(), local
    assert seen == set(PLACES[place])


@pytest.mark.parametrize("abbreviation", IN_WORDS_ONLY)
def test_other_abbreviations_are_the_time_of_their_place(abbreviation: str) -> None:
    place, month = IN_WORDS_ONLY[abbreviation]
    there = datetime(2026, month, 1, 12, tzinfo=ZoneInfo(place))
    assert offset_of(abbreviation, place, there.replace(tzinfo=None)) == there.utcoffset()


@pytest.mark.parametrize(
    ("abbreviation", "place", "hours"),
    [
        ("EST", "Australia/Brisbane", 10),
        ("EDT", "Australia/Sydney", 11),
        ("EST", "Europe/Berlin", -5),
        ("EDT", None, -4),
        ("CST", "America/Havana", -5),
        ("CST", "Australia/Darwin", 9.5),
        ("CST", "Asia/Taipei", 8),
        ("CST", "Europe/Berlin", -6),
        ("PST", "Asia/Manila", 8),
        ("PST", "Asia/Tokyo", -8),
        ("BST", "Asia/Dhaka", 6),
        ("BST", None, 1),
        ("IST", "Asia/Calcutta", 5.5),
        ("IST", "Asia/Tel_Aviv", 2),
        ("IST", "Asia/Tokyo", None),
        ("IDT", "Asia/Tel_Aviv", 3),
        ("IDT", "Europe/Berlin", None),
        ("AST", "America/Puerto_Rico", -4),
        ("AST", "Atlantic/Bermuda", -4),
        ("AST", "Asia/Riyadh", 3),
        ("AST", "Europe/Berlin", None),
        ("GST", "Asia/Muscat", 4),
        ("GST", "Pacific/Guam", None),
        ("WST", "Europe/Berlin", None),
    ],
)
def test_what_an_abbreviation_means_there(abbreviation: str, place: str | None, hours: float | None) -> None:
    printed, zone = printed_zone(abbreviation.lower(), place)
    assert printed
    january = datetime(2026, 1, 1, 12)  # noqa: DTZ001 - the zone is put in
    offset = january.replace(tzinfo=zone).utcoffset()
    assert offset == (None if hours is None else timedelta(hours=hours))


def test_every_abbreviation_of_the_table_is_held_against_a_list() -> None:
    held = {name.lower() for names in PLACES.values() for name in names} | {
        name.lower() for name in IN_WORDS_ONLY
    }
    held |= {"utc", "gmt", "z", "ut", "uct", "zulu", "msd"}  # MSD: Moscow's summer time, until 2010
    assert set(time_zones._ZONES) | set(time_zones._BY_SITE) == held
    assert value("4 May 2010 19:27 MSD") == "2010-05-04T19:27:00+04:00"
    assert ZoneInfo("Europe/Moscow").utcoffset(datetime(2010, 5, 4)) == timedelta(hours=4)  # noqa: DTZ001


def test_phrases_are_the_time_of_their_place() -> None:
    wanted = {"eastern standard time": timedelta(hours=-5), "eastern daylight time": timedelta(hours=-4)}
    day = datetime(2026, 7, 1, 12)  # noqa: DTZ001 - local by nature
    for phrase, meaning in time_zones.PHRASES.items():
        zone = printed_zone(phrase)[1]
        assert zone is not None, phrase
        expected = wanted[phrase] if phrase in wanted else day.replace(tzinfo=ZoneInfo(meaning)).utcoffset()
        assert day.replace(tzinfo=zone).utcoffset() == expected, phrase
        assert value(f"1 July 2026 12:00 {phrase}", language="en") is not None


def test_the_westmost_and_the_eastmost_offset() -> None:
    assert fixed_offset(-720) is not None
    assert fixed_offset(-721) is None
    assert fixed_offset(840) is not None
    assert fixed_offset(841) is None
    assert value("2017-05-04T19:27:00-12:00") == "2017-05-04T19:27:00-12:00"
    assert value("2017-05-04T19:27:00-12:01") == "2017-05-04T19:27:00"
    assert value("2017-05-04T19:27:00+14:00") == "2017-05-04T19:27:00+14:00"
    assert value("2017-05-04T19:27:00+14:01") == "2017-05-04T19:27:00"
    assert value("4 May 2017 19:27 UTC-12") == "2017-05-04T19:27:00-12:00"
    assert value("4 May 2017 19:27 UTC+14") == "2017-05-04T19:27:00+14:00"


def test_utc_itself() -> None:
    assert is_universal(printed_zone("utc")[1])
    assert is_universal(printed_zone("gmt")[1])
    assert not is_universal(printed_zone("wet")[1])
    assert not is_universal(fixed_offset(0))
    assert not is_universal(UTC)
    assert not is_universal(None)


SAID = {
    "по московскому времени": "+03:00", "московское время": "+03:00", "московского времени": "+03:00",
    "Moscow time": "+03:00", "по киевскому времени": "+03:00", "за київським часом": "+03:00",
    "по минскому времени": "+03:00", "Eastern Standard Time": "-05:00", "Eastern Daylight Time": "-04:00",
    "Eastern Time": "-04:00", "Central Time": "-05:00", "Mountain Time": "-06:00", "Pacific Time": "-07:00",
    "Beijing time": "+08:00", "北京時間": "+08:00", "北京时间": "+08:00", "日本時間": "+09:00",
    "heure de Paris": "+02:00", "hora de Brasília": "-03:00", "horário de Brasília": "-03:00",
    "hora de Madrid": "+02:00", "Kyiv time": "+03:00", "London time": "+01:00",
}  # fmt: skip


@pytest.mark.parametrize("words", SAID)
def test_a_zone_that_is_said_in_words(words: str) -> None:
    assert value(f"2017-05-04 19:27 {words}") == f"2017-05-04T19:27:00{SAID[words]}"
    assert value(f"2017-05-04 19:27 ({words.upper()})") == f"2017-05-04T19:27:00{SAID[words]}"


def test_no_zone_in_words_is_left_out() -> None:
    assert len(time_zones.PHRASES) == len(SAID)
