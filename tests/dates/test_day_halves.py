"""Clocks of twelve hours: a word beside them says which half of the day they count, or that nobody knows."""

from __future__ import annotations

import pytest

from newscrawler.dates import parse_time
from newscrawler.dates.day_halves import Half, half_after, half_before, hour_of_day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2022.08.05. 오후 2:03", "14:03"),
        ("2022년 8월 5일 밤 11:30", "23:30"),
        ("2022年8月5日 中午11:30", "11:30"),
        ("2022年8月5日 中午12:30", "12:30"),
        ("2022年8月5日 晚上8:15", "20:15"),
        ("2022年8月5日 凌晨12:15", "00:15"),
        ("2022年8月5日 夕方5時3分", "17:03"),
        ("5 أغسطس 2022 - 02:03 مساءً", "14:03"),
        ("5 أغسطس 2022 - 02:03 بعد الظهر", "14:03"),
        ("5 أغسطس 2022 2:03 ص", "02:03"),
        ("۱۴ مرداد ۱۴۰۱ ۲:۰۳ ب.ظ", "14:03"),
        ("۱۴ مرداد ۱۴۰۱ ۲:۰۳ ق.ظ", "02:03"),
        ("14 مرداد 1401 ساعت 02:03 بعدازظهر", "14:03"),
        ("5 Αυγούστου 2022, 2:03 μ.μ.", "14:03"),
        ("5 अगस्त 2022 शाम 6:03 बजे", "18:03"),
        ("5 अगस्त 2022 दोपहर 12:03", "12:03"),
        ("৫ আগস্ট ২০২২, বিকেল ৪:০৩", "16:03"),
        ("৫ আগস্ট ২০২২, ০২:০৩ পিএম", "14:03"),
        ("5 ஆகஸ்ட் 2022 பிற்பகல் 2:03", "14:03"),
        ("2022. augusztus 5. du. 2:03", "14:03"),
        ("5 Ağustos 2022 ÖS 2:03", "14:03"),
        ("5 de agosto de 2022 às 2:03 da tarde", "14:03"),
        ("5 de agosto de 2022 às 12:03", "12:03"),
        ("5 Ogos 2022 2:03 PTG", "14:03"),
        ("5 août 2022 à 9h03 du soir", "21:03"),
        ("Sa, 5. August 2022, 8:30 Uhr", "08:30"),
    ],
)
def test_the_half_that_a_clock_counts(text: str, clock: str) -> None:
    time = parse_time(text)
    assert time is not None
    assert time.value == f"2022-08-05T{clock}:00"


@pytest.mark.parametrize(
    "text",
    [
        "5 Agosti 2022, saa 8:03 mchana",  # the hours of the day begin at sunrise
        "5 अगस्त 2022 रात 2:03",
        "2022年8月5日 晚上12:15",
        "Sa 12:30, 5. August 2022",  # a Saturday, or before noon in Vietnamese
        "5 августа 2022 2:03 пп",
    ],
)
def test_without_a_known_half_only_the_day_is_known(text: str) -> None:
    time = parse_time(text)
    assert time is not None
    assert time.value == "2022-08-05"


@pytest.mark.parametrize(
    ("hour", "half", "told"),
    [
        (0, "afternoon", 12), (0, "morning", 0), (13, "morning", 13), (19, "night", 19), (4, "night", None),
        (5, "night", 17), (12, "night", None), (6, "noon", None), (5, "noon", 17), (10, "noon", 10),
        (11, "unsure", 11), (12, "unsure", None), (3, "other", None),
    ],
)  # fmt: skip
def test_the_hour_of_the_day(hour: int, half: Half, told: int | None) -> None:
    assert hour_of_day(hour, half) == told


def test_the_word_is_beside_the_clock_and_none_within_another() -> None:
    assert half_before("5 agosto du. 2:03", 13) == ("afternoon", 9)
    assert half_before("5 agosto 2:03", 9) == (None, 9)
    assert half_before("dudu. 2:03", 6) == (None, 6)
    assert half_after("2:03 chieu", 4) == ("afternoon", 10)
    assert half_after("2:03 chieux", 4) == (None, 4)
