"""The zone of a newsroom follows from its country and from the offsets that it prints."""

from __future__ import annotations

import pytest

from newscrawler.drafts.zone_evidence import country_of_host, zones_of


@pytest.mark.parametrize(
    ("host", "country"),
    [("a.de", "DE"), ("a.co.uk", "GB"), ("a.com", None), ("a.tv", None), ("a.eu", None), ("a.com.au", "AU")],
)
def test_the_country_of_a_host(host: str, country: str | None) -> None:
    assert country_of_host(host) == country


def test_one_zone_of_many() -> None:
    summer = ["2026-07-01T12:00:00+10:00", "2026-01-01T12:00:00+10:00", "2026-01-01T12:00:00Z", "yesterday"]
    zones = zones_of("AU", summer)
    assert "Australia/Brisbane" in zones
    assert "Australia/Sydney" not in zones
    assert zones_of("DE", [])[0] == "Europe/Berlin"


def test_without_a_country_the_offsets_speak() -> None:
    assert "Asia/Kathmandu" in zones_of(None, ["2026-07-01T12:00:00+05:45"])
    assert zones_of(None, []) == []
