"""Say in one line why a site's file cannot be loaded: file, line, what is wrong, what to do."""

from __future__ import annotations

import builtins
import re
import sys
import traceback
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawler.publication.notation import did_you_mean
from newscrawler.publication.source_line import shown_path

if TYPE_CHECKING:
    from types import FrameType

_UNEXPECTED = re.compile(r"(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'")
_CANNOT_IMPORT = re.compile(r"cannot import name '(\w+)' from '([\w.]+)'")


def explain(error: BaseException, folder: Path | None) -> str:
    """Return the line for the user.

    :param error: what the import raised.
    :param folder: where the site's files lie.
    """
    if isinstance(error, SyntaxError) and error.filename:
        return (
            f"{shown_path(Path(error.filename))}:{error.lineno}: not Python ({error.msg}): correct this line"
        )
    place, frame = _place(error, folder)
    return f"{place}{_said(error, frame)}".replace("\n", " ")


def _place(error: BaseException, folder: Path | None) -> tuple[str, FrameType | None]:
    """Return the last line of the site's own files that was run, and its frame."""
    place, frame = "", None
    for at, line in traceback.walk_tb(error.__traceback__):
        path = Path(at.f_code.co_filename)
        if folder is not None and path.is_relative_to(folder):
            place, frame = f"{shown_path(path)}:{line}: ", at
    return place, frame


def _said(error: BaseException, frame: FrameType | None) -> str:
    """Return what is wrong, and what may have been meant."""
    text = str(error).partition(". Did you mean")[0]
    names: dict[str, Any] = {**vars(builtins), **(frame.f_globals | frame.f_locals if frame else {})}
    if found := _UNEXPECTED.search(text):
        kind = names.get(found[1])
        known = [field.name for field in fields(kind)] if is_dataclass(kind) else []
        allowed = f"; allowed: {', '.join(known)}" if known else ""
        return f"{found[1]} has no field {found[2]!r}{did_you_mean(found[2], known) or allowed}"
    if isinstance(error, NameError):
        return f"{text}{did_you_mean(error.name or '', names) or '; import it, or correct the name'}"
    if found := _CANNOT_IMPORT.search(text):
        known = list(vars(sys.modules[found[2]])) if found[2] in sys.modules else []
        return f"{found[2]} has no {found[1]!r}{did_you_mean(found[1], known) or '; correct the import'}"
    if isinstance(error, ModuleNotFoundError):
        advice = did_you_mean(error.name or "", sys.modules) or "; correct the import, or install the package"
        return f"{text}{advice}"
    return f"{type(error).__name__}: {text}; correct this line"
