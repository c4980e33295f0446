"""A bound for the memory of each page's process: what scripts keep outside of their heap counts, too."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawler.rendering.processes import children

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscrawler.rendering.processes import Process

DATA_BYTES = 1536 * 1024**2
"""A usual page takes some 170 MB of its own."""
MAKERS = (b"--type=zygote", b"--type=renderer")
"""Chromium's processes in which pages run, and those that they are made from, whose bounds they inherit."""


def bound_pages(browsers: Iterable[Process]) -> int:
    """Let the processes in which a browser's pages will run have so much memory and no more.

    What asks for more gets none, and crashes: its tab, not the machine. Only Linux has such a bound.

    :param browsers: processes that were started, with the browser below one of them.
    :return: how many processes have the bound.
    """
    if sys.platform != "linux":
        return 0
    import resource  # noqa: PLC0415 - Windows has none

    bound = 0
    for process in _with_all_below(browsers):
        with suppress(OSError, ValueError):
            if any(maker in Path(f"/proc/{process.number}/cmdline").read_bytes() for maker in MAKERS):
                resource.prlimit(process.number, resource.RLIMIT_DATA, (DATA_BYTES, DATA_BYTES))
                bound += 1
    return bound


def _with_all_below(processes: Iterable[Process]) -> Iterator[Process]:
    for process in processes:
        yield process
        yield from _with_all_below(children(process.number))
