"""One run of a site at a time; the lock dies with its process and notices when its folder is taken away."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import Busy, OutputError
from newscrawler.ledger.site_lock import SiteLock

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from newscrawler.ledger.site_lock import SiteLock
lock = SiteLock(Path(sys.argv[1]), "press")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_one_is_told_who_holds_it(tmp_path: Path) -> None:
    lock = SiteLock(tmp_path, "press")
    with pytest.raises(Busy, match=rf"press.*process {os.getpid()}"):
        SiteLock(tmp_path, "press")
    SiteLock(tmp_path, "other").release()
    lock.release()
    SiteLock(tmp_path, "press").release()


def test_it_dies_with_its_process(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Busy, match=f"process {holder.pid}"):
            SiteLock(tmp_path, "press")
        holder.kill()
        holder.wait()
        SiteLock(tmp_path, "press").release()


def test_a_folder_that_is_taken_away_is_noticed(tmp_path: Path) -> None:
    lock = SiteLock(tmp_path / "output", "press")
    lock.check()
    (tmp_path / "output").rename(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="is gone"):
        lock.check()
    SiteLock(tmp_path / "output", "press")  # another run makes a folder of its own
    with pytest.raises(OutputError, match="is gone"):
        lock.check()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file")
    with pytest.raises(OutputError, match="OUTPUT_DIR"):
        SiteLock(tmp_path / "output", "press")
