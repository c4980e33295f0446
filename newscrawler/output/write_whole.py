"""Write a file as a whole: whoever reads it sees the old one or the new one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside the old one, then rename it.

    :raises OutputError: the folder cannot be written to.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        msg = f"cannot write {path}: {error.strerror}; name another file or mend the folder's permissions"
        raise OutputError(msg) from error
