"""A list that an argument names: a file, or ``-`` for standard input; it can be read again and again."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, cast

from newscrawler.exceptions import WrongArgument

if TYPE_CHECKING:
    from tempfile import _TemporaryFileWrapper

STANDARD_INPUT = "-"


def list_name(given: str) -> str:
    """Return what a list is called: its file's name without the folder, which is nobody's business.

    >>> list_name("/home/ann/urls.txt"), list_name("-")
    ('urls.txt', 'standard input')
    """
    return "standard input" if given == STANDARD_INPUT else Path(given).name


def open_list(argument: str, given: str) -> BinaryIO:
    """Open a list at its beginning.

    What can be read only once, standard input or a pipe, is copied to a temporary file first.

    :param argument: name of the argument, with which the error begins.
    :raises WrongArgument: it cannot be read.
    """
    try:
        if given != STANDARD_INPUT and (path := Path(given)).is_file():
            return path.open("rb")
        copy = os.fdopen(os.dup(_copied(given).fileno()), "rb")
        copy.seek(0)
    except OSError as error:
        raise WrongArgument(
            f"{argument}{given}: {error.strerror}; name a file with one URL a line, or - for standard input"
        ) from None
    return copy


@cache
def _copied(given: str) -> _TemporaryFileWrapper[bytes]:
    """Return what was read from a place that can be read once; the file is gone when the process ends."""
    with nullcontext(sys.stdin.buffer) if given == STANDARD_INPUT else Path(given).open("rb") as pipe:
        copy = TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        atexit.register(copy.close)
        shutil.copyfileobj(pipe, copy)
    copy.flush()
    return cast("_TemporaryFileWrapper[bytes]", copy)
