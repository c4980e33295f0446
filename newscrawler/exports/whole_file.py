"""A file that appears under its name when it is whole: until then it is ``<name>.part``."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from newscrawler.exceptions import Busy, OutputError
from newscrawler.output.durable import sync_folder

if TYPE_CHECKING:
    from pathlib import Path


class WholeFile:
    """A new file in the place of an older one of the same name; one process at a time makes it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(path.name + ".part")
        try:
            self.file = self._part.open("ab", buffering=1 << 20)
        except OSError as error:
            raise cannot_write(path, error) from error
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.file.truncate(0)
        except BlockingIOError as error:
            self.file.close()
            raise Busy(f"another export writes {path}: let it end") from error
        except OSError as error:
            self.file.close()
            raise cannot_write(path, error) from error

    def write(self, data: bytes) -> None:
        """Add bytes.

        :raises OutputError: the disk does not take them.
        """
        try:
            self.file.write(data)
        except OSError as error:
            raise cannot_write(self._path, error) from error

    def finish(self) -> None:
        """Bring it to the disk, then give it its name.

        :raises OutputError: the disk does not take it.
        """
        try:
            self.file.flush()
            os.fsync(self.file.fileno())
            self._part.replace(self._path)
            self.file.close()
            sync_folder(self._path.absolute().parent)
        except OSError as error:
            raise cannot_write(self._path, error) from error

    def abandon(self) -> None:
        """Remove what was written."""
        with suppress(OSError):  # a full disk does not take the rest, which is not wanted
            self.file.close()
        self._part.unlink(missing_ok=True)


def cannot_write(name: Path | str, error: OSError) -> OutputError:
    """Return the error of the operating system as a line with its remedy."""
    cause = error.strerror or str(error)
    return OutputError(
        f"cannot write {name}: {cause}; check folder, permissions and free disk space, then export again"
    )
