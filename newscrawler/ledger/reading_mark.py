"""The page that is being read, marked where a killed process leaves it: a page that kills ends one run.

A parser may die on a page that nobody has seen, or the kernel may end a process that a page made too large.
But a ``kill -9`` from outside may hit any page, so that a page at which a run died is only a suspect: the
next run tries it in a process of its own (``newscrawler.run.trial``). The mark costs a write of a few
microseconds for each page; nothing waits for the disk.
"""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Self

from newscrawler.exceptions import OutputError
from newscrawler.output.folder import reading_file
from newscrawler.output.locks import open_lock_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)

REASON: Final = "killed_the_reader"

_DEATHS = 3
"""Of runs at one page that none has read to its end, before it is not even tried: the trial ended the run."""

_KEPT = timedelta(days=7)
"""After which a page is tried again: it may have been mended, and so may the parser."""

_MARK = 4096
"""Bytes at the file's start that hold the URL of the page that is being read; the suspects follow."""

_MOST = 1000
"""Suspects that are remembered, the latest: a page that is listed no more is never read to its end."""


class ReadingMark:
    """The file of one site; a run holds it, since it holds the site."""

    def __init__(self, path: Path) -> None:
        """Open the file, and count the page at which the last run died.

        :raises OutputError: the file cannot be used.
        """
        self._path = path
        self._descriptor = open_lock_file(path)
        self._suspects: dict[str, tuple[int, datetime]] = {}
        """URL -> how many runs died while they read it, and when the last one was noticed."""
        try:
            data = os.pread(self._descriptor, 1 << 20, 0)
            self._suspects = dict(_suspects(data[_MARK:]))
            if url := _text(data[:_MARK]):
                self._suspect(url)
        except OSError as error:
            raise self._unusable(error) from error

    @classmethod
    def of(cls, output: Path, site: str) -> Self:
        """Return the mark of a site.

        :raises OutputError: its file cannot be used.
        """
        return cls(reading_file(output, site))

    def close(self) -> None:
        """Give the file back."""
        os.close(self._descriptor)

    def suspects(self, url: str) -> bool:
        """Tell whether a run died at a page, and none has read it to its end since."""
        return url in self._suspects

    def condemns(self, url: str) -> bool:
        """Tell whether a page is not to be read, because it kills what reads it."""
        deaths, last = self._suspects.get(url, (0, datetime.now(UTC)))
        return deaths >= _DEATHS and datetime.now(UTC) - last < _KEPT

    def condemn(self, url: str) -> None:
        """Remember that a page kills what reads it.

        :raises OutputError: the file cannot be written.
        """
        self._enter(url, _DEATHS)
        logger.warning("a process died while it read %s: the page is rejected as %s", url, REASON)

    @contextmanager
    def at(self, url: str, *, to_its_end: bool = True) -> Iterator[None]:
        """Mark a page while it is being read.

        :param to_its_end: nothing reads the page after this, so that it is no suspect any more.
        :raises OutputError: the file cannot be written.
        """
        self._write(url)
        try:
            yield
        finally:
            self._write("")
        if to_its_end and url in self._suspects:  # it was something else that killed
            del self._suspects[url]
            self._save()

    def _suspect(self, url: str) -> None:
        deaths = self._suspects.get(url, (0,))[0] + 1
        self._enter(url, deaths)
        self._write("")
        logger.warning(
            "the last run was killed while it read %s: %s",
            url,
            f"the page is rejected as {REASON}"
            if deaths >= _DEATHS
            else "it is tried in a process of its own first",
        )

    def _enter(self, url: str, deaths: int) -> None:
        self._suspects.pop(url, None)
        self._suspects[url] = deaths, datetime.now(UTC)
        self._suspects = dict(list(self._suspects.items())[-_MOST:])
        self._save()

    def _save(self) -> None:
        lines = [f"{deaths} {last.isoformat()} {url}\n" for url, (deaths, last) in self._suspects.items()]
        try:
            os.ftruncate(self._descriptor, _MARK)
            os.pwrite(self._descriptor, "".join(lines).encode("utf-8", "replace"), _MARK)
        except OSError as error:
            raise self._unusable(error) from error

    def _write(self, url: str) -> None:
        try:
            os.pwrite(self._descriptor, url.encode("utf-8", "replace")[: _MARK - 1] + b"\0", 0)
        except OSError as error:
            raise self._unusable(error) from error

    def _unusable(self, error: OSError) -> OutputError:
        return OutputError(f"cannot use {self._path}: {error.strerror}; check the disk space and permissions")


def _text(data: bytes) -> str:
    return data.partition(b"\0")[0].decode("utf-8", "replace")


def _suspects(data: bytes) -> Iterator[tuple[str, tuple[int, datetime]]]:
    """Read the suspects; a line that is none is passed over, since the file is a memory that may be lost."""
    for line in data.decode("utf-8", "replace").splitlines():
        count, _, rest = line.partition(" ")
        moment, _, url = rest.partition(" ")
        try:
            last = datetime.fromisoformat(moment)
        except ValueError:
            continue
        if count.isdecimal() and url and last.tzinfo is not None and datetime.now(UTC) - last < 4 * _KEPT:
            yield url, (int(count), last)
