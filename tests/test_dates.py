"""Times: as printed and as machines write them, with offset, precision and evidence; nothing is guessed."""

import sys
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscrawler.dates import YearEvidence, from_unix, parse_time, same_minute, trailing_place

MSK = "Europe/Moscow"


def value(text: str, **options: object) -> str | None:
    parsed = parse_time(text, **options)  # type: ignore[arg-type]
    return parsed.value if parsed else None


def at(source: str, moment: str, *, minutes: int = 0) -> YearEvidence:
    middle = datetime.fromisoformat(moment)
    return YearEvidence(source, middle - timedelta(minutes=minutes), middle + timedelta(minutes=minutes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("2017-05-04T19:27:00+03:00", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04T19:27:00Z", "2017-05-04T19:27:00+00:00", "second"),
        ("2017-05-04T19:27:05.123456789Z", "2017-05-04T19:27:05+00:00", "second"),
        ("2017-05-04T19:27:00.5+0300", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04T19:27+03:00", "2017-05-04T19:27:00+03:00", "minute"),
        ("2017-05-04 19:27:00 +0300", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04T19:27:00+03", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04 19:27:00 UTC", "2017-05-04T19:27:00+00:00", "second"),
        ("2017-05-04t19:27:00z", "2017-05-04T19:27:00+00:00", "second"),
        ("20170504T1927Z", "2017-05-04T19:27:00+00:00", "minute"),
        ("20170504T192700Z", "2017-05-04T19:27:00+00:00", "second"),
        ("2017-05-04T19:27:00+03:00[Europe/Moscow]", "2017-05-04T19:27:00+03:00", "second"),
        ("2017-05-04T10:00-07:00", "2017-05-04T10:00:00-07:00", "minute"),
        ("Published: 2017-05-04T19:27:00-03:30", "2017-05-04T19:27:00-03:30", "second"),
        ("Thu, 04 May 2017 19:27:00 +0300", "2017-05-04T19:27:00+03:00", "second"),
        ("Thu, 04 May 2017 19:27:00 GMT", "2017-05-04T19:27:00+00:00", "second"),
        ("Thu, 04 May 2017 19:27:00 EST", "2017-05-04T19:27:00-05:00", "second"),
        ("Thu May  4 19:27:00 +0300 2017", "2017-05-04T19:27:00+03:00", "second"),
        ("Thu May 04 2017 19:27:00 GMT+0300 (MSK)", "2017-05-04T19:27:00+03:00", "second"),
        ("Oct 4 2016 05:07:09:000PM UTC", "2016-10-04T17:07:09+00:00", "second"),
        ("May 04, 2017, 19:27 UTC+3", "2017-05-04T19:27:00+03:00", "minute"),
        ("Updated at: May 04, 2017 19:27 UTC+3", "2017-05-04T19:27:00+03:00", "minute"),
        ("2017-05-04 19:27 GMT+3", "2017-05-04T19:27:00+03:00", "minute"),
        ("4 May 2017 19:27 UTC−5", "2017-05-04T19:27:00-05:00", "minute"),
        ("4 May 2017 19:27 (UTC+5:30)", "2017-05-04T19:27:00+05:30", "minute"),
        ("4 May 2017, 19:27 MSK", "2017-05-04T19:27:00+03:00", "minute"),
        ("4 May 2013, 19:27 MSK", "2013-05-04T19:27:00+04:00", "minute"),
        ("4 мая 2017, 19:27 мск", "2017-05-04T19:27:00+03:00", "minute"),
        ("4 мая 2017 года в 19:27 по московскому времени", "2017-05-04T19:27:00+03:00", "minute"),
        ("May 4, 2017 at 7:27 p.m. EDT", "2017-05-04T19:27:00-04:00", "minute"),
        ("May 4, 2017 7:27pm ET", "2017-05-04T19:27:00-04:00", "minute"),
        ("Jan. 4, 2017, 7 p.m. ET", "2017-01-04T19:00:00-05:00", "minute"),
        ("Updated 7:27 PM EDT, Thu May 4, 2017", "2017-05-04T19:27:00-04:00", "minute"),
        ("Published 4 May 2017 19:27 BST", "2017-05-04T19:27:00+01:00", "minute"),
        ("4. Mai 2017, 19:27 Uhr MESZ", "2017-05-04T19:27:00+02:00", "minute"),
        ("Kamis, 4 Mei 2017 19:27 WIB", "2017-05-04T19:27:00+07:00", "minute"),
        ("2017年5月4日 19:27 JST", "2017-05-04T19:27:00+09:00", "minute"),
        ("北京时间2017年5月4日19:27", "2017-05-04T19:27:00+08:00", "minute"),
    ],
)
def test_a_stated_offset_is_kept(text: str, expected: str, precision: str) -> None:
    # A site zone that would give something else must not matter.
    parsed = parse_time(text, zone="America/Sao_Paulo")
    assert parsed is not None
    assert (parsed.value, parsed.precision, parsed.offset) == (expected, precision, "stated")
    assert parsed.instant is not None
    assert parsed.instant.isoformat() == expected
    assert parsed.raw == text


PRINTED = [
    "May 4, 2017, 19:27",
    "May 04, 2017 7:27 PM",
    "May 4th, 2017 at 7:27 p.m.",
    "Thursday 4 May 2017 19.27",
    "4 May 2017 | 7.27pm",
    "Published: 19:27, 4 May 2017",
    "4 мая 2017, 19:27",
    "4 мая 2017 г. в 19:27",
    "19:27, 4 МАЯ 2017",
    "4 травня 2017, 19:27",
    "4 мая 2017 19:27",
    "4. Mai 2017 um 19:27 Uhr",
    "Donnerstag, 4. Mai 2017, 19.27 Uhr",
    "04-May-2017 19:27",
    "4 mai 2017 à 19h27",
    "Publié le jeudi 4 mai 2017 à 19 h 27",
    "4 de mayo de 2017 19:27",
    "4 de mayo de 2017 a las 19:27 h",
    "4 de maio de 2017 às 19h27",
    "4 maggio 2017 alle ore 19.27",
    "4 mag 2017 - 19:27",
    "4 maja 2017, godz. 19:27",
    "čtvrtek 4. května 2017 19:27",
    "4. mája 2017 o 19:27",
    "4 Mayıs 2017 Perşembe 19:27",
    "4 MAYIS 2017 19:27",
    "٤ مايو ٢٠١٧، ١٩:٢٧",
    "4 أيار 2017 - 19:27",
    "الخميس 4 ماي 2017 19:27",
    "۴ مه ۲۰۱۷ ۱۹:۲۷",
    "2017年5月4日 19:27",
    "2017年5月4日(木) 19時27分",
    "2017年05月04日 下午7:27",
    "２０１７年５月４日　１９時２７分",
    "平成29年5月4日 19時27分",
    "2017. 5. 4. 오후 7:27",
    "입력 2017.05.04 19:27",
    "2017년 5월 4일 오후 7시 27분",
    "2017/05/04 19:27",
    "2017. május 4. 19:27",
    "4 mei 2017 19:27",
    "4 maj 2017 kl. 19.27",
    "4. mai 2017 kl. 19:27",
    "Πέμπτη, 4 Μαΐου 2017, 19:27",
    "4 mai 2017, 19:27",
    "Kamis, 4 Mei 2017 19:27",
    "4 tháng 5, 2017 19:27",
    "4. svibnja 2017. u 19:27",
    "4. maj 2017. 19:27",
    "4 май 2017, 19:27",
    "4. toukokuuta 2017 klo 19.27",
    "4 במאי 2017, 19:27",
    "4 मई 2017, 19:27",
    "2017-05-04 07:27 PM",
    "2017-05-04 19:27",
    "4. Mai 2017,19:27 Uhr",
    "May\n        4, 2017 7:27 PM",
    "تم نشره الخميس 4 أيار / مايو 2017 07:27 مساءً",
    "5 minutes ago — May 4, 2017, 19:27",
]


@pytest.mark.parametrize("text", PRINTED)
def test_printed_in_many_languages(text: str) -> None:
    language = "it" if " mag " in text else None
    parsed = parse_time(text, zone=MSK, language=language)
    assert parsed is not None
    assert (parsed.value, parsed.precision, parsed.offset) == (
        "2017-05-04T19:27:00+03:00",
        "minute",
        "site_zone",
    )
    assert value(text, language=language) == "2017-05-04T19:27:00"


MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}


@pytest.mark.parametrize("language", MONTHS)
def test_every_month_of_a_language(language: str) -> None:
    for number, name in enumerate(MONTHS[language].split(), 1):
        for form in (name, name.upper()):
            text = f"7 {form} 2017"
            if form.isupper() and language == "tr":
                text = text.replace("İ", "I")  # Python's upper() knows no Turkish: both forms are printed
            assert value(text, language=language) == f"2017-{number:02d}-07", text


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("كانون الثاني", 1),
        ("شباط", 2),
        ("آذار", 3),
        ("نيسان", 4),
        ("حزيران", 6),
        ("تموز", 7),
        ("آب", 8),
        ("أيلول", 9),
        ("تشرين الأول", 10),
        ("تشرين الثاني", 11),
        ("كانون الأول", 12),
        ("جانفي", 1),
        ("فيفري", 2),
        ("جوان", 6),
        ("جويلية", 7),
        ("أوت", 8),
        ("غشت", 8),
        ("دجنبر", 12),
    ],
)
def test_months_of_the_levant_and_the_maghreb(name: str, month: int) -> None:
    assert value(f"٤ {name} ٢٠١٧", language="ar") == f"2017-{month:02d}-04"


def test_one_name_two_months() -> None:
    assert value("4 listopada 2017", language="pl") == "2017-11-04"
    assert value("4. listopada 2017.", language="hr") == "2017-10-04"
    assert value("4 listopada 2017") is None
    assert value("out 4, 2017", language="en") is None
    assert value("4 out 2017", language="pt") == "2017-10-04"


def test_era_names() -> None:
    assert value("令和元年5月4日 9時5分", zone="Asia/Tokyo") == "2019-05-04T09:05:00+09:00"
    assert value("令和8年1月2日") == "2026-01-02"
    assert value("民國106年5月4日") == "2017-05-04"


@pytest.mark.parametrize(
    "text",
    [
        "3 hours ago",
        "вчера",
        "вчера в 19:27",
        "hace 2 horas",
        "3時間前",
        "yesterday at 19:27",
        "Today, 10:00",
        "сегодня, 10:00",
        "vor 3 Stunden",
        "il y a 5 minutes",
        "5 дней назад",
        "last Monday",
        "19:27",
        "May 2017",
        "2017",
        "Thursday",
        "May 4-5, 2017",
        "4–5 May 2017",
        "4 May/June 2017",
        "June 31, 2017",
        "29 February 2017",
        "0001-01-01T00:00:00Z",
        "0000-00-00 00:00:00",
        "1970-01-01T00:00:00Z",
        "4 May 1917",
        "4 May 2999",
        "17-05-04",
        "May 4, 19:27",
        "4 мая, 19:27",
        "5月4日 19:27",
        "1493915220",
        "",
        "   ",
        "Published by Ann Example",
        "1.5.2 released",
    ],
)
@pytest.mark.parametrize("language", [None, "en", "ru", "de"])
def test_no_time_at_all(text: str, language: str | None) -> None:
    assert parse_time(text, zone=MSK, language=language) is None


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("01/02/2026", {}, None),
        ("01/02/2026", {"language": "en"}, None),
        ("01/02/2026", {"language": "ja"}, None),
        ("01/02/2026", {"language": "en-US"}, "2026-01-02"),
        ("01/02/2026", {"language": "en-GB"}, "2026-02-01"),
        ("01/02/2026", {"language": "en_AU"}, "2026-02-01"),
        ("01/02/2026", {"language": "fr"}, "2026-02-01"),
        ("01/02/2026", {"language": "fr-CA"}, None),
        ("01/02/2026", {"day_first": True}, "2026-02-01"),
        ("01/02/2026", {"day_first": False}, "2026-01-02"),
        ("01/02/2026", {"day_first": False, "language": "fr"}, "2026-01-02"),
        ("01.02.2026", {"language": "de"}, "2026-02-01"),
        ("1. 2. 2026", {"language": "cs"}, "2026-02-01"),
        ("01-02-2026", {"language": "nl"}, "2026-02-01"),
        ("02/02/2026", {}, "2026-02-02"),
        ("12-15-2016", {}, "2016-12-15"),
        ("15/12/2016", {"language": "en-US"}, "2016-12-15"),
        ("13/13/2016", {}, None),
        ("2016-10-04", {}, "2016-10-04"),
        ("2016-10-04", {"day_first": True}, "2016-10-04"),
        ("2016/10/04", {"language": "de"}, "2016-10-04"),
        ("2016-10-04 05:07:09", {"language": "en"}, "2016-10-04T05:07:09"),
        ("10/04/2016 05:07 AM EDT", {"language": "en-US"}, "2016-10-04T05:07:00-04:00"),
        ("28.04.2023", {}, "2023-04-28"),
        ("04.05.17, 19:27", {"language": "de"}, "2017-05-04T19:27:00"),
        ("04.05.17, 19:27", {}, None),
        ("04-05-17", {"language": "de"}, None),
        ("01/02/03", {}, None),
        ("01/02/03", {"language": "en"}, None),
        ("04.05.98", {"day_first": True}, "1998-05-04"),
    ],
)
def test_day_and_month_are_never_swapped_silently(
    text: str, options: dict[str, object], expected: str | None
) -> None:
    assert value(text, **options) == expected


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


def test_a_day_stays_a_day() -> None:
    day = parse_time("4 мая 2017", zone=MSK)
    assert day is not None
    assert (day.value, day.precision, day.offset, day.instant) == ("2017-05-04", "day", "unknown", None)


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
    ("text", "evidence", "expected"),
    [
        # The minute that the feed gives.
        ("May 04, 19:27 UTC+3", at("feed", "2017-05-04T16:27:30+00:00"), "2017-05-04T19:27:00+03:00"),
        # Both sides of midnight in Moscow and in UTC, on both sides of New Year.
        ("December 31, 23:30 UTC+3", at("feed", "2017-12-31T20:30:00+00:00"), "2017-12-31T23:30:00+03:00"),
        ("January 01, 00:30 UTC+3", at("feed", "2017-12-31T21:30:00+00:00"), "2018-01-01T00:30:00+03:00"),
        ("January 01, 02:30 UTC+3", at("feed", "2017-12-31T23:30:00+00:00"), "2018-01-01T02:30:00+03:00"),
        ("January 01, 03:30 UTC+3", at("feed", "2018-01-01T00:30:00+00:00"), "2018-01-01T03:30:00+03:00"),
        (
            "December 31, 23:59",
            at("listing", "2018-01-01T00:10:00+03:00", minutes=30),
            "2017-12-31T23:59:00+03:00",
        ),
        (
            "January 1, 0:05",
            at("listing", "2017-12-31T23:50:00+03:00", minutes=30),
            "2018-01-01T00:05:00+03:00",
        ),
        # Within a day of what the evidence says.
        ("December 31, 22:00", at("url", "2018-01-01T12:00:00+03:00"), "2017-12-31T22:00:00+03:00"),
        # A leap day.
        (
            "February 29, 12:00",
            at("article-number", "2016-02-28T00:00:00+03:00", minutes=4000),
            "2016-02-29T12:00:00+03:00",
        ),
        ("February 29, 12:00", at("article-number", "2017-03-01T00:00:00+03:00", minutes=4000), None),
        # Moscow was UTC+4.
        ("October 25, 12:00", at("feed", "2014-10-25T08:00:00+00:00"), "2014-10-25T12:00:00+04:00"),
        # Another day: no year fits.
        ("May 04, 19:27", at("feed", "2017-07-04T16:27:00+00:00"), None),
        # Two figures with a hyphen are no day.
        ("04-05 19:27", at("feed", "2017-05-04T16:27:00+00:00"), None),
        # A day alone is the whole day, in the site's zone.
        ("4 мая", at("feed", "2017-05-03T21:00:00+00:00"), "2017-05-04"),
        ("1 января", at("feed", "2017-12-31T21:00:00+00:00"), "2018-01-01"),
        ("5月4日 19時27分", at("sitemap", "2017-05-04T16:27:00+00:00"), "2017-05-04T19:27:00+03:00"),
        ("04.05. 19:27", at("sitemap", "2017-05-04T16:27:00+00:00"), "2017-05-04T19:27:00+03:00"),
    ],
)
def test_the_year_comes_from_evidence(text: str, evidence: YearEvidence, expected: str | None) -> None:
    parsed = parse_time(text, zone=MSK, years=[evidence], language="ru")
    assert (parsed.value if parsed else None) == expected
    if parsed:
        assert parsed.year_source == evidence.source


def test_evidence_is_asked_in_its_order() -> None:
    wide = YearEvidence("url", datetime(2015, 1, 1, tzinfo=UTC), datetime(2017, 12, 31, tzinfo=UTC))
    wrong = at("listing", "2016-09-09T00:00:00+00:00")
    first, second = at("feed", "2017-05-04T16:27:00+00:00"), at("amp", "2016-05-04T16:27:00+00:00")
    parsed = parse_time("May 04, 19:27 UTC+3", years=[wide, wrong, first, second])
    assert parsed is not None
    assert (parsed.value, parsed.year_source) == ("2017-05-04T19:27:00+03:00", "feed")
    assert parse_time("May 04, 19:27 UTC+3", years=[wide, wrong]) is None
    printed = parse_time("May 04, 2015, 19:27 UTC+3", years=[first])
    assert printed is not None
    assert (printed.value, printed.year_source) == ("2015-05-04T19:27:00+03:00", None)


def test_a_window_of_a_year_and_more() -> None:
    moscow = ZoneInfo(MSK)
    one = YearEvidence(
        "article-number", datetime(2017, 1, 1, tzinfo=moscow), datetime(2017, 12, 31, 23, 59, tzinfo=moscow)
    )
    assert value("May 04, 19:27", zone=MSK, years=[one]) == "2017-05-04T19:27:00+03:00"
    # The slack of a day must not make a second year out of a window that decides.
    assert value("January 1, 12:00", zone=MSK, years=[one]) == "2017-01-01T12:00:00+03:00"


def test_the_weekday_neither_decides_nor_vetoes() -> None:
    evidence = at("feed", "2017-05-04T16:27:00+00:00")
    assert value("Monday, May 04, 19:27 UTC+3", years=[evidence]) == "2017-05-04T19:27:00+03:00"
    assert value("Monday, May 4, 2017") == "2017-05-04"


def test_printed_formats_of_the_site() -> None:
    assert value("17.05.04 19-27", formats=("%y.%m.%d %H-%M",), zone=MSK) == "2017-05-04T19:27:00+03:00"
    assert value("4 мая 2017", formats=("%d %B %Y",), language="ru") == "2017-05-04"
    assert value("03/04/2017", formats=("%m/%d/%Y",), language="de") == "2017-03-04"
    assert value(
        "04/05 19:27", formats=("%d/%m %H:%M",), years=[at("feed", "2017-05-04T19:27:00+00:00")], zone="UTC"
    ) == ("2017-05-04T19:27:00+00:00")
    assert value("29/02", formats=("%d/%m",), years=[at("feed", "2016-02-29T12:00:00+00:00")]) == "2016-02-29"
    assert (
        value("4 May 2017 19:27 GMT", formats=("%d %B %Y %H:%M %Z",), zone=MSK) == "2017-05-04T19:27:00+00:00"
    )
    # A format that does not fit leaves the text to the general forms.
    assert value("May 4, 2017", formats=("%d.%m.%Y",)) == "2017-05-04"


def test_languages_without_our_names() -> None:
    assert value("4 ივნისი 2017", language="ka") == "2017-06-04"
    assert value("4 ივნისი 2017 19:27", language="ka", zone="Asia/Tbilisi") == "2017-06-04T19:27:00+04:00"
    assert value("4 ივნისი 2017 19:27 MSK", language="ka", zone="Asia/Tbilisi") == "2017-06-04T19:27:00"
    assert value("4 ივნისი", language="ka") is None
    assert value("4 ივნისი 2017") is None


@pytest.mark.parametrize("language", ["en", "de", "ja", "zh", None])
def test_our_own_languages_need_no_library(language: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dateparser", None)  # importing it would be an error
    assert parse_time("In 2017 3 people", language=language) is None


def test_what_stands_beside_the_time() -> None:
    # The clock after "updated" belongs to the change; a span of hours is no offset.
    assert value("4 May 2017 • Last updated 20:15") == "2017-05-04"
    assert value("4 May 2017, upd 20:15") == "2017-05-04"
    assert value("4 May 2017 10:00-11:30", zone="UTC") == "2017-05-04T10:00:00+00:00"
    assert value("May 4, 2017 3.14 million") == "2017-05-04"
    # Of several times the first counts.
    assert value("4 May 2017 19:27 UTC, updated 5 May 2017 10:00 UTC") == "2017-05-04T19:27:00+00:00"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("May 04, 19:27 UTC+3 ASTANA", "ASTANA"),
        ("May 04, 19:27 UTC+3 ST. PETERSBURG", "ST. PETERSBURG"),
        ("May 01, 19:55 UTC+3", None),
        ("4 мая, 19:27 МСК МОСКВА", "МОСКВА"),
        ("March 19, 21:32", None),
        ("March 19, 21:32 Sports", None),
        ("March 19", None),
        ("", None),
    ],
)
def test_trailing_place(text: str, place: str | None) -> None:
    assert trailing_place(text) == place


def test_unix_time() -> None:
    moscow = from_unix("1593378975", MSK)
    assert moscow is not None
    assert (moscow.value, moscow.offset, moscow.precision) == (
        "2020-06-29T00:16:15+03:00",
        "site_zone",
        "second",
    )
    assert moscow.instant == datetime(2020, 6, 28, 21, 16, 15, tzinfo=UTC)
    utc = from_unix(1593378975, None)
    assert utc is not None
    assert (utc.value, utc.offset) == ("2020-06-28T21:16:15+00:00", "stated")
    for same in (1593378975000, "1593378975000", 1593378975.9, 1593378975000000):
        assert from_unix(same, MSK) == from_unix(same, MSK)
        assert (parsed := from_unix(same, MSK)) is not None
        assert parsed.value == "2020-06-29T00:16:15+03:00"
    for wrong in ("", "soon", "nan", "inf", 0, -1, 1e300, "99999999999999999999999999"):
        assert from_unix(wrong, MSK) is None


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


_PIECES = st.sampled_from(
    [
        *PRINTED,
        "May",
        "4",
        "2017",
        "19:27",
        "UTC+3",
        "мая",
        "年",
        "月",
        "日",
        "오후",
        "/",
        ".",
        "-",
        " ",
        "T",
        "Z",
        "+",
        "99",
        "00",
    ],
)


@given(
    st.one_of(
        st.text(max_size=120),
        st.lists(_PIECES, max_size=8).map(" ".join),
        st.lists(_PIECES, max_size=8).map("".join),
    )
)
@example("\ud800 4 May 2017 \x00")
@example("0" * 400)
@example("4 May 2017 " * 100)
@example("²⁰¹⁷-05-04")
@example("٢٠١٧-٠٥-٠٤T١٩:٢٧")
def test_any_text_gives_a_time_or_none(text: str) -> None:
    for options in ({}, {"zone": MSK, "language": "ru", "years": [at("feed", "2017-05-04T16:27:00+00:00")]}):
        parsed = parse_time(text, **options)  # type: ignore[arg-type]
        assert parsed == parse_time(text, **options)  # type: ignore[arg-type]
        if parsed is None:
            continue
        assert 1980 <= int(parsed.value[:4]) <= 2100
        assert (parsed.instant is None) == (parsed.offset == "unknown")
        assert (len(parsed.value) == 10) == (parsed.precision == "day")
        read_again = parse_time(parsed.value)
        assert read_again is not None
        assert (read_again.value, read_again.instant) == (parsed.value, parsed.instant)


@given(st.datetimes(datetime(1980, 1, 2), datetime(2100, 12, 30)), st.integers(-11 * 60, 14 * 60))  # noqa: DTZ001 - made aware below
def test_iso_times_come_back_as_they_were(moment: datetime, minutes: int) -> None:
    aware = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert value(aware.isoformat(), zone=MSK) == aware.isoformat()


@pytest.mark.parametrize(
    "text", ["4 " * 5000, "may " * 5000, "1/" * 5000, "a" * 100_000, "19:27 " * 3000, "2017." * 4000]
)
@pytest.mark.timeout(2)
def test_long_text_takes_no_longer(text: str) -> None:
    for _ in range(20):
        parse_time(text, language="en")
