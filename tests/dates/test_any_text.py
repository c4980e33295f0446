"""Whatever the text is, it gives a time or none, and soon."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscrawler.dates import parse_time
from tests.characters import CHARACTERS
from tests.cpu import cpu_within
from tests.dates.printed import PRINTED
from tests.dates.reading import MSK, at

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
        st.text(CHARACTERS, max_size=120),
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
        assert 1980 <= int(parsed.value[:4]) <= 2065
        assert (parsed.instant is None) == (parsed.offset == "unknown")
        assert (len(parsed.value) == 10) == (parsed.precision == "day")
        read_again = parse_time(parsed.value)
        assert read_again is not None
        assert (read_again.value, read_again.instant) == (parsed.value, parsed.instant)


@pytest.mark.parametrize(
    "text", ["4 " * 5000, "may " * 5000, "1/" * 5000, "a" * 100_000, "19:27 " * 3000, "2017." * 4000]
)
@cpu_within(2)
def test_long_text_takes_no_longer(text: str) -> None:
    for _ in range(20):
        parse_time(text, language="en")
