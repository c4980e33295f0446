"""Durable folders: a name that was made is on the disk only when the folder above it has been synced."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


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
