"""WARC folder: what a crawl fetches is appended to WARC files, in whole records, one folder for each site."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from newscrawler import __version__
from newscrawler.archives.exchange import exchange, payload_digest, warcinfo
from newscrawler.archives.members import end_of_whole
from newscrawler.archives.warc_index import Kept, WarcIndex
from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.items import Archived
from newscrawler.output.durable import sync_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy import Request
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

INDEX = ".index.db"


class WarcFolder:
    """Appends to the newest file of a site's folder; the site's lock keeps other runs out.

    What is appended is a whole exchange in one write. ``sync`` brings it to the disk: before a line that
    names it.
    """

    def __init__(self, folder: Path, site: str, largest: int) -> None:
        """Open the folder, and cut off what a killed run has left unfinished.

        :param folder: ``WARC_DIR``; it is made if only its last part is missing.
        :param largest: bytes after which a new file is begun; 0: never.
        :raises OutputError: it cannot be used.
        """
        self.root, self._site, self._largest = folder, site, largest
        self.folder = folder / site
        self.cut = 0
        """Bytes that were cut off."""
        self._descriptor = -1
        self._path = self.folder
        self._length = 0
        self._has_name = False
        """Whether the file's name is on the disk for sure."""
        try:
            folder.mkdir(exist_ok=True)
            self.folder.mkdir(exist_ok=True)
            self._index = WarcIndex(self.folder / INDEX)
            self._open_newest()
        except OSError as error:
            raise _cannot(self.root, error) from error

    @classmethod
    def of(cls, settings: BaseSettings, site: str) -> Self | None:
        """Return the folder that the settings name; None where none is named.

        :raises OutputError: it cannot be used.
        :raises WrongArgument: a setting is wrong.
        """
        name = settings.get("WARC_DIR") or ""
        if not name:
            return None
        largest = settings.getint("WARC_MAX_BYTES")
        if largest < 0:
            raise WrongArgument(f"WARC_MAX_BYTES is {largest}: give bytes, or 0 for files without a bound")
        return cls(Path(name), site, largest)

    def keep(self, request: Request, response: Response, known: Mapping[str, str]) -> Archived:
        """Append an exchange; return where its answer lies.

        :raises OutputError: the disk does not take it; nothing of it is left.
        """
        date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        earlier = self._index.find(response.url)
        data, length, record_id, is_whole = exchange(request, response, date, known, earlier)
        try:
            if self._descriptor < 0 or 0 < self._largest < self._length + length:
                self._begin_file()
            offset = self._append(data)
        except OSError as error:
            raise _cannot(self.root, error) from error
        if is_whole and response.status == 200:
            digest = payload_digest(response.body)
            self._index.enter(Kept(response.url, digest, date, self._path.name, offset))
        return Archived(str(self._path.relative_to(self.root)), offset, record_id)

    def sync(self) -> None:
        """Wait until all is on the disk.

        :raises OutputError: the disk could not write it.
        """
        if self._descriptor < 0:
            return
        try:
            self._to_disk()
        except OSError as error:
            raise _cannot(self.root, error) from error

    def close(self) -> None:
        """Give the files back."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        self._index.close()

    def _append(self, data: bytes) -> int:
        if os.fstat(self._descriptor).st_nlink == 0:
            raise OSError(errno.ENOENT, "the file has been removed", str(self._path))
        offset, rest = self._length, memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            os.ftruncate(self._descriptor, offset)
            raise
        self._length = offset + len(data)
        return offset

    def _to_disk(self) -> None:
        os.fsync(self._descriptor)
        if not self._has_name:
            sync_names(self._path)
            self._has_name = True
        self._index.commit(self._path.name, self._length)

    def _begin_file(self) -> None:
        if self._descriptor >= 0:
            self._to_disk()
            os.close(self._descriptor)
        now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        self._path = self.folder / f"{self._site}-{now}.warc.gz"
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        self._descriptor, self._length, self._has_name = os.open(self._path, flags, 0o644), 0, False
        self._append(
            warcinfo(self._path.name, {"software": f"newscrawler {__version__}", "isPartOf": self._site})
        )

    def _open_newest(self) -> None:
        """Go on with the newest file, as far as it is whole."""
        files = sorted(self.folder.glob("*.warc.gz"))
        if not files:
            return
        self._path = files[-1]
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW)
        size = os.fstat(self._descriptor).st_size
        known = self._index.length_of(self._path.name)
        self._length = size if known == size else self._end_of_whole(known if known < size else 0)
        if self._length < size:
            os.ftruncate(self._descriptor, self._length)
            os.fsync(self._descriptor)
            self.cut = size - self._length

    def _end_of_whole(self, start: int) -> int:
        with self._path.open("rb") as file:
            return end_of_whole(file, start)


def _cannot(folder: Path, error: OSError) -> OutputError:
    cause = error.strerror or str(error)
    return OutputError(
        f"cannot keep pages in WARC_DIR={folder}: {cause}; make the folder, free the disk or mend its "
        "permissions, then start again: what was not kept is asked for anew"
    )
