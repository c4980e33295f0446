"""Text as a target: standard output, a file that appears when it is whole, or one that grows."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, BinaryIO, Protocol

from newscrawler.exceptions import OutputError
from newscrawler.exports.position_file import PositionFile
from newscrawler.exports.whole_file import WholeFile, cannot_write
from newscrawler.output.durable import sync_folder
from newscrawler.text.printable import printable_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newscrawler.exports.positions import Positions
    from newscrawler.exports.row import Row


class Form(Protocol):
    """How rows are written as text."""

    def head(self) -> bytes:
        """Return what stands before all rows."""
        ...

    def body(self, rows: Sequence[Row]) -> bytes:
        """Return the text of rows."""
        ...


class StreamTarget:
    """Standard output, or a pipe or device that has a name. A terminal shows all lines printable."""

    def __init__(self, form: Form, path: Path | None = None) -> None:
        self._form = form
        self._is_terminal = path is None and sys.stdout.isatty()
        self._name = str(path or "standard output")
        try:
            self._stream: BinaryIO = path.open("wb", buffering=0) if path else sys.stdout.buffer
        except OSError as error:
            raise cannot_write(self._name, error) from error
        try:
            self._put(form.head())
        except OutputError:
            self.abandon()
            raise

    def positions(self) -> Positions:
        """Return none: a stream is always new."""
        return {}

    def write(self, rows: Sequence[Row], positions: Positions) -> int:
        """Write the rows."""
        self._put(self._form.body(rows))
        return len(rows)

    def _put(self, data: bytes) -> None:
        if self._is_terminal:
            data = printable_page(data.decode("utf-8", "replace").replace("\r\n", "\n")).encode()
        try:
            self._stream.write(data)
            self._stream.flush()
        except BrokenPipeError as error:
            if self._stream is sys.stdout.buffer:  # or Python complains of it again at its end
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise OutputError(
                f"the program that reads {self._name} has ended: not all was exported"
            ) from error
        except OSError as error:
            raise cannot_write(self._name, error) from error

    def finish(self) -> None:
        """Close what was opened."""
        self.abandon()

    def abandon(self) -> None:
        """Close what was opened."""
        if self._stream is not sys.stdout.buffer:
            self._stream.close()


class TextTarget:
    """A file of text that appears under its name when it is whole."""

    def __init__(self, form: Form, path: Path) -> None:
        self._form = form
        self._file = WholeFile(path)
        self._file.write(form.head())

    def positions(self) -> Positions:
        """Return none: the file is always new."""
        return {}

    def write(self, rows: Sequence[Row], positions: Positions) -> int:
        """Write the rows."""
        self._file.write(self._form.body(rows))
        return len(rows)

    def finish(self) -> None:
        """Let the file appear."""
        self._file.finish()

    def abandon(self) -> None:
        """Remove what was written."""
        self._file.abandon()


class FollowingTextTarget:
    """A file of text that grows: what a killed export wrote beyond its position is cut off by the next."""

    def __init__(self, form: Form, path: Path, reader: str) -> None:
        self._form = form
        self._path = path
        self._position = PositionFile(path, reader)
        try:
            self._file = path.open("ab", buffering=0)
        except OSError as error:
            self._position.close()
            raise cannot_write(path, error) from error
        try:
            self._take_up()
        except OSError as error:
            self.abandon()
            raise cannot_write(path, error) from error
        except OutputError:
            self.abandon()
            raise

    def _take_up(self) -> None:
        done = self._position.done
        if os.fstat(self._file.fileno()).st_size < done:
            raise OutputError(
                f"{self._path} has lost bytes: remove it and {self._position.path}, then export anew"
            )
        self._file.truncate(done)
        if not done:
            self._append(self._form.head(), {})
            sync_folder(self._path.absolute().parent)

    def positions(self) -> Positions:
        """Return how far the lines were read."""
        return self._position.load()

    def write(self, rows: Sequence[Row], positions: Positions) -> int:
        """Add the rows, then commit the position."""
        try:
            self._append(self._form.body(rows), positions)
        except OSError as error:
            raise cannot_write(self._path, error) from error
        return len(rows)

    def _append(self, data: bytes, positions: Positions) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]
        os.fsync(self._file.fileno())
        self._position.save(self._position.done + len(data), positions)

    def finish(self) -> None:
        """Close the file."""
        self.abandon()

    def abandon(self) -> None:
        """Close the file; what counts in it is known."""
        self._file.close()
        self._position.close()
