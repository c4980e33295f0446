"""Times as sites print them, in their languages."""

import sys

import pytest

from newscrawler.dates import parse_time, trailing_place
from newscrawler.dates.printed_time import read_printed
from tests.dates.printed import PRINTED
from tests.dates.reading import MSK, at, value


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
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia",
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
    assert value("4 ekaina 2017", language="eu") == "2017-06-04"
    assert value("4 ekaina 2017 19:27", language="eu", zone="Europe/Madrid") == "2017-06-04T19:27:00+02:00"
    assert value("4 ekaina 2017 19:27 MSK", language="eu", zone="Europe/Madrid") == "2017-06-04T19:27:00"
    assert value("4 ekaina", language="eu") is None
    assert value("4 ජූනි 2017") is None


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("4 ජූනි 2017", "si", "2017-06-04"),
        ("4 ජනවාරි 2017", "si", "2017-01-04"),
        ("4 ਜੂਨ 2017", "pa", "2017-06-04"),
        ("4 ਜਨਵਰੀ 2017", "pa", "2017-01-04"),
        ("4 ဇန် 2017", "my", "2017-01-04"),
    ],
)
def test_a_vowel_sign_tells_months_apart(text: str, language: str, day: str) -> None:
    assert value(text, language=language) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8 აპრილი, 2021", "2021-04-08"),
        ("8 ապրիլի 2021", "2021-04-08"),
        ("8 сәуір 2021", "2021-04-08"),
        ("8 Machi 2021", "2021-03-08"),
        ("૮ એપ્રિલ 2021", "2021-04-08"),
        ("៨ មេសា 2021", "2021-04-08"),
        ("8 באפר׳ 2021", "2021-04-08"),
    ],
)
def test_months_that_are_read_without_a_known_language(text: str, day: str) -> None:
    assert value(text) == day


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


def test_the_parts_of_a_printed_time() -> None:
    printed = read_printed("May 04, 19:27 UTC+3 ASTANA")
    assert printed is not None
    assert (printed.year, printed.month, printed.day, printed.hour, printed.minute) == (None, 5, 4, 19, 27)
    assert (printed.second, printed.zone_printed, printed.rest.strip()) == (None, True, "astana")
    late = read_printed("4 May, 19:27, 2017")
    assert late is not None
    assert (late.year, late.rest) == (2017, "")
    assert read_printed("19:27") is None
