"""The exceptions: what their texts and fields say."""

from __future__ import annotations

import pytest
from scrapy.exceptions import DropItem, IgnoreRequest, UsageError

from newscrawler.exceptions import Failed, Left, NotFetched, NotWritten, Refused, SetAside, WrongArgument


@pytest.mark.parametrize(
    ("cls", "outcome"), [(NotFetched, "failed"), (Failed, "failed"), (Refused, "refused"), (Left, "left")]
)
def test_each_that_was_not_fetched_has_its_outcome(cls: type[NotFetched], outcome: str) -> None:
    error = cls("too_large", "12 MB")
    assert (error.outcome, error.reason, error.detail) == (outcome, "too_large", "12 MB")
    assert str(error) == "too_large: 12 MB"
    assert isinstance(error, IgnoreRequest)


@pytest.mark.parametrize("cls", [SetAside, NotWritten, Failed])
def test_without_a_detail_the_slug_is_the_text(cls: type[Exception]) -> None:
    assert str(cls("no_body")) == "no_body"


def test_scrapy_knows_what_to_do_with_each() -> None:
    assert issubclass(WrongArgument, UsageError)
    assert issubclass(SetAside, DropItem)
    assert issubclass(NotWritten, DropItem)
