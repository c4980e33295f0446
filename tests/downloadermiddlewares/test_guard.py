"""The gate before every request: ordinary web URLs pass; files only where a command lets them in."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy import Request
from scrapy.settings import Settings
from scrapy.utils.test import get_crawler

from newscrawler.commands.without_ledger import FILE_HANDLER, let_in_local_files
from newscrawler.downloadermiddlewares.guard import GuardMiddleware
from newscrawler.exceptions import Left, Refused, WrongArgument


def guard(**settings: Any) -> GuardMiddleware:
    return GuardMiddleware.from_crawler(get_crawler(settings_dict=settings))


@pytest.mark.parametrize("url", ["https://press.example/1", "http://press.example:8080/1", "http://8.8.8.8/"])
def test_an_ordinary_url_passes(url: str) -> None:
    guard().process_request(Request(url))


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://press.example/1", "data:,x", "s3://press/1"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(Refused) as caught:
        guard(DOWNLOAD_HANDLERS={"file": None, "ftp": None}).process_request(Request(url))
    assert caught.value.reason == "scheme"


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1:99/"])
def test_private_addresses_are_refused(url: str) -> None:
    with pytest.raises(Refused) as caught:
        guard().process_request(Request(url))
    assert caught.value.reason == "address"


def test_what_the_operator_lets_in_passes() -> None:
    middleware = guard(ALLOWED_PRIVATE_HOSTS="127.0.0.1:8080")
    middleware.process_request(Request("http://127.0.0.1:8080/"))
    with pytest.raises(Refused):
        middleware.process_request(Request("http://127.0.0.1:8081/"))


def test_a_url_that_is_too_long_is_left() -> None:
    with pytest.raises(Left) as caught:
        guard(URLLENGTH_LIMIT=50).process_request(Request("https://press.example/" + "a" * 50))
    assert caught.value.reason == "url_length"


def test_a_setting_that_cannot_be_read_is_a_wrong_argument() -> None:
    with pytest.raises(WrongArgument):
        guard(ALLOWED_PRIVATE_HOSTS="127.0.0.1:x")


@pytest.mark.parametrize(
    ("targets", "file_is_let_in"),
    [
        (["page.html"], True),
        (["file:///tmp/page.html"], True),
        (["https://press.example/"], False),
        ([], False),
    ],
)
def test_a_file_is_let_in_where_a_person_names_one(targets: list[str], file_is_let_in: bool) -> None:
    settings = Settings({"DOWNLOAD_HANDLERS": {"file": None}})
    let_in_local_files(settings, targets)
    assert settings.getdict("DOWNLOAD_HANDLERS")["file"] == (FILE_HANDLER if file_is_let_in else None)
    middleware = guard(DOWNLOAD_HANDLERS=settings.getdict("DOWNLOAD_HANDLERS"))
    assert ("file" in middleware.schemes) is file_is_let_in
