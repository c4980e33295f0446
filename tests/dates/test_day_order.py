"""The order of day and month: by language, and by region where that decides."""

import pytest

from newscrawler.dates.day_order import is_day_first


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr", True),
        ("de-AT", True),
        ("ru", True),
        ("th", True),
        ("vi", True),
        ("EN_GB", True),
        ("en-au", True),
        ("en-US", False),
        ("en", None),
        ("en-CA", None),
        ("es-US", None),
        ("fr-CA", None),
        ("es-MX", True),
        ("ja", None),
        ("zh-TW", None),
        ("ko", None),
        ("", None),
        (None, None),
    ],
)
def test_is_day_first(language: str | None, first: bool | None) -> None:
    assert is_day_first(language) is first
