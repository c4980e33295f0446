"""What a person names: files, folders, archives in them, packed archives."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from newscrawler.archives.inputs import PlacedBlock, check_inputs, sources_in
from newscrawler.archives.kept_page import NoPage
from newscrawler.exceptions import WrongArgument
from tests.archives.warc_kit import record

if TYPE_CHECKING:
    from pathlib import Path


def names(*paths: Path) -> list[str]:
    """The end of each source's URL, its reason, or its file's name."""
    return [
        source.block.url.rpartition("/")[2]
        if isinstance(source, PlacedBlock)
        else source.reason if isinstance(source, NoPage) else source.name
        for source in sources_in(paths)
    ]  # fmt: skip


def test_a_folder_with_everything(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.html").write_text("<html>")
    (tmp_path / "a.html.json").write_text("{}")
    (tmp_path / "empty.html").touch()
    (tmp_path / "b" / "c.warc.gz").write_bytes(record(1) + record(2))
    (tmp_path / "b" / "plain-name").write_bytes(record(3, compressed=False))
    (tmp_path / "b" / "none.warc.gz").write_bytes(b"nothing")
    with ZipFile(tmp_path / "b" / "d.wacz", "w", ZIP_DEFLATED) as packed:
        packed.writestr("archive/data.warc.gz", record(4) + record(5)[:-9])
        packed.writestr("datapackage.json", "{}")
    assert names(tmp_path) == [
        "a.html", "empty.html", "quay-1", "quay-2", "quay-4", "cut_off", "no_warc_record", "quay-3"
    ]  # fmt: skip


def test_the_place_of_a_record(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(record(1) + record(2))
    places = [source.place for source in sources_in([path]) if isinstance(source, PlacedBlock)]
    assert places == [f"{path}, record 1", f"{path}, record 2"]


@pytest.mark.parametrize(("data", "found"), [(b"PK\x03\x04nonsense", "damaged_zip")])
def test_a_packed_archive_that_is_none(data: bytes, found: str, tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    path.write_bytes(data)
    assert names(path) == [found]
    with ZipFile(path, "w") as packed:
        packed.writestr("pages.jsonl", "{}")
    assert names(path) == ["no_warc_record"]


def test_a_sidecar_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    assert names(tmp_path) == []
    assert names(tmp_path / "a.json") == ["a.json"]


def test_inputs_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(WrongArgument, match="no such file or folder"):
        check_inputs([str(tmp_path), str(tmp_path / "gone")])
