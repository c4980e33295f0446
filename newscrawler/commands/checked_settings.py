"""Settings that a person gives, checked before a command begins: is there such a one, and is it a number?"""

from __future__ import annotations

import json
import logging
import os
import sys
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.settings import SETTINGS_PRIORITIES, default_settings
from scrapy.utils.project import get_project_settings

from newscrawler.commands.terminal import write_line
from newscrawler.exceptions import WrongArgument
from newscrawler.publication.notation import did_you_mean
from newscrawler.run.endings import EXIT_WRONG_ARGUMENTS

if TYPE_CHECKING:
    import argparse

    from scrapy.settings import BaseSettings, Settings

_LIKENESS = 0.9
"""Of an unknown name to a known one, from which it is misspelled: users may have settings of their own."""


class ChecksSettings:
    """Part of each command: a wrong setting ends it with one line and code 2.

    It is no command itself, since Scrapy takes each class of commands in this folder for one.
    """

    settings: Settings | None

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the settings when the command line has been read."""
        super().process_options(args, opts)  # type: ignore[misc]  # that of Scrapy's command
        assert self.settings is not None
        try:
            check_settings(self.settings)
        except WrongArgument as error:
            write_line(str(error))
            sys.exit(EXIT_WRONG_ARGUMENTS)


def check_settings(settings: BaseSettings) -> None:
    """Check names and values of settings against those of the project.

    :raises WrongArgument: a name of the command line is misspelled, or a text is not of the setting's type.
    """
    project = get_project_settings()
    for name in sorted(settings):
        value = settings[name]
        if name not in project:
            if settings.getpriority(name) == SETTINGS_PRIORITIES["cmdline"] and (
                hint := did_you_mean(name, project, _LIKENESS)
            ):
                raise WrongArgument(f"there is no setting {name}{hint}")
        elif isinstance(value, str) and (wanted := _wanted(name, value, _default(name, project))):
            raise WrongArgument(f"{name} is {value!r}: give {wanted}")
    log = settings.get("LOG_FILE")
    if log and not os.access(folder := Path(log).absolute().parent, os.W_OK):
        raise WrongArgument(f"LOG_FILE is {log!r}: there is no folder {folder} that can be written to")


def _default(name: str, project: BaseSettings) -> Any:
    """Return a value of the type that a setting has: a settings module may have a wrong one, too."""
    return getattr(default_settings, name, None) if isinstance(project[name], str) else project[name]


def _wanted(name: str, text: str, default: Any) -> str | None:
    """Return what a setting should have been given in place of a text, None where the text will do."""
    if name == "LOG_LEVEL":
        levels = logging.getLevelNamesMapping()
        return None if text in levels or text.isdecimal() else "DEBUG, INFO, WARNING, ERROR or CRITICAL"
    if isinstance(default, bool):
        return None if text in {"0", "1", "True", "False", "true", "false"} else "True or False"
    if isinstance(default, int | float):
        return _wanted_number(text, default, is_ours=not hasattr(default_settings, name))
    if isinstance(default, dict):
        return None if _is_object(text) else "an object in JSON"
    return None


def _wanted_number(text: str, default: float, *, is_ours: bool) -> str | None:
    """Return what number is wanted; Scrapy takes a fraction in the place of some whole numbers."""
    is_whole = is_ours and isinstance(default, int)
    try:
        number = int(text) if is_whole else float(text)
    except ValueError:
        number = float("nan")
    if isfinite(number) and (number >= 0 or not is_ours):
        return None
    return f"a {'whole ' if is_whole else ''}number{' of at least 0' if is_ours else ''}"


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
