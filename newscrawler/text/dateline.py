"""The dateline: place, day and agency at the head of an agency story, recognised by its shape."""

from __future__ import annotations

import re

from newscrawler.dates.month_names import fold, month_number
from newscrawler.items import Dateline
from newscrawler.text.agencies import agency_in
from newscrawler.text.no_person import folded_words

_LONGEST = 160

_L = r"[^\W\d_]"
_PLACE = rf"{_L}[^\W\d_.'’ʼ\-]*(?:(?:[.]?[ \-/]| [\-–—/] |['’ʼ.])[^\W\d_]+){{0,5}}(?:-\d{{1,4}}){{0,2}}\.?"
_REGION = (
    r"(?:\s?/(?P<slashed>[^/\n\d]{3,40})/|\s?\((?P<bracketed>[^()\n\d]{3,40})\)"
    r"|,\s(?P<state>(?:[^\W\d_]\.){2,3}|[^\W\d_][^\W\d_. ]*\.?(?:\s[^\W\d_.]+\.?){0,2}))?"
)
_MONTH = rf"(?:{_L}{{2,14}}\.?)"
_DAY = rf"(?P<date>{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\.? (?:de )?{_MONTH})(?P<year>,? \d{{4}})?"
_DASH = r"(?:--?|–|—|―)"
_AGENCY = r"(?:/{1,2}(?P<between>[^/\n]{2,60}|[^/\n]{2,30}/[^/\n]{2,30})/(?!/)|\((?P<within>[^()\n]{2,60})\))"

# MOSCOW, May 4 (Reuters) - · ASTANA, May 4. /X/. · SOCHI, October 10//X/. · NEW YORK, Oct 3, 2025
# /PRNewswire/ --
_WITH_DAY = re.compile(
    rf"(?:(?P<place>{_PLACE}?){_REGION}[.,]?\s)?{_DAY}[.,]?\s?{_AGENCY}(?:\s?[.,]?\s?{_DASH}|"
    rf"\.(?:\s?{_DASH})?|:)?",
)
# PARIS (AP) — · Berlin (dpa/lni) – · NEW YORK--(BUSINESS WIRE)--
_WITHOUT_DAY = re.compile(
    rf"(?P<place>{_PLACE}?){_REGION}[.,]?(?:\s|--)?\((?P<within>[^()\n]{{2,40}})\)\s?\.?\s?(?:{_DASH}|:)"
)
# МОСКВА, 4 мая - РИА Новости. · Москва. 4 мая. INTERFAX.RU -
_AGENCY_LAST = re.compile(
    rf"(?P<place>{_PLACE}?){_REGION}[.,]\s{_DAY}[.,]?\s(?:{_DASH}\s)?(?P<last>[^\W\d_][\w.\- "
    rf"]{{1,30}}?)(?:\.(?=\s|$)|\s?{_DASH}|,)",
)
# LONDON, May 4 —
_DAY_ONLY = re.compile(rf"(?P<place>{_PLACE}?){_REGION},?\s{_DAY}\.?\s?{_DASH}(?=\s)")
# (ANSA) - ROMA, 04 MAG -
_AGENCY_FIRST = re.compile(
    rf"\((?P<first>[^()\n]{{2,40}})\)\s?{_DASH}\s(?P<place>{_PLACE}?),\s{_DAY}\.?(?:\s?{_DASH}(?=\s))?"
)
# 新华社北京5月4日电 · 【6月18日 AFP】 · (서울=연합뉴스)
_EAST_ASIAN = (
    re.compile(
        r"(?P<last>[^\W\d_]{2,5}社)(?P<place>[^\W\d_]{2,10})(?P<date>\d{1,2}月\d{1,2}日)[电電](?:\s?[（(][^()（）]{2,30}[)）])?"
    ),
    re.compile(r"[【\[](?P<date>\d{1,2}月\d{1,2}日)\s?(?P<last>[^】\]]{2,20})[】\]]"),
    re.compile(r"[(\[](?P<place>[^\W\d_·,]{2,12}(?:[·,][^\W\d_]{2,8})?)\s?=\s?(?P<last>[^)\]=]{2,12})[)\]]"),
)

# Headwords in capitals that stand where a place would.
_NO_PLACE = folded_words(
    "update updated exclusive breaking watch live video photo photos opinion analysis correction "
    "corrected editorial factbox explainer interview column commentary review срочно обновлено "
    "видео фото эксклюзив eil update kommentar"
)
_ENDED = re.compile(r"(?<!\bSt)(?<!\bSte)(?<!\bSta)(?<!\bSto)(?<!\bMt)(?<!\bFt)\. ")
_SMALL_WORDS = frozenset(
    ("de", "del", "di", "do", "da", "la", "le", "am", "an", "der", "den", "upon", "na", "nad", "sur")
)
_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_REPORTER = re.compile(r"\b(?:corr|correspondent|корр|корреспондент|спецкор)", re.IGNORECASE)
_CAPITALS = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")


def split_dateline(body: str, agencies: tuple[str, ...] | list[str] = ()) -> Dateline | None:
    """Read the dateline at the very beginning of a body; None where there is none.

    ``text`` is exactly that prefix of ``body``, up to its last sign and without the space after it.
    ``agencies`` are
    the names of the site's own agency. A place in small letters ("Berlin (dpa) -") needs an agency that is
    known.

    >>> found = split_dateline("ZHUKOVSKY /Moscow Region/, August 27. /XYZ/. The show has opened.")
    >>> found.text, found.place, found.region, found.date_text, found.agency
    ('ZHUKOVSKY /Moscow Region/, August 27. /XYZ/.', 'ZHUKOVSKY', 'Moscow Region', 'August 27', 'XYZ')
    """
    head = body[:_LONGEST].partition("\n")[0]
    own = tuple(agencies)
    for pattern in (_WITH_DAY, _WITHOUT_DAY, _AGENCY_LAST, _DAY_ONLY, _AGENCY_FIRST, *_EAST_ASIAN):
        found = pattern.match(head)
        if found is not None and (dateline := _checked(found, own, pattern in _EAST_ASIAN)):
            return dateline
    return None


def _checked(found: re.Match[str], own: tuple[str, ...], east_asian: bool) -> Dateline | None:
    """Return the dateline of a shape that fits, None where its parts are not what they would have to be."""
    if east_asian:
        return _east_asian(found, own)
    parts = found.groupdict()
    place, date_text = parts.get("place"), parts.get("date")
    if date_text is not None and not _is_day(date_text):
        return None
    agency, known = _credited(parts, own)
    if not known and not _may_be_unknown(parts, agency, place):
        return None
    if place is not None and not _is_place(place, known=known):
        return None
    region = parts.get("slashed") or parts.get("bracketed") or parts.get("state")
    return Dateline(
        found[0],
        place,
        region.strip() if region and place else None,
        date_text.rstrip(".") if date_text else None,
        agency,
    )


def _east_asian(found: re.Match[str], own: tuple[str, ...]) -> Dateline | None:
    parts = found.groupdict()
    place, date_text, agency = parts.get("place"), parts.get("date"), (parts["last"] or "").strip()
    if agency_in(agency, own) is None and not date_text:
        return None
    return Dateline(found[0], place, None, date_text, agency)


def _credited(parts: dict[str, str | None], own: tuple[str, ...]) -> tuple[str | None, bool]:
    """Return (the agency, whether it is known by name)."""
    credit = parts.get("between") or parts.get("within") or parts.get("last") or parts.get("first")
    return _agency(credit, own) if credit else (None, False)


def _may_be_unknown(parts: dict[str, str | None], agency: str | None, place: str | None) -> bool:
    """Tell whether a shape is certain without an agency that is known: it needs a place and a day."""
    if parts.get("last") or parts.get("first") or place is None or parts.get("date") is None:
        return False
    return not parts.get("within") or (agency is not None and _is_name(agency))


def _is_place(place: str, *, known: bool) -> bool:
    """Tell whether a text is a place: in capitals, or one name in small letters beside a known agency."""
    if not _NO_PLACE.isdisjoint(fold(place).split()):
        return False
    in_capitals = place == place.upper() and place != place.lower()
    return in_capitals or (known and _is_place_name(place))


def _is_day(text: str) -> bool:
    number = re.search(r"\d{1,2}", text)
    words = [
        word for word in re.findall(r"[^\W\d_]{2,}", fold(text)) if word not in {"de", "st", "nd", "rd", "th"}
    ]
    return bool(number and 1 <= int(number[0]) <= 31 and len(words) == 1 and _is_month(words[0]))


def _is_place_name(place: str) -> bool:
    """Tell whether a place in small letters is one name ("Rio de Janeiro"), and no sentence."""
    words = re.split(r"[ /-]", place)
    return _ENDED.search(place) is None and all(
        word[:1].lower() == word[:1].upper() or word[:1].isupper() or word in _SMALL_WORDS for word in words
    )


def _is_month(name: str) -> bool:
    # Short forms that are ordinary words elsewhere ("4 MAG") are months beside a place and a day.
    return any(month_number(name, language) for language in (None, "it", "es", "pt"))


def _is_name(credit: str) -> bool:
    return credit[0].isupper() and fold(credit) not in _WEEKDAYS


def _agency(credit: str, own: tuple[str, ...]) -> tuple[str | None, bool]:
    """Return (the agency in the credit of a dateline, whether it is known by name)."""
    text = " ".join(credit.split()).strip(" .")
    if (name := agency_in(text, own)) is not None:
        return name, True
    for name in own:
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            # ITAR-XYZ is printed so, and is the same agency.
            whole = next((word for word in text.split() if name in word), name)
            return (whole if len(text.split()) == 1 else name), True
    if len(text.split()) <= 3 and not _REPORTER.search(text):
        return text, False
    capitals = [word for word in _CAPITALS.findall(text) if word.isupper()]
    return (capitals[0], False) if capitals else (None, False)
