"""Inputs: what a person names, file by file, record by record: pages, WARC and WACZ files, folders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast
from zipfile import BadZipFile, ZipFile

from newscrawler.archives.blocks import Block, Damage, read_blocks
from newscrawler.archives.kept_page import NoPage
from newscrawler.archives.members import GZIP_START, WARC_START, begins_record
from newscrawler.archives.saved_url import SIDECARS
from newscrawler.exceptions import WrongArgument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ZIP_START = b"PK\x03\x04"
_LOOK = 1 << 16


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A WARC record and the file that it lies in."""

    block: Block
    place: str


Source = Path | PlacedBlock | NoPage
"""A saved page, an archived record, or what is damaged."""


def check_inputs(names: Sequence[str]) -> list[Path]:
    """Return the files and folders that are named.

    :raises WrongArgument: one is not there, or cannot be read.
    """
    paths = [Path(name) for name in names]
    for path in paths:
        if not path.exists():
            raise WrongArgument(f"{path}: no such file or folder")
        if not os.access(path, os.R_OK):
            raise WrongArgument(f"{path}: it cannot be read; mend its permissions")
    return paths


def sources_in(paths: Sequence[Path]) -> Iterator[Source]:
    """Yield what lies in files and folders, in the order of their names."""
    for path in paths:
        for file in _files_in(path):
            yield from _sources_of(file, is_named=file == path)


def _files_in(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            yield Path(folder) / name


def _sources_of(path: Path, *, is_named: bool) -> Iterator[Source]:
    """Yield what a file holds.

    :param is_named: a person has named this very file: then it is no sidecar.
    """
    try:
        start = _start_of(path)
    except OSError as error:
        yield NoPage("unreadable", f"{path}: {error.strerror}", is_damaged=True)
        return
    if start.startswith(WARC_START) or (start.startswith(GZIP_START) and begins_record(start)):
        with path.open("rb") as file:
            yield from _blocks_of(file, str(path))
    elif start.startswith(_ZIP_START) and path.suffix in {".wacz", ".zip"}:
        yield from _packed(path)
    elif path.suffix in {".warc", ".wacz"} or path.name.endswith(".warc.gz"):
        yield NoPage("no_warc_record", str(path), is_damaged=True)
    elif is_named or not _is_sidecar(path):
        yield path


def _start_of(path: Path) -> bytes:
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(_LOOK)


def _is_sidecar(path: Path) -> bool:
    return path.name.endswith(SIDECARS)


def _packed(path: Path) -> Iterator[Source]:
    """Yield the records of the WARC files in a WACZ file."""
    try:
        with ZipFile(path) as packed:
            names = [name for name in packed.namelist() if name.endswith((".warc", ".warc.gz"))]
            if not names:
                yield NoPage("no_warc_record", str(path), is_damaged=True)
            for name in names:
                with packed.open(name) as file:
                    yield from _blocks_of(cast("BinaryIO", file), f"{path}:{name}")
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        yield NoPage("damaged_zip", f"{path}: {error}", is_damaged=True)


def _blocks_of(file: BinaryIO, name: str) -> Iterator[Source]:
    for found in read_blocks(file):
        place = f"{name}, record {found.number}"
        if isinstance(found, Damage):
            yield NoPage(found.reason, place, is_damaged=True)
        else:
            yield PlacedBlock(found, place)
