"""Parquet as a target: one file that appears when it is whole, or a folder to which files are added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from newscrawler.exceptions import OutputError
from newscrawler.exports.arrow import SCHEMA, table_of
from newscrawler.exports.position_file import PositionFile
from newscrawler.exports.whole_file import WholeFile, cannot_write
from newscrawler.output.durable import make_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newscrawler.exports.positions import Positions
    from newscrawler.exports.row import Row


class ParquetFile:
    """One Parquet file, compressed by zstd."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = WholeFile(path)
        self._writer = pq.ParquetWriter(self._file.file, SCHEMA, compression="zstd")

    def positions(self) -> Positions:
        """Return none: the file is always new."""
        return {}

    def write(self, rows: Sequence[Row], positions: Positions) -> int:
        """Add the rows as a row group."""
        try:
            if rows:
                self._writer.write_table(table_of(rows))
        except OSError as error:
            raise cannot_write(self._path, error) from error
        return len(rows)

    def finish(self) -> None:
        """Write the footer, let the file appear."""
        try:
            self._writer.close()
        except OSError as error:
            raise cannot_write(self._path, error) from error
        self._file.finish()

    def abandon(self) -> None:
        """Remove what was written."""
        self._file.abandon()


class ParquetFolder:
    """A folder with one more Parquet file for each export that found new lines.

    The file is made whole before the position is committed. An export that is killed in between is done again
    by the next one, into the same file.
    """

    def __init__(self, folder: Path, reader: str) -> None:
        self._folder = folder
        if folder.is_file():
            raise OutputError(f"{folder} is a file; --follow adds files to a folder: name another one")
        self._position = PositionFile(folder, reader)
        try:
            make_folder(folder)
        except OSError as error:
            raise cannot_write(folder, error) from error
        self._read: Positions = {}
        self._part: Any = None

    def positions(self) -> Positions:
        """Return how far the lines were read."""
        return self._position.load()

    def write(self, rows: Sequence[Row], positions: Positions) -> int:
        """Add the rows to the new file."""
        if rows and self._part is None:
            self._part = ParquetFile(self._folder / f"part-{self._position.done + 1:06}.parquet")
        written: int = self._part.write(rows, positions) if rows else 0
        self._read.update(positions)
        return written

    def finish(self) -> None:
        """Let the new file appear, then commit the position."""
        if self._part is not None:
            self._part.finish()
        self._position.save(self._position.done + (self._part is not None), self._read)
        self._position.close()

    def abandon(self) -> None:
        """Remove the new file."""
        if self._part is not None:
            self._part.abandon()
        self._position.close()
