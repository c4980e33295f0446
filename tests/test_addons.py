"""The User-Agent is honest and says how to reach the operator."""

import logging

import pytest
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from newscrawler.addons import ContactAddon
from newscrawler.exceptions import WrongArgument


def agent(contact: str) -> str:
    settings = Settings({"USER_AGENT": "newscrawler/1", "CONTACT": contact})
    ContactAddon().update_settings(settings)
    return settings["USER_AGENT"]


def test_the_contact_is_in_it() -> None:
    assert agent("desk@example.org") == "newscrawler/1 (+desk@example.org)"
    assert agent("https://example.org/bot") == "newscrawler/1 (+https://example.org/bot)"


def test_it_is_asked_for(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert agent("") == "newscrawler/1"
    assert "-s CONTACT=" in caplog.text


@pytest.mark.parametrize("contact", ["me", "a@b", "x@y.z\r\nX-Forged: 1"])
def test_nonsense_is_refused(contact: str) -> None:
    with pytest.raises(WrongArgument, match="CONTACT="):
        agent(contact)


def test_it_is_on_in_the_project() -> None:
    assert "newscrawler.addons.ContactAddon" in get_project_settings().getdict("ADDONS")
