"""Record what this process does to the files of a folder, and the ledger as it stands after each commit."""

from __future__ import annotations

import errno
import os
import pickle
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from newscrawler.ledger import tables
from newscrawler.ledger.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Step:
    """One thing that was done, in the order in which it was."""

    what: str
    """``make``, ``folder``, ``write``, ``cut``, ``sync``, ``sync_failed``, ``sync_folder``, ``remove``,
    ``rename`` or ``commit``."""
    path: str = ""
    """Relative to the folder."""
    offset: int = 0
    """Of a ``write``; the new size of a ``cut``."""
    data: bytes = b""
    """Of a ``write``; the new name of a ``rename``; of a ``commit`` the ledger, see ``ledger_of``."""
    lines: frozenset[tuple[str, int]] = frozenset()
    """Of a ``commit``: id and revision of the articles that the ledger has."""


@dataclass
class Recorder:
    """Wraps the calls of ``os`` that change files; a process has one."""

    folder: str
    failing: int = 0
    """The sync that fails, counted from 1; 0: none does."""
    steps: list[Step] = field(default_factory=list)
    _syncs: int = 0
    _paths: dict[int, str] = field(default_factory=dict)
    """Descriptor -> path of a file of the folder."""

    def start(self) -> None:
        for name in (
            "open",
            "close",
            "write",
            "pwrite",
            "ftruncate",
            "fsync",
            "mkdir",
            "rename",
            "replace",
            "unlink",
        ):
            setattr(os, name, self._wrapped(getattr(os, name), getattr(self, f"_{name}")))
        self._record_commits()

    @staticmethod
    def _wrapped(real: Any, recorded: Any) -> Any:
        return lambda *args, **options: recorded(real, *args, **options)

    def save(self, path: Path) -> None:
        path.write_bytes(pickle.dumps(self.steps))

    def _inside(self, path: Any) -> str | None:
        """Return a path relative to the folder; None for one outside and for the ledger's own files."""
        if isinstance(path, int):
            return self._paths.get(path)
        text = os.path.abspath(os.fspath(path))  # noqa: PTH100 - Path calls what is wrapped here
        if text != self.folder and not text.startswith(self.folder + "/"):
            return None
        relative = os.path.relpath(text, self.folder)
        return None if relative.startswith(".ledger.db") else relative

    def _add(self, what: str, path: str | None, offset: int = 0, data: bytes = b"") -> None:
        if path is not None:
            self.steps.append(Step(what, path, offset, data))

    def _open(self, real: Any, path: Any, flags: int, *args: Any, **options: Any) -> int:
        inside = self._inside(path)
        is_new = inside is not None and not os.path.lexists(path)
        descriptor: int = real(path, flags, *args, **options)
        if inside is not None:
            self._paths[descriptor] = inside
            if is_new:
                self._add("make", inside)
        return descriptor

    def _close(self, real: Any, descriptor: int) -> None:
        self._paths.pop(descriptor, None)
        real(descriptor)

    def _write(self, real: Any, descriptor: int, data: Any) -> int:
        inside = self._paths.get(descriptor)
        offset = os.fstat(descriptor).st_size if inside is not None else 0  # all are opened to append
        written: int = real(descriptor, data)
        self._add("write", inside, offset, bytes(data[:written]))
        return written

    def _pwrite(self, real: Any, descriptor: int, data: Any, offset: int) -> int:
        written: int = real(descriptor, data, offset)
        self._add("write", self._paths.get(descriptor), offset, bytes(data[:written]))
        return written

    def _ftruncate(self, real: Any, descriptor: int, size: int) -> None:
        real(descriptor, size)
        self._add("cut", self._paths.get(descriptor), size)

    def _fsync(self, real: Any, descriptor: int) -> None:
        inside = self._paths.get(descriptor)
        self._syncs += inside is not None
        if inside is not None and self._syncs == self.failing:
            self._add("sync_failed", inside)
            raise OSError(errno.EIO, "Input/output error")
        real(descriptor)
        is_folder = inside is not None and os.path.isdir(os.path.join(self.folder, inside))  # noqa: PTH112, PTH118
        self._add("sync_folder" if is_folder else "sync", inside)

    def _mkdir(self, real: Any, path: Any, *args: Any, **options: Any) -> None:
        real(path, *args, **options)
        self._add("folder", self._inside(path))

    def _rename(self, real: Any, source: Any, target: Any, **options: Any) -> None:
        real(source, target, **options)
        if (inside := self._inside(source)) is not None:
            self._add("rename", inside, data=(self._inside(target) or "").encode())

    _replace = _rename

    def _unlink(self, real: Any, path: Any, **options: Any) -> None:
        real(path, **options)
        self._add("remove", self._inside(path))

    def _record_commits(self) -> None:
        real, recorder = Database.transaction, self

        @contextmanager
        def transaction(database: Database) -> Iterator[Any]:
            with real(database) as connection:
                yield connection
            recorder.steps.append(Step("commit", data=ledger_of(database), lines=lines_of(database)))

        Database.transaction = transaction  # type: ignore[method-assign]


def ledger_of(database: Database) -> bytes:
    """Return the ledger as it stands: SQLite's two files, or the rows of a PostgreSQL."""
    if database.path is not None:
        wal = Path(f"{database.path}-wal")
        files = database.path.read_bytes(), wal.read_bytes() if wal.exists() else b""
        return zlib.compress(pickle.dumps(files), 1)
    with database.reading() as connection:
        rows = {
            name: [dict(row._mapping) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')]
            for name in tables.metadata.tables
        }
    return zlib.compress(pickle.dumps(rows), 1)


def lines_of(database: Database) -> frozenset[tuple[str, int]]:
    article = tables.article_table.c
    with database.reading() as connection:
        rows = connection.execute(select(article.id, article.revision))
        return frozenset((article_id, revision) for article_id, revision in rows)
