"""The id of an output folder: kept, and made anew where it is damaged."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.output.folder import id_file
from newscrawler.output.store_id import store_id

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def output(tmp_path: Path) -> Path:
    id_file(tmp_path).parent.mkdir()
    return tmp_path


def test_it_is_kept(output: Path) -> None:
    first = store_id(output)
    assert len(first) == 12
    assert store_id(output) == first


def test_others_may_read_it_and_not_write_it(output: Path) -> None:
    before = os.umask(0)
    try:
        store_id(output)
    finally:
        os.umask(before)
    assert stat.S_IMODE(id_file(output).stat().st_mode) == 0o644


@pytest.mark.parametrize("damage", [b"", b"\0" * 12, b"abc", b"not hexadecimal"])
def test_what_is_no_id_is_made_anew(output: Path, damage: bytes, caplog: pytest.LogCaptureFixture) -> None:
    id_file(output).write_bytes(damage)
    first = store_id(output)
    assert id_file(output).read_text() == first == store_id(output)
    assert id_file(output).read_bytes() != damage
    said = [f"{id_file(output)} is damaged and made anew: the ledger reads the lines again"]
    assert caplog.messages == (said if damage else [])


def test_a_folder_that_cannot_be_used_is_said(output: Path) -> None:
    id_file(output).mkdir()
    with pytest.raises(OutputError, match=r"cannot use .*\.store: Is a directory; mend its permissions$"):
        store_id(output)
