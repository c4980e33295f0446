"""The id of an output folder, by which a ledger knows it: machines may share a ledger and not a disk."""

from __future__ import annotations

import logging
import os
import re
from typing import TYPE_CHECKING

from newscrawler.exceptions import OutputError
from newscrawler.output.durable import sync_folder
from newscrawler.output.folder import id_file

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger(__name__)

_ID = re.compile(rb"[0-9a-f]{12}\Z")


def store_id(output: Path) -> str:
    """Return the id that is kept in an output folder; a folder without one gets one.

    One process at a time may ask. What is no id is that file's damage: the folder gets a new id, and the
    ledger reads its lines anew.

    :raises OutputError: the file cannot be read or written.
    """
    path = id_file(output)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            found = os.pread(descriptor, 64, 0)
            if not _ID.match(found):
                if found:
                    logger.warning("%s is damaged and made anew: the ledger reads the lines again", path)
                found = os.urandom(6).hex().encode()
                os.ftruncate(descriptor, 0)
                os.pwrite(descriptor, found, 0)
                os.fsync(descriptor)
                sync_folder(path.parent)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise OutputError(f"cannot use {path}: {error.strerror}; mend its permissions") from error
    return found.decode("ascii")
