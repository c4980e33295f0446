"""Durable folders: a name that was made is on the disk only when the folder above it has been synced."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FOLDERS_ABOVE = 3
"""Of a day file, or one of rejected pages, up to the output folder."""


def make_folder(folder: Path) -> None:
    """Make a folder with its parents, and wait until each of their names is on the disk.

    :raises OSError: it cannot be made or synced.
    """
    missing = []
    above = folder.absolute()
    while not above.is_dir():
        missing.append(above)
        above = above.parent
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        sync_folder(each.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk.

    :raises OSError: the disk could not write them.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_names(path: Path) -> None:
    """Wait until the name of a file is on the disk, and those of the folders in which it lies.

    They may have been made by a process that was killed, or whose sync failed, so that whether they are new
    says nothing.

    :raises OSError: the disk could not write them.
    """
    nearest, *others = path.absolute().parents[:_FOLDERS_ABOVE]
    sync_folder(nearest)
    for folder in others:
        with suppress(PermissionError):  # what we may not look into was there before us
            sync_folder(folder)
