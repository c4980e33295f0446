"""A wrong setting ends each command with one line and code 2, before anything is read or written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scrapy.cmdline import _get_commands_dict
from scrapy.utils.project import get_project_settings

from newscrawler import settings as own
from newscrawler.commands import checked_settings
from newscrawler.commands.checked_settings import ChecksSettings, check_settings
from newscrawler.exceptions import WrongArgument
from tests.forks import SCRAPY, Fork

PACKAGE = Path(own.__file__).parent


def checked(**given: object) -> str:
    """Return what is said of settings of the command line; nothing where they will do."""
    settings = checked_settings.get_project_settings()
    settings.setdict(given, "cmdline")
    try:
        check_settings(settings)
    except WrongArgument as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("EXPORT_BATCH_LINES", "abc", "give a whole number of at least 0"),
        ("EXPORT_BATCH_LINES", "1.5", "give a whole number of at least 0"),
        ("EXPORT_BATCH_LINES", "", "give a whole number of at least 0"),
        ("EXPORT_BATCH_LINES", "-1", "give a whole number of at least 0"),
        ("EXPORT_BATCH_SECONDS", "soon", "give a number of at least 0"),
        ("EXPORT_BATCH_SECONDS", "nan", "give a number of at least 0"),
        ("CRAWL_DELAY_MAX", "inf", "give a number of at least 0"),
        ("HOST_MAX_BYTES", "1GB", "give a whole number of at least 0"),
        ("DOWNLOAD_DELAY", "abc", "give a number"),
        ("CONCURRENT_REQUESTS", "x", "give a number"),
        ("ROBOTSTXT_OBEY", "maybe", "give True or False"),
        ("BACK_OFF", "yes", "give True or False"),
        ("LOG_LEVEL", "LOUD", "give DEBUG, INFO, WARNING, ERROR or CRITICAL"),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", "[1]", "give an object in JSON"),
        ("PLAYWRIGHT_LAUNCH_OPTIONS", "slow", "give an object in JSON"),
    ],
)
def test_a_text_that_is_not_of_the_settings_type(name: str, text: str, said: str) -> None:
    assert checked(**{name: text}) == f"{name} is {text!r}: {said}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EXPORT_BATCH_LINES", "0"),
        ("EXPORT_BATCH_LINES", 5),
        ("EXPORT_BATCH_SECONDS", "0.5"),
        ("CRAWL_DELAY_MAX", "2.5"),
        ("DOWNLOAD_TIMEOUT", "2.5"),
        ("RETRY_PRIORITY_ADJUST", "-2"),
        ("ROBOTSTXT_OBEY", "False"),
        ("ROBOTSTXT_OBEY", "1"),
        ("LOG_LEVEL", "WARNING"),
        ("LOG_LEVEL", "10"),
        ("LOG_LEVEL", 10),
        ("EXTENSIONS", '{"mine.Extension": 1}'),
        ("EXTENSIONS", {"mine.Extension": 1}),
        ("SPIDER_MODULES", "mine.spiders"),
        ("OUTPUT_DIR", "a"),
        ("ASYNCIO_EVENT_LOOP", ""),
    ],
)
def test_what_will_do(name: str, value: object) -> None:
    assert checked(**{name: value}) == ""


@pytest.mark.parametrize(
    ("name", "meant"),
    [("OUTPUT_DIRR", "OUTPUT_DIR"), ("output_dir", "OUTPUT_DIR"), ("LOGLEVEL", "LOG_LEVEL")],
)
def test_a_name_that_is_misspelled(name: str, meant: str) -> None:
    assert checked(**{name: "x"}) == f"there is no setting {name}; did you mean {meant}?"


def test_a_log_file_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    said = f"LOG_FILE is '{folder}/a.log': there is no folder {folder} that can be written to"
    assert checked(LOG_FILE=f"{folder}/a.log") == said
    assert checked(LOG_FILE=str(tmp_path / "a.log")) == ""
    assert checked(LOG_FILE="a.log") == ""
    assert checked(LOG_FILE="") == ""


def test_a_settings_module_with_a_text_for_a_number() -> None:
    settings = get_project_settings()
    settings.set("DOWNLOAD_DELAY", "abc", "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checked_settings, "get_project_settings", lambda: settings)
        assert checked() == "DOWNLOAD_DELAY is 'abc': give a number"


def test_settings_of_a_users_own_part() -> None:
    assert checked(MY_OUTPUT="x", PAPER_KEY="y") == ""
    settings = get_project_settings()
    settings.set("OUTPUT_DIRS", "x", "project")  # it stands in a settings module
    check_settings(settings)


def test_each_command_checks_its_settings() -> None:
    unchecked = {
        name
        for name, command in _get_commands_dict(get_project_settings(), inproject=True).items()
        if not isinstance(command, ChecksSettings) and type(command).__module__.startswith("newscrawler.")
    }
    assert unchecked == set()


@pytest.mark.parametrize("command", [["crawl", "tass"], ["list"], ["status"], ["fetch", "http://a.example/"]])
def test_a_command_ends_with_one_line(command: list[str]) -> None:
    fork = Fork(SCRAPY, [*command, "-s", "DOWNLOAD_DELAY=abc"])
    assert fork.communicate() == ("", "DOWNLOAD_DELAY is 'abc': give a number\n")
    assert fork.returncode == 2


def test_a_number_is_read_as_it_is_declared() -> None:
    """By its default a setting is known to be a whole number, or one that may have a fraction."""
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    for kind, method in ((int, "getint"), (float, "getfloat")):
        read = {name for name in re.findall(rf"\.{method}\(\s*\"([A-Z_]+)\"", code) if hasattr(own, name)}
        assert len(read) > 10
        assert {name for name in read if type(getattr(own, name)) is not kind} == set()
