"""Members: an archive is plain bytes, or gzip members, a damaged one of which ends where the next begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zlib_ng import zlib_ng

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import BinaryIO

CHUNK = 1 << 16
GZIP_START = b"\x1f\x8b\x08"
WARC_START = b"WARC/"
LONGEST_KEPT = 32 << 20
"""Bytes of a member that are kept while it is inflated, so that the next member is looked for in them."""
_PADDING = b"\0\r\n"
LONGEST_SKIP = 1 << 30
"""Bytes of what a gzip member inflates to that are passed over before the member is taken for a bomb."""


class Member:
    """What one gzip member inflates to, or a whole plain file: read in pieces, with a look ahead."""

    def __init__(self, pieces: Iterator[bytes], longest_skip: int | None = None) -> None:
        self._pieces = pieces
        self._ahead = bytearray()
        self._longest_skip = longest_skip
        self.fault = ""
        """Why it ends before its end: a slug."""

    def peek(self, size: int) -> bytes:
        """Return the next bytes without taking them: fewer only at the end."""
        while len(self._ahead) < size:
            try:
                self._ahead += next(self._pieces)
            except StopIteration:
                break
            except DamagedMember as error:
                self.fault = str(error)
                break
        return bytes(self._ahead[:size])

    def take(self, size: int) -> bytes:
        """Return the next bytes: fewer only at the end."""
        data = self.peek(size)
        del self._ahead[: len(data)]
        return data

    def take_until(self, mark: bytes, most: int) -> bytes | None:
        """Return the bytes before a mark and take both; None where it does not come within the most."""
        size = CHUNK
        while True:
            data = self.peek(min(size, most))
            found = data.find(mark)
            if found >= 0:
                self.take(found + len(mark))
                return data[:found]
            if len(data) < size or size >= most:
                return None
            size *= 2

    def skip_to(self, mark: bytes) -> bool:
        """Take the bytes before a mark; return False where it does not come."""
        skipped = 0
        while len(data := self.peek(CHUNK)) >= len(mark):
            found = data.find(mark)
            if found >= 0:
                self.take(found)
                return True
            skipped += len(self.take(len(data) - len(mark) + 1))
            if self._longest_skip is not None and skipped > self._longest_skip:
                break
        return False


class DamagedMember(Exception):
    """A gzip member cannot be inflated to its end."""


def members_of(file: BinaryIO) -> Iterator[Member | None]:
    """Yield the members of a file; a plain file is one.

    After a damaged member the next one that begins a WARC record is looked for; None stands for what is no
    such member.
    """
    tape = _Tape(file)
    if tape.peek(2) != GZIP_START[:2]:
        yield Member(_plain(tape))
        return
    is_told = False
    while True:
        is_there, is_clean = tape.find_member()
        if not is_clean and not is_told:
            yield None
        if not is_there:
            return
        pieces = _inflated(tape)
        member = Member(pieces, LONGEST_SKIP)
        yield member
        is_told = bool(member.fault)
        pieces.close()  # the tape stands behind what was read


class _Tape:
    """The bytes of a file with those that were read ahead."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._ahead = b""

    def peek(self, size: int) -> bytes:
        while len(self._ahead) < size and (data := self._file.read(CHUNK)):
            self._ahead += data
        return self._ahead[:size]

    def take(self) -> bytes:
        """Return all bytes at hand, or the next ones."""
        data, self._ahead = self._ahead or self._file.read(CHUNK), b""
        return data

    def give_back(self, data: bytes) -> None:
        self._ahead = data + self._ahead

    def find_member(self) -> tuple[bool, bool]:
        """Move to the next member that begins a record.

        :return: whether there is one, and whether nothing but padding lies before it.
        """
        is_clean = True
        while data := self.peek(CHUNK):
            found = data.find(GZIP_START)
            passed = data[:found] if found >= 0 else data[: max(len(data) - len(GZIP_START) + 1, 1)]
            is_clean = is_clean and not passed.strip(_PADDING)
            self._ahead = self._ahead[len(passed) :]
            if found >= 0:
                if begins_record(self.peek(CHUNK)):
                    return True, is_clean
                is_clean = False
                self._ahead = self._ahead[1:]
        return False, is_clean


def begins_record(data: bytes) -> bool:
    """Tell whether a gzip member begins here, and what it inflates to is a WARC record."""
    try:
        return zlib_ng.decompressobj(31).decompress(data, len(WARC_START)) == WARC_START
    except zlib_ng.error:  # type: ignore[misc]  # its stub takes the class for an object
        return False


def _plain(tape: _Tape) -> Iterator[bytes]:
    while data := tape.take():
        yield data


def _inflated(tape: _Tape) -> Generator[bytes]:
    """Yield what a member inflates to, in pieces of bounded size.

    :raises DamagedMember: ``damaged_gzip``, ``cut_off``.
    """
    decoder = zlib_ng.decompressobj(31)
    rest, passed = b"", bytearray()
    try:
        while not decoder.eof:
            given = rest or tape.take()
            if len(passed) <= LONGEST_KEPT and not rest:
                passed += given
            if not given:
                rest = bytes(passed[1:])
                raise DamagedMember("cut_off")
            try:
                piece = decoder.decompress(given, CHUNK)
            except zlib_ng.error:  # type: ignore[misc]  # as above
                # what was inflated before may have been the next members already
                rest = bytes(passed[1:]) if len(passed) <= LONGEST_KEPT else given[1:]
                raise DamagedMember("damaged_gzip") from None
            rest = decoder.unused_data or decoder.unconsumed_tail
            if piece:
                yield piece
    finally:
        tape.give_back(rest)


def end_of_whole(file: BinaryIO, start: int) -> int:
    """Return where the last whole gzip member of a file ends.

    :param start: where one begins, or the file ends.
    """
    file.seek(start)
    end, position, data = start, start, file.read(CHUNK)
    while data:
        decoder = zlib_ng.decompressobj(31)
        while not decoder.eof:
            try:
                decoder.decompress(data)
            except zlib_ng.error:  # type: ignore[misc]  # as above
                return end
            position += len(data)
            if not decoder.eof and not (data := file.read(CHUNK)):
                return end
        position -= len(decoder.unused_data)
        end, data = position, decoder.unused_data or file.read(CHUNK)
    return end
