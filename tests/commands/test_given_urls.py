"""A URL with user and password is refused; what else is wrong with an argument, Scrapy says."""

from __future__ import annotations

import pytest

from newscrawler.commands.given_urls import refuse_credentials


@pytest.mark.parametrize(
    "url", ["http://me:x@press.example/", " https://token@press.example", "http://a@b@press.example/"]
)
def test_user_and_password(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        refuse_credentials(["https://press.example/", url])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "***@press.example" in said
    assert "leave them out" in said


@pytest.mark.parametrize(
    "given", ["https://press.example/@me", "page@home.html", "file:///a", "http://[::1", "response.url", ""]
)
def test_what_holds_none(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    refuse_credentials([given])
    assert capsys.readouterr().err == ""
