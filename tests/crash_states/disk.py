"""A disk that promises what POSIX does: bytes are safe once a file is synced, names once a folder is."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from tests.crash_states.recorder import Step

BLOCK = 512
NAMES_IN_EVERY_WAY = 3
"""Of more names that are not safe, all, none, each alone and all but each are lost."""


@dataclass
class File:
    """The bytes that are on the disk for sure, and the writes and cuts since."""

    safe: bytes = b""
    open_steps: list[Step] = field(default_factory=list)

    def now(self) -> bytes:
        return applied(self.safe, self.open_steps)

    def states(self, dice: random.Random) -> list[bytes]:
        """Return what the file may hold after a power cut: each kind of loss once."""
        if not self.open_steps:
            return [self.safe]
        whole, last = self.now(), self.open_steps[-1]
        before = applied(self.safe, self.open_steps[:-1])
        found = [whole, self.safe, before, zeroed(self.safe, whole)]
        if last.what == "write":
            data = last.data
            ends = {1, len(data) - 1, dice.randrange(len(data) + 1), data.rfind(b"\n", 0, -1) + 1}
            found += [written(before, last.offset, data[:end]) for end in sorted(ends)]
            found += [holed(self.safe, whole, dice) for _ in range(3)]
        if len(self.open_steps) > 1:  # a later one reached the disk before an earlier one
            found.append(applied(self.safe, self.open_steps[1:]))
        return list(dict.fromkeys(found))


def applied(data: bytes, steps: list[Step]) -> bytes:
    for step in steps:
        if step.what == "write":
            data = written(data, step.offset, step.data)
        else:
            data = data[: step.offset].ljust(step.offset, b"\0")
    return data


def written(data: bytes, offset: int, more: bytes) -> bytes:
    return data[:offset].ljust(offset, b"\0") + more + data[offset + len(more) :]


def zeroed(safe: bytes, whole: bytes) -> bytes:
    """The file has grown, but none of the new bytes are there."""
    return safe[: len(whole)].ljust(len(whole), b"\0")


def holed(safe: bytes, whole: bytes, dice: random.Random) -> bytes:
    """Some of the new blocks are there and some are not."""
    old = zeroed(safe, whole)
    blocks = range(0, len(whole), BLOCK)
    return b"".join((whole if dice.random() < 0.5 else old)[begin : begin + BLOCK] for begin in blocks)


@dataclass
class Disk:
    """Files and folders by path."""

    files: dict[str, File] = field(default_factory=dict)
    folders: set[str] = field(default_factory=lambda: {"."})
    open_names: dict[str, Step] = field(default_factory=dict)
    """Paths whose being there, or being gone, is not on the disk yet."""
    removed: dict[str, File] = field(default_factory=dict)

    def do(self, step: Step) -> None:
        match step.what:
            case "make":
                self.files[step.path] = File()
                self.open_names[step.path] = step
            case "folder":
                self.folders.add(step.path)
                self.open_names[step.path] = step
            case "write" | "cut":
                self.files[step.path].open_steps.append(step)
            case "sync":
                file = self.files[step.path]
                file.safe, file.open_steps = file.now(), []
            case "sync_failed":  # the kernel calls the pages clean: no later sync writes them
                if (lost := self.files.get(step.path)) is not None:  # none: a folder, whose names stay open
                    lost.open_steps = []
            case "sync_folder":
                self._sync_folder(step.path)
            case "remove":
                self.removed[step.path] = self.files.pop(step.path)
                self.open_names[step.path] = step
            case "rename":
                raise NotImplementedError("no crawl renames a file of its own; the ledger's are SQLite's")

    def _sync_folder(self, folder: str) -> None:
        for path in [path for path in self.open_names if above(path) == folder]:
            del self.open_names[path]
            self.removed.pop(path, None)

    def states(self, dice: random.Random) -> Iterator[dict[str, bytes | None]]:
        """Yield what the disk may show after a power cut: path -> bytes, None for a folder."""
        names = sorted(self.open_names)
        if len(names) <= NAMES_IN_EVERY_WAY:
            chosen = [
                set(some) for count in range(len(names) + 1) for some in itertools.combinations(names, count)
            ]
        else:
            chosen = [
                set(),
                set(names),
                *({name} for name in names),
                *(set(names) - {name} for name in names),
            ]
        for not_done in chosen:
            gone = {path for path in names if (path in not_done) != (path in self.removed)}
            yield from self._states_without(gone, dice)

    def _states_without(self, gone: set[str], dice: random.Random) -> Iterator[dict[str, bytes | None]]:
        there = {path: file for path, file in {**self.removed, **self.files}.items() if not under(path, gone)}
        folders = [path for path in sorted(self.folders) if path != "." and not under(path, gone)]
        unsure = [path for path, file in there.items() if file.open_steps]
        safe = {path: file.safe for path, file in there.items()}
        for contents in itertools.product(*(there[path].states(dice) for path in unsure)):
            yield {**dict.fromkeys(folders), **safe, **dict(zip(unsure, contents, strict=True))}


def above(path: str) -> str:
    return str(PurePosixPath(path).parent)


def under(path: str, gone: set[str]) -> bool:
    return path in gone or any(str(parent) in gone for parent in PurePosixPath(path).parents)
