"""Links that lead to no page, as they are written."""

import pytest

from newscrawler.urls.no_page import is_no_page


@pytest.mark.parametrize("href", ["#", "#top", "javascript:open()", "mailto:ann@press.example", "tel:112"])
def test_what_is_no_page(href: str) -> None:
    assert is_no_page(href)
    assert is_no_page(f" {href.upper()}")
    assert not is_no_page(f"/{href}")


@pytest.mark.parametrize("href", ["", "/", "world", "https://press.example/#top", "telephone", "mailto"])
def test_what_may_be_a_page(href: str) -> None:
    assert not is_no_page(href)
