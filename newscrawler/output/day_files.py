"""Day files: append whole lines, read them, and cut off the torn line that a killed writer left."""

from __future__ import annotations

import gzip
import os
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from newscrawler.exceptions import OutputError
from newscrawler.output import durable
from newscrawler.output.folder import can_name_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_DAY_FILE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.([a-z0-9][a-z0-9_-]*))?\.jsonl(\.gz)?\Z")
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class DayFile:
    """A day file on the disk, plain or compressed."""

    day: str
    path: Path
    size: int
    compressed: bool
    machine: str = ""
    """The machine that writes it, where its name says so."""

    @property
    def stem(self) -> str:
        """Day and machine, as in the file's name."""
        return f"{self.day}.{self.machine}" if self.machine else self.day


def day_files(folder: Path) -> list[DayFile]:
    """Return the day files of a folder by day and machine, the compressed one before the plain one.

    :raises OutputError: the folder cannot be read.
    """
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if match := _DAY_FILE.match(entry.name):
                    size = entry.stat().st_size
                    path = folder / entry.name
                    found.append(DayFile(match[1], path, size, bool(match[3]), match[2] or ""))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _cannot("read", folder, error) from error
    return sorted(found, key=lambda file: (file.day, file.machine, not file.compressed))


def sites_in(output: Path) -> list[str]:
    """Return the sites that have day files in the output folder."""
    if not output.is_dir():
        return []
    return sorted(
        folder.name
        for folder in output.iterdir()
        if folder.is_dir() and can_name_site(folder.name) and day_files(folder)
    )


def append(path: Path, data: bytes, *, expected: int | None = None) -> int:
    """Append whole lines, wait until they are on the disk, and return the offset at which they begin.

    :param expected: offset at which the file must end; with ``None`` an unfinished last line is cut off
        first.
    :raises OutputError: they could not be written. Of lines that did not fit, the whole ones stay. When the
        disk could not sync them, the file is cut back to where they began.
    """
    try:
        descriptor = _open(path)
        try:
            start = os.lseek(descriptor, 0, os.SEEK_END)
            if expected is None:
                start = _cut(descriptor, start)
            elif start != expected:
                raise OutputError(
                    f"{path} has {start} bytes instead of {expected}: another program writes to it; "
                    "stop that program, then start again"
                )
            _write(descriptor, data, start)
            try:
                sync(descriptor)
                if start == 0:  # whoever made the file may not have come to this
                    durable.sync_names(path)
            except OSError:
                # The kernel may call the lines clean now: a later sync would say yes and write nothing.
                os.ftruncate(descriptor, start)
                raise
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _cannot("write", path, error) from error
    return start


def _open(path: Path) -> int:
    flags = os.O_RDWR | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        return os.open(path, flags)
    except FileNotFoundError:
        durable.make_folder(path.parent)
        return os.open(path, flags | os.O_CREAT, 0o644)


def _write(descriptor: int, data: bytes, start: int) -> None:
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except OSError:
        written = data[: len(data) - len(rest)]
        os.ftruncate(descriptor, start + written.rfind(b"\n") + 1)
        raise


def sync(descriptor: int) -> None:
    """Wait until the file is on the disk."""
    os.fsync(descriptor)


def _cut(descriptor: int, size: int) -> int:
    """Cut off what follows the last line end; return the new size."""
    end = _end_of_lines(lambda length, begin: os.pread(descriptor, length, begin), size)
    if end < size:
        os.ftruncate(descriptor, end)
        sync(descriptor)
    return end


def _end_of_lines(read: Callable[[int, int], bytes], size: int) -> int:
    end = size
    while end > 0:
        begin = max(0, end - _CHUNK)
        newline = read(end - begin, begin).rfind(b"\n")
        if newline >= 0:
            return begin + newline + 1
        end = begin
    return 0


def unfinished(path: Path) -> bytes:
    """Return what follows the last line end of a file: empty if its last line is whole."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            descriptor = file.fileno()
            end = _end_of_lines(lambda length, begin: os.pread(descriptor, length, begin), size)
            file.seek(end)
            return file.read()
    except OSError as error:
        raise _cannot("read", path, error) from error


def has_line_end(path: Path, offset: int) -> bool:
    """Tell whether a line begins at an offset: at the file's start, or after a line end."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, offset - 1))
            return offset == 0 or file.read(1) == b"\n"
    except OSError as error:
        raise _cannot("read", path, error) from error


def cut_torn_end(path: Path) -> int:
    """Cut off an unfinished last line; return how many bytes that was."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
        try:
            size = os.lseek(descriptor, 0, os.SEEK_END)
            return size - _cut(descriptor, size)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _cannot("repair", path, error) from error


def write_anew(path: Path, start: int) -> None:
    """Write what a file has from an offset on once more, as it is, and wait until it is on the disk.

    After a failed sync a kernel counts the pages as clean; only pages that are written again reach the disk.

    :raises OutputError: the disk could not take it.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
        try:
            offset = start
            while data := os.pread(descriptor, _CHUNK, offset):
                offset += os.pwrite(descriptor, data, offset)
            sync(descriptor)
        finally:
            os.close(descriptor)
        durable.sync_folder(path.parent)
    except OSError as error:
        raise _cannot("sync", path, error) from error


def blank_zeroed_lines(path: Path, last: int | None = None) -> list[int]:
    """Turn lines that have zero bytes into blank ones of the same length; return where they begin.

    No line has a zero byte. A power cut leaves blocks of them where the file system had not written the data.

    :param last: bytes of the file's end that are looked at; None: all.
    :raises OutputError: the file cannot be read or written.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
        try:
            blanked: list[int] = []
            with open(descriptor, "rb", closefd=False) as lines:
                offset = 0 if last is None else max(0, os.fstat(descriptor).st_size - last)
                lines.seek(offset)
                offset += len(lines.readline()) if offset else 0
                for line in lines:
                    if b"\0" in line:
                        os.pwrite(descriptor, b" " * (len(line) - 1), offset)
                        blanked.append(offset)
                    offset += len(line)
            if blanked:
                sync(descriptor)
            return blanked
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _cannot("repair", path, error) from error


def end_line(path: Path) -> None:
    """Write the line end that a whole last line lacks."""
    try:
        with path.open("ab") as file:
            file.write(b"\n")
            file.flush()
            sync(file.fileno())
    except OSError as error:
        raise _cannot("repair", path, error) from error


@contextmanager
def reading(file: DayFile) -> Iterator[BinaryIO]:
    """Open a day file for reading; offsets in a compressed one are those of its plain text."""
    try:
        with gzip.open(file.path) if file.compressed else file.path.open("rb") as stream:
            yield cast("BinaryIO", stream)
    except (OSError, EOFError) as error:
        raise _cannot("read", file.path, error) from error


def _cannot(what: str, path: Path, error: Exception) -> OutputError:
    cause = getattr(error, "strerror", None) or str(error)
    return OutputError(
        f"cannot {what} {path}: {cause}; check the free disk space and the folder's permissions"
    )
