"""Mend the files beside the lines, rejections and runs, after a kill or a power cut."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from newscrawler.output import day_files
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger(__name__)

_END = 1 << 20
"""Bytes of a file's end that are looked at: many times what is written between two syncs."""


def mend(path: Path) -> None:
    """Cut off an unfinished last line and blank lines with zeroed blocks; say so.

    What such a line told is told again: it was not yet synced, so nothing counts it as written.

    :raises OutputError: the file cannot be read or written.
    """
    if not path.exists():
        return
    if cut := day_files.cut_torn_end(path):
        logger.warning("%s: cut off an unfinished line of %d bytes", path, cut)
    if blanked := day_files.blank_zeroed_lines(path, _END):
        logger.warning("%s: %s zeroed, as by a power cut", path, some(len(blanked), "line"))


def mend_newest(folder: Path) -> None:
    """Mend the two newest day files of a folder: a run that goes past midnight writes to both.

    :raises OutputError: a file cannot be read or written.
    """
    plain = [file.path for file in day_files.day_files(folder) if not file.compressed]
    for path in plain[-2:]:
        mend(path)
