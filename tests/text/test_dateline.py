"""Datelines: place, region, day and agency at the head of a story; exactly the prefix; nothing where there is
none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawler.text.dateline import split_dateline
from tests.characters import CHARACTERS
from tests.cpu import cpu_within

OWN = ("TASS", "ТАСС")


@pytest.mark.parametrize(
    ("text", "place", "region", "date_text", "agency"),
    [
        # One agency, and how its editors have typed it over the years.
        ("ASTANA, May 4. /TASS/.", "ASTANA", None, "May 4", "TASS"),
        ("WASHINGTON, August 31./TASS/.", "WASHINGTON", None, "August 31", "TASS"),
        ("MOSCOW, October 10//TASS/.", "MOSCOW", None, "October 10", "TASS"),
        ("ZHUKOVSKY /Moscow Region/, August 27. /TASS/.", "ZHUKOVSKY", "Moscow Region", "August 27", "TASS"),
        (
            "IGORA /Leningrad region/, December 26. /TASS/.",
            "IGORA",
            "Leningrad region",
            "December 26",
            "TASS",
        ),
        ("ANCHORAGE /Alaska/, August 16. /TASS/.", "ANCHORAGE", "Alaska", "August 16", "TASS"),
        ("ST. PETERSBURG, June 5. /TASS/.", "ST. PETERSBURG", None, "June 5", "TASS"),
        ("NIZHNY TAGIL, June 5. /TASS/.", "NIZHNY TAGIL", None, "June 5", "TASS"),
        ("NOVO-OGAREVO, June 5. /TASS/.", "NOVO-OGAREVO", None, "June 5", "TASS"),
        ("BAIKONUR (Kazakhstan), March 25. /ITAR-TASS/.", "BAIKONUR", "Kazakhstan", "March 25", "ITAR-TASS"),
        ("SOCHI, February 24. /ITAR-TASS/.", "SOCHI", None, "February 24", "ITAR-TASS"),
        ("MOSCOW, November 25 (Itar-Tass)", "MOSCOW", None, "November 25", "Itar-Tass"),
        ("МОСКВА, 29 июня. /ТАСС/.", "МОСКВА", None, "29 июня", "ТАСС"),
        ("РИМ, 3 декабря. /Корр. ТАСС Вера Щербакова/.", "РИМ", None, "3 декабря", "ТАСС"),
        ("САНКТ-ПЕТЕРБУРГ, 4 мая. /ТАСС/.", "САНКТ-ПЕТЕРБУРГ", None, "4 мая", "ТАСС"),
        (
            "ЕКАТЕРИНБУРГ /Свердловская область/, 4 мая. /ТАСС/.",
            "ЕКАТЕРИНБУРГ",
            "Свердловская область",
            "4 мая",
            "ТАСС",
        ),
        ("MOSCOW, May 4. /TASS/ -", "MOSCOW", None, "May 4", "TASS"),
        ("SOCHI, May 4. / TASS /.", "SOCHI", None, "May 4", "TASS"),
        ("MOSCOW - ST. PETERSBURG, May 4. /TASS/.", "MOSCOW - ST. PETERSBURG", None, "May 4", "TASS"),
        ("MOSCOW – MINSK, May 4. /TASS/.", "MOSCOW – MINSK", None, "May 4", "TASS"),
        ("ABOARD THE TU-154, May 4. /TASS/.", "ABOARD THE TU-154", None, "May 4", "TASS"),
        ("ABOARD THE IL-96-300, May 4. /TASS/.", "ABOARD THE IL-96-300", None, "May 4", "TASS"),
        # Other agencies.
        ("MOSCOW, May 4 (Reuters) -", "MOSCOW", None, "May 4", "Reuters"),
        ("May 4 (Reuters) -", None, None, "May 4", "Reuters"),
        ("MOSCOW/WASHINGTON, May 4 (Reuters) -", "MOSCOW/WASHINGTON", None, "May 4", "Reuters"),
        ("PHOENIX, Ariz., May 4 (Reuters) -", "PHOENIX", "Ariz.", "May 4", "Reuters"),
        ("WASHINGTON, D.C., May 4. /TASS/.", "WASHINGTON", "D.C.", "May 4", "TASS"),
        ("PARIS (AP) —", "PARIS", None, None, "AP"),
        ("KYIV, Ukraine (AP) —", "KYIV", "Ukraine", None, "AP"),
        ("SAN FRANCISCO, Calif. (AP) —", "SAN FRANCISCO", "Calif.", None, "AP"),
        ("O’FALLON, Mo. (AP) —", "O’FALLON", "Mo.", None, "AP"),
        ("N'DJAMENA, May 4 (AFP) -", "N'DJAMENA", None, "May 4", "AFP"),
        ("BEIJING, May 4 (Xinhua) --", "BEIJING", None, "May 4", "Xinhua"),
        ("WASHINGTON, Oct 3, 2025 /PRNewswire/ --", "WASHINGTON", None, "Oct 3", "PRNewswire"),
        ("NEW YORK, Oct. 3, 2025 (GLOBE NEWSWIRE) --", "NEW YORK", None, "Oct. 3", "GLOBE NEWSWIRE"),
        ("NEW YORK--(BUSINESS WIRE)--", "NEW YORK", None, None, "BUSINESS WIRE"),
        ("Berlin (dpa) -", "Berlin", None, None, "dpa"),
        ("Berlin (dpa/lni) –", "Berlin", None, None, "dpa"),
        ("St. Gallen (dpa) –", "St. Gallen", None, None, "dpa"),
        ("Rio de Janeiro (AFP) –", "Rio de Janeiro", None, None, "AFP"),
        ("BERLIN, 4. Mai (Reuters) -", "BERLIN", None, "4. Mai", "Reuters"),
        ("Paris, 4 mai 2017 (AFP) -", "Paris", None, "4 mai", "AFP"),
        ("Madrid, 4 may (EFE).-", "Madrid", None, "4 may", "EFE"),
        ("(ANSA) - ROMA, 04 MAG -", "ROMA", None, "04 MAG", "ANSA"),
        ("МОСКВА, 4 мая - РИА Новости.", "МОСКВА", None, "4 мая", "РИА Новости"),
        ("Москва. 4 мая. INTERFAX.RU -", "Москва", None, "4 мая", "INTERFAX.RU"),
        ("القاهرة (رويترز) -", "القاهرة", None, None, "رويترز"),
        ("新华社北京5月4日电", "北京", None, "5月4日", "新华社"),
        ("【6月18日 AFP】", None, None, "6月18日", "AFP"),
        ("(서울=연합뉴스)", "서울", None, None, "연합뉴스"),
        ("LONDON, May 4 —", "LONDON", None, "May 4", None),
        ("NEW YORK, May 4. /Corr. Ann Example/.", "NEW YORK", None, "May 4", None),
    ],
)
def test_dateline(
    text: str, place: str | None, region: str | None, date_text: str | None, agency: str | None
) -> None:
    body = f"{text} The talks / the round (the third) – began. MOSCOW, June 1. /XYZ/."
    found = split_dateline(body, OWN)
    assert found is not None
    assert found.text == text
    assert (found.place, found.region, found.date_text, found.agency) == (place, region, date_text, agency)


def test_an_agency_is_known_by_its_shape() -> None:
    for agency in ("XYZ", "Xyz News", "ABC-XYZ"):
        found = split_dateline(f"OSLO, May 4. /{agency}/. Text")
        assert found is not None
        assert found.agency == agency


@pytest.mark.parametrize(
    "body",
    [
        "“We are ready,” he said. MOSCOW, May 4. /TASS/. More",
        "The story begins. ASTANA, May 4. /TASS/.",
        "First paragraph.\n\nMOSCOW, May 4. /TASS/. Second",
        "PUTIN, TRUMP MEET IN ALASKA",
        "NATO (the alliance) — said on May 4",
        "NEW YORK — The president",
        "BREAKING (AP) — The",
        "UPDATE — the",
        "WATCH LIVE, May 4 — the",
        "IN BRIEF: what is known",
        "COVID-19 — the disease",
        "The US (and UK) - both",
        "IT, HR, PR (all) - the",
        "GDP (PPP) - the measure",
        "WORLD HEALTH ORGANIZATION (WHO) — said",
        "Angela Example (ABC) - sagte",
        "ANN EXAMPLE, May 4 (Thursday) - said",
        "The meeting, May 4 (Thursday) - will",
        "Russia’s Foreign Minister /Ivan Petrov/, May 4",
        "MOSCOW, Maybe 4. /TASS/. X",
        "MOSCOW, May 45. /TASS/. X",
        "MOSCOW is big",
        "Yes. Rome (AP) — said",
        "OSLO, May 4 (update) — the",
        "COVID-19 - MOSCOW OPENS, MAYBE 4. /TASS/.",
        "UPDATE - OSLO, May 4 (Reuters) -",
        "U.S. and/or EU/UN officials",
        "",
    ],
)
def test_no_dateline(body: str) -> None:
    assert split_dateline(body, OWN) is None


HEADWORDS = """
update updated exclusive breaking watch live video photo photos opinion analysis correction corrected
editorial factbox explainer interview column commentary review
срочно обновлено видео фото эксклюзив eil kommentar
"""


@pytest.mark.parametrize("word", HEADWORDS.split())
def test_a_headword_is_no_place(word: str) -> None:
    assert split_dateline(f"{word.upper()} (AP) — The council met.", OWN) is None
    assert split_dateline(f"{word.upper()}, May 4. /TASS/. The council met.", OWN) is None


_WORDS = "MOSCOW Berlin , May 4 мая . ( ) TASS Reuters - — / /TASS/. Корр. Ann 新华社 北京 5月4日 电 【 】 ="
_PIECES = st.sampled_from(_WORDS.split(" "))


@given(
    st.one_of(
        st.text(CHARACTERS, max_size=200),
        st.lists(_PIECES, max_size=14).map(" ".join),
        st.lists(_PIECES, max_size=14).map("".join),
    )
)
def test_the_text_is_always_the_prefix(body: str) -> None:
    found = split_dateline(body, OWN)
    assert found == split_dateline(body, OWN)
    if found is not None:
        assert body.startswith(found.text)
        assert found.text == found.text.strip()
        for part in (found.place, found.region, found.date_text, found.agency):
            assert part is None or part in found.text


@pytest.mark.parametrize(
    "piece",
    ["MOSCOW /", "A. ", "A/", "AB CD EF, ", "AB - ", "AB-1", "AB-12-34 - ", "A-", "A'", "(", "AB, C D E"],
)
@cpu_within(2)
def test_no_shape_takes_long(piece: str) -> None:
    for _ in range(50):
        split_dateline(piece * 500)


SMALL = ["de", "del", "di", "do", "da", "la", "le", "am", "an", "der", "den", "upon", "na", "nad", "sur"]


@pytest.mark.parametrize("word", SMALL)
def test_a_small_word_within_the_name_of_a_place(word: str) -> None:
    found = split_dateline(f"Stadt {word} Fluss (dpa) - The council met.")
    assert found is not None
    assert found.place == f"Stadt {word} Fluss"
    assert split_dateline(f"Stadt {word}x Fluss (dpa) - The council met.") is None


@pytest.mark.parametrize("saint", ["St", "Ste", "Sta", "Sto", "Mt", "Ft"])
def test_a_short_form_within_the_name_of_a_place_ends_no_sentence(saint: str) -> None:
    found = split_dateline(f"{saint}. Gallen (dpa) - The council met.")
    assert found is not None
    assert found.place == f"{saint}. Gallen"
    assert split_dateline(f"{saint}x. Gallen (dpa) - The council met.") is None


@pytest.mark.parametrize(
    "day", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
)
def test_a_weekday_in_brackets_is_no_agency(day: str) -> None:
    assert split_dateline(f"OSLO, May 4 ({day}) - The council met.") is None
    assert split_dateline(f"OSLO, May 4 ({day.lower()}) - The council met.") is None
    assert split_dateline(f"OSLO, May 4 ({day} News) - The council met.") is not None


@pytest.mark.parametrize(
    ("text", "is_dateline"),
    [
        ("OSLO, May 4, Xyz News.", False),  # an agency that nobody knows, last
        ("OSLO, May 4 - Reuters.", True),
        ("(Xyz) - OSLO, 04 MAG -", False),
        ("(ANSA) - OSLO, 04 MAG -", True),
        ("OSLO, May 1 —", True),
        ("OSLO, May 31 —", True),
        ("OSLO, May 32 —", False),
        ("OSLO, May 0 —", False),
        ("OSLO, 4 de mayo —", True),
        ("OSLO, May 1st —", True),
        ("OSLO, May 2nd —", True),
        ("OSLO, May 3rd —", True),
        ("OSLO, May 4th —", True),
        ("OSLO, 04 MAG —", True),
        ("Oslo, May 4 —", False),
        ("1234, May 4 —", False),
    ],
)
def test_what_a_place_and_a_day_need(text: str, is_dateline: bool) -> None:
    found = split_dateline(f"{text} The council met on it.")
    assert (found.text if found else None) == (text if is_dateline else None)
