"""What a crawl keeps is whole after a kill, checked by warcio, and told apart from what is unchanged."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from warcio.archiveiterator import ArchiveIterator
from warcio.cli import main as warcio

from newscrawler.archives import warc_folder
from newscrawler.archives.exchange import payload_digest
from newscrawler.archives.warc_folder import WarcFolder
from newscrawler.exceptions import OutputError, WrongArgument
from tests.archives.warc_kit import page

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://harbour.example/news/quay?a=1"
KNOWN = {"run": "20261129T000000Z-1", "listing": "https://harbour.example/"}


def answer(body: bytes, status: int = 200, url: str = URL) -> HtmlResponse:
    headers = {"Content-Type": "text/html", "Transfer-Encoding": "chunked", "ETag": '"1"'}
    return HtmlResponse(url, status=status, headers=headers, body=body)


def keep(folder: WarcFolder, body: bytes, status: int = 200, url: str = URL) -> Any:
    return folder.keep(Request(url, headers={"Accept": "text/html"}), answer(body, status, url), KNOWN)


def check(*paths: Path) -> None:
    """As ``warcio check`` does: every digest of every record."""
    try:
        code = warcio(["check", *map(str, paths)])
    except SystemExit as end:
        code = end.code
    assert not code


def records(root: Path) -> list[tuple[str, str, bytes]]:
    found = []
    for path in sorted(root.rglob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                url = record.rec_headers.get_header("WARC-Target-URI")
                found.append((record.rec_type, url, record.content_stream().read()))
    return found


def test_an_exchange(tmp_path: Path) -> None:
    folder = WarcFolder(tmp_path / "warc", "harbour", 0)
    kept = keep(folder, page(1))
    folder.sync()
    folder.close()
    (path,) = (tmp_path / "warc").rglob("*.warc.gz")
    check(path)
    info, response, request, metadata = records(tmp_path)
    assert info[0] == "warcinfo"
    assert response == ("response", URL, page(1))
    assert request[:2] == ("request", URL)
    assert metadata[2] == b"run: 20261129T000000Z-1\r\nlisting: https://harbour.example/\r\n"
    assert kept.file == f"harbour/{path.name}"
    with path.open("rb") as file:
        file.seek(kept.offset)
        record = next(iter(ArchiveIterator(file)))
        assert record.rec_headers.get_header("WARC-Record-ID") == kept.record_id
        assert record.http_headers.get_header("ETag") == '"1"'
        assert record.http_headers.get_header("Transfer-Encoding") is None


def test_the_name_of_each_file_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[Path] = []
    monkeypatch.setattr(warc_folder, "sync_names", named.append)
    folder = WarcFolder(tmp_path, "harbour", 1)
    for number in range(2):
        keep(folder, page(number), url=f"{URL}{number}")
    folder.sync()
    folder.sync()
    files = sorted((tmp_path / "harbour").glob("*.warc.gz"))
    assert named == files
    folder.close()
    again = WarcFolder(tmp_path, "harbour", 0)
    keep(again, page(3))
    again.sync()
    assert named[-1] == files[-1], "whoever made it may have been killed before"
    again.close()


def test_what_is_unchanged_is_a_revisit_in_later_runs_too(tmp_path: Path) -> None:
    for body, status in ((page(1), 200), (page(1), 200), (b"", 304), (page(2), 200), (page(1), 200)):
        folder = WarcFolder(tmp_path, "harbour", 0)
        keep(folder, body, status)
        folder.sync()
        folder.close()
    kinds = [kind for kind, url, _ in records(tmp_path) if kind in {"response", "revisit"}]
    assert kinds == ["response", "revisit", "revisit", "response", "response"]
    check(*tmp_path.rglob("*.warc.gz"))
    assert len(list(tmp_path.rglob("*.warc.gz"))) == 1


def test_errors_are_kept_and_are_nothing_to_refer_to(tmp_path: Path) -> None:
    folder = WarcFolder(tmp_path, "harbour", 0)
    for _ in range(2):
        keep(folder, b"gone", 404)
    keep(folder, b"", 304)
    folder.close()
    assert [kind for kind, *_ in records(tmp_path)].count("response") == 3


def test_a_new_file_after_the_bound(tmp_path: Path) -> None:
    folder = WarcFolder(tmp_path, "harbour", 3000)
    for number in range(6):
        keep(folder, page(number), url=f"{URL}{number}")
    folder.close()
    paths = list(tmp_path.rglob("*.warc.gz"))
    assert len(paths) > 2
    check(*paths)
    assert Counter(kind for kind, *_ in records(tmp_path))["response"] == 6


@pytest.mark.parametrize("index", ["kept", "lost", "damaged"])
def test_a_torn_record_is_cut_off(index: str, tmp_path: Path) -> None:
    folder = WarcFolder(tmp_path, "harbour", 0)
    keep(folder, page(1))
    folder.sync()
    keep(folder, page(2), url=f"{URL}2")
    folder.close()  # killed: the second is not committed
    (path,) = tmp_path.rglob("*.warc.gz")
    whole = path.stat().st_size
    with path.open("ab") as file:
        file.write(path.read_bytes()[:300][5:])
    if index != "kept":
        (tmp_path / "harbour" / ".index.db").write_bytes(b"x" * 5000 if index == "damaged" else b"")
    folder = WarcFolder(tmp_path, "harbour", 0)
    assert (folder.cut, path.stat().st_size) == (295, whole)
    keep(folder, page(3), url=f"{URL}3")
    folder.close()
    check(path)
    assert [body for kind, _, body in records(tmp_path) if kind == "response"] == [page(1), page(2), page(3)]


def test_a_folder_that_goes_away(tmp_path: Path) -> None:
    folder = WarcFolder(tmp_path, "harbour", 0)
    keep(folder, page(1))
    (path,) = tmp_path.rglob("*.warc.gz")
    path.unlink()
    with pytest.raises(OutputError, match=r"cannot keep pages in WARC_DIR=.*the file has been removed"):
        keep(folder, page(2))
    folder.close()


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in ("gone/warc", "file"):
        with pytest.raises(OutputError, match="cannot keep pages in WARC_DIR="):
            WarcFolder(tmp_path / name, "harbour", 0)


def test_settings(tmp_path: Path) -> None:
    assert WarcFolder.of(Settings({"WARC_DIR": ""}), "harbour") is None
    with pytest.raises(WrongArgument, match="WARC_MAX_BYTES"):
        WarcFolder.of(Settings({"WARC_DIR": str(tmp_path), "WARC_MAX_BYTES": -1}), "harbour")


def test_digests() -> None:
    assert payload_digest(b"a") != payload_digest(b"b")
