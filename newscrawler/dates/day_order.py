"""The order of day and month in figures, by language and region."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Languages (ISO 639-1) whose readers write the day before the month in figures, wherever they live.
_DAY_FIRST = _words(
    "ar az be bg bn bs ca cs da de el es et fi fr gl he hi hr id is it ka ms nb nl nn no pl pt ro ru sk sl "
    "sq sr ta te "
    "th tr uk ur vi",
)
_DAY_FIRST_REGIONS = _words("en-gb en-ie en-au en-nz en-in en-za en-ng en-ke en-pk en-sg en-mt")
_REGIONS_BOTH_WAYS = _words("es-us es-pr es-pa fr-ca pt-us ru-us")


def is_day_first(language: str | None) -> bool | None:
    """Tell whether 01/02 is the first of February: True, False, or None where the language alone does not
    tell.

    >>> is_day_first("fr"), is_day_first("en-US"), is_day_first("en"), is_day_first("ja")
    (True, False, None, None)
    """
    if not language:
        return None
    tag = language.lower().replace("_", "-")
    if tag == "en-us":
        return False
    if tag in _DAY_FIRST_REGIONS:
        return True
    if tag in _REGIONS_BOTH_WAYS:
        return None
    return True if tag.partition("-")[0] in _DAY_FIRST else None
