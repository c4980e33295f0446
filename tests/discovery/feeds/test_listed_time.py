"""Times as listings state them."""

from __future__ import annotations

import pytest

from newscrawler.discovery.feeds.listed_time import whole_instant

WHOLE = "2026-11-23T10:00:00"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mon, 23 Nov 2026 10:00:00 +0000", WHOLE + "+00:00"),
        ("Mon, 23 Nov 2026 10:00:00 GMT", WHOLE + "+00:00"),
        ("Mon,23 Nov 2026 10:00:00 EST", WHOLE + "-05:00"),
        ("23 Nov 2026 10:00 Z", WHOLE + "+00:00"),
        ("Mon, 23 November 2026 10:00:00 +0100", WHOLE + "+01:00"),
        ("Mon, 23 Nov 26 10:00:00 UT", WHOLE + "+00:00"),
        ("Mon, 23 Nov 2026 10:0:0 GMT", WHOLE + "+00:00"),
        ("lun., 23 nov. 2026 10:00:00 +0100", WHOLE + "+01:00"),
        ("Mon Nov 23 10:00:00 GMT 2026", WHOLE + "+00:00"),
        ("2026-11-23T10:00:00Z", WHOLE + "+00:00"),
        ("2026-11-23T10:00:00.123+0100", WHOLE + "+01:00"),
        ("2026-11-23 10:00:00 +0100", WHOLE + "+01:00"),
        ("20261123T100000Z", WHOLE + "+00:00"),
    ],
)
def test_whole_instants(text: str, found: str) -> None:
    assert whole_instant(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23",
        "2026-11-23 10:00:00",
        "Mon, 23 Nov 2026 10:00:00",
        "Tue, 23 Nov 26 10:00:00 UT",
        "yesterday",
        "2026",
    ],
)
def test_the_rest_is_as_printed(text: str) -> None:
    assert whole_instant(text) == text
    assert whole_instant("") is None
