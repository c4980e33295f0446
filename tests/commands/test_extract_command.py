"""``scrapy extract``: saved pages and archives become lines, once, whatever is damaged or killed."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from newscrawler.commands.extract import Command
from tests.archives.warc_kit import bomb, bomb_in_http, no_http, page, record, with_length
from tests.crawl import read_jsonl
from tests.forks import SCRAPY, Fork, scrapy
from tests.schema import validate

pytestmark = pytest.mark.slow

ARCHIVES = Path(__file__).parents[1] / "archives"


def extract(output: Path, *arguments: str, timeout: float = 280) -> tuple[int, str]:
    done = scrapy("extract", *arguments, "-s", f"OUTPUT_DIR={output}", timeout=timeout)
    return done.returncode, done.stderr


def lines_of(output: Path) -> list[dict[str, Any]]:
    return read_jsonl([path for path in output.glob("*/*.jsonl") if path.parent.name != "rejected"])


def test_a_file_of_wget(tmp_path: Path) -> None:
    code, said = extract(tmp_path, str(ARCHIVES / "wget.warc.gz"))
    lines = lines_of(tmp_path)
    assert code == 0, said
    assert sorted(line["headline"] for line in lines) == [f"The quay opens, part {n}" for n in (1, 2, 3)]
    for line in lines:
        validate(line)
        assert line["published_at"] == f"2026-05-0{line['headline'][-1]}T10:00:00+03:00"
    assert "request 4" in said
    assert "http-404 1" in said


def test_a_folder_of_saved_pages(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "harbour.example" / "news").mkdir(parents=True)
    for number in range(3):
        (folder / "harbour.example" / "news" / f"quay-{number}.html").write_bytes(page(number))
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "empty.html").touch()
    (folder / "nameless.html").write_bytes(page(7))
    code, said = extract(tmp_path / "out", str(folder))
    lines = lines_of(tmp_path / "out")
    assert code == 0, said
    assert {line["url"] for line in lines} == {
        f"https://harbour.example/news/quay-{n}.html" for n in range(3)
    }
    assert "no page: " in said
    for reason in ("not_html 1", "empty 1", "no_url 1"):
        assert reason in said
    code, said = extract(tmp_path / "other", str(folder), "--url-from", "canonical")
    assert "no_url 4" in said


def test_what_got_nothing_is_not_good(tmp_path: Path) -> None:
    cut, menu = tmp_path / "cut.warc.gz", tmp_path / "menu.html"
    cut.write_bytes(record(1)[:-150])
    menu.write_bytes(b'<link rel=canonical href="https://paper.example/n"><title>News</title><a href=a>A</a>')
    for saved, code, line in (
        (cut, 1, "nothing was read: cut_off 1"),
        (menu, 3, "no article among the pages read: 1"),
    ):
        ended, said = extract(tmp_path / "out", str(saved))
        assert (ended, said.strip().rsplit("\n", 1)[-1]) == (code, line)


def damaged_archive(count: int) -> tuple[bytes, set[str], Counter[str]]:
    """Records as CC-NEWS has them, some damaged; the headlines of the sound ones; what is damaged."""
    chance = random.Random(22)
    records, headlines, damaged = [], set(), Counter[str]()
    for number in range(count):
        host = f"paper{chance.randrange(5)}.example"
        kind = chance.randrange(100)
        if kind < 90:
            records.append(record(number, host=host))
            headlines.add(f"Quay {number} opens")
        elif kind < 93:
            records.append(record(number, host=host, kind="revisit"))
        else:
            made, reason = chance.choice(
                [
                    (with_length("99", number), "wrong_length"),
                    (record(number)[:-150], "damaged_gzip"),
                    (no_http(number), "no_http_response"),
                    (record(number, headers=(("Content-Length", "99999"),)), "damaged_body"),
                    (record(number, b"\xff\xd8", media="image/jpeg"), ""),
                ]
            )
            records.append(made)
            damaged[reason] += 1
    records[count // 2 : count // 2] = [bomb(), bomb_in_http(count)]
    damaged["too_large"] += 2
    del damaged[""]
    records.append(record(count + 1)[:-9])
    damaged["cut_off"] += 1
    return b"".join(records), headlines, damaged


def check_damaged_archive(folder: Path, count: int) -> set[str]:
    """Read an archive, and hold lines and figures against what it has; return the headlines."""
    data, headlines, damaged = damaged_archive(count)
    path = folder / "CC-NEWS-20260505080000-00001.warc.gz"
    path.write_bytes(data)
    code, said = extract(folder / "out", str(path), timeout=1000)
    assert code == 0, said
    assert Counter(line["headline"] for line in lines_of(folder / "out")) == Counter(headlines)
    (counted,) = [line for line in said.split("\n") if line.startswith("  damaged: ")]
    found = {
        name: int(number.replace(",", ""))
        for name, number in (each.split() for each in counted[11:].split(", "))
    }
    assert sum(found.values()) == damaged.total()
    assert found["too_large"] == 2
    return headlines


@pytest.mark.timeout(1200)
def test_an_archive_of_five_thousand_records(tmp_path: Path) -> None:
    headlines = check_damaged_archive(tmp_path, 5000)
    assert len(headlines) > 4400


def test_an_archive_with_damaged_records_again_and_again(tmp_path: Path) -> None:
    headlines = check_damaged_archive(tmp_path, 400)
    path = tmp_path / "CC-NEWS-20260505080000-00001.warc.gz"
    code, said = extract(tmp_path / "out", str(path))
    assert code == 0
    assert "new" not in said.split(": ", 1)[1].split("\n")[0]
    assert len(lines_of(tmp_path / "out")) == len(headlines)


def test_killed_and_started_again(tmp_path: Path) -> None:
    path, out = tmp_path / "a.warc.gz", tmp_path / "out"
    path.write_bytes(b"".join(record(number, host=f"paper{number % 3}.example") for number in range(300)))
    command = ["extract", str(path), "-s", f"OUTPUT_DIR={out}", "-s", "EXPORT_BATCH_LINES=8"]
    for _ in range(3):
        with Fork(SCRAPY, command) as fork:
            enough = len(out_lines(out)) + 10  # whole lines: the last kill may have torn one
            while fork.poll() is None and len(out_lines(out)) < enough:
                time.sleep(0.01)
            fork.send_signal(signal.SIGKILL)
    code, said = extract(out, str(path))
    assert code == 0, said
    headlines = Counter(line["headline"] for line in lines_of(out))
    assert headlines == Counter(f"Quay {number} opens" for number in range(300))


def test_killed_it_leaves_no_reader(tmp_path: Path) -> None:
    path, out = tmp_path / "a.warc.gz", tmp_path / "out"
    path.write_bytes(b"".join(record(number) for number in range(3000)))
    with Fork(SCRAPY, ["extract", str(path), "--workers", "2", "-s", f"OUTPUT_DIR={out}"]) as fork:
        while fork.poll() is None and not out_lines(out):
            time.sleep(0.01)
        begun = descendants(fork.pid)
        assert len(begun) >= 2
        fork.send_signal(signal.SIGKILL)
        fork.communicate()
    until = time.monotonic() + 30
    while (left := [process for process in begun if runs(process)]) and time.monotonic() < until:
        time.sleep(0.05)
    assert left == []


def runs(process: Path) -> bool:
    """Tell whether a process has not ended; one that nobody has waited for has."""
    try:
        return process.joinpath("stat").read_text("ascii").rpartition(") ")[2][:1] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def descendants(pid: int) -> list[Path]:
    """Return the folder in /proc of each process below one."""
    lists = [path.read_text("ascii") for path in Path(f"/proc/{pid}/task").glob("*/children")]
    children = " ".join(lists).split()
    return [found for child in children for found in (Path("/proc", child), *descendants(int(child)))]


def out_lines(output: Path) -> list[bytes]:
    return [line for path in output.glob("*/*.jsonl") for line in path.read_bytes().split(b"\n")[:-1]]


def test_stopped_by_a_signal(tmp_path: Path) -> None:
    path, out = tmp_path / "a.warc.gz", tmp_path / "out"
    path.write_bytes(b"".join(record(number) for number in range(3000)))
    with Fork(SCRAPY, ["extract", str(path), "-s", f"OUTPUT_DIR={out}"]) as fork:
        while fork.poll() is None and not out_lines(out):
            time.sleep(0.01)
        fork.send_signal(signal.SIGTERM)
        stderr = fork.communicate()[1]
        assert fork.wait(0) == 130, stderr
    assert "stopped by a signal" in stderr
    assert lines_of(out)


def test_pages_at_several_times_are_revisions(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    captures = [
        record(1, page(1), date="2026-05-05T08:00:00Z"),
        record(1, page(1, " again"), date="2026-05-06T08:00:00Z"),
        record(1, page(1, " again"), date="2026-05-07T08:00:00Z"),
        record(1, page(1, " at last"), date="2026-05-08T08:00:00Z"),
    ]
    path.write_bytes(b"".join(captures))
    extract(tmp_path / "out", str(path))
    lines = lines_of(tmp_path / "out")
    assert [(line["revision"], line["fetched_at"][:10], line["changed"]) for line in lines] == [
        (1, "2026-05-05", []), (2, "2026-05-06", ["body"]), (3, "2026-05-08", ["body"])
    ]  # fmt: skip
    path.write_bytes(captures[1])  # older than what is known: no news
    code, said = extract(tmp_path / "out", str(path))
    assert code == 0
    assert "duplicate 1" in said
    assert len(lines_of(tmp_path / "out")) == 3


def test_a_site_that_is_busy(tmp_path: Path) -> None:
    from newscrawler.ledger.site_lock import SiteLock

    path, out = tmp_path / "a.warc.gz", tmp_path / "out"
    path.write_bytes(record(1, host="paper1.example") + record(2, host="paper2.example"))
    lock = SiteLock(out, "paper1.example")
    code, said = extract(out, str(path))
    lock.release()
    assert code == 75, said
    assert [line["site"] for line in lines_of(out)] == ["paper2.example"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "name a file or a folder"),
        (("nowhere.warc.gz",), 2, "nowhere.warc.gz: no such file or folder"),
        (("README.md", "--since", "noon"), 2, "--since"),
        (("README.md", "--since", "2026-05", "--until", "2026-04"), 2, "--since is later than --until"),
        (("README.md", "--workers", "-1"), 2, "--workers"),
        (("README.md", "-s", "LINE_MAX_BYTES=many"), 2, "LINE_MAX_BYTES is 'many': give a whole number"),
        (("README.md", "-s", "DOWNLOAD_MAXSIZE=many"), 2, "DOWNLOAD_MAXSIZE is 'many': give a number"),
    ],
)
def test_wrong_arguments(arguments: tuple[str, ...], code: int, said: str, tmp_path: Path) -> None:
    found, stderr = extract(tmp_path, *arguments)
    assert found == code
    assert said in stderr


def test_a_list_of_urls_is_for_a_crawl(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_text("https://harbour.example/news/quay-1\nhttps://harbour.example/news/quay-2\n")
    code, said = extract(tmp_path / "out", str(path))
    assert code == 2
    assert f"{path} is a list of URLs" in said
    assert f"scrapy crawl any_site -a urls={path}" in said


def test_nothing_at_all(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, said = extract(tmp_path / "out", str(tmp_path / "empty"))
    assert code == 1
    assert "nothing was read" in said


def test_its_help_has_an_example() -> None:
    assert "Example: scrapy extract" in Command().long_desc()
