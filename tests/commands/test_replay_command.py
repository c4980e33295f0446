"""``scrapy replay``: kept pages through today's declarations; what differs is written only if asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.archives.replay import AT_ONCE
from newscrawler.commands.replay import Command
from newscrawler.output.content_hash import content_hash
from newscrawler.output.line import from_line
from tests.crawl import crawl, read_jsonl
from tests.forks import scrapy
from tests.schema import validate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsroom.fixtures import NewsroomFactory

pytestmark = pytest.mark.slow


def replay(tmp_path: Path, *arguments: str) -> tuple[int, str]:
    done = scrapy(
        "replay", *arguments, "-s", f"OUTPUT_DIR={tmp_path / 'out'}", "-s", f"WARC_DIR={tmp_path / 'warc'}"
    )
    return done.returncode, done.stderr


def lines_of(tmp_path: Path, site: str = "tass") -> list[dict[str, Any]]:
    return read_jsonl(list((tmp_path / "out" / site).glob("*.jsonl")))


def spoil(tmp_path: Path, **values: Any) -> int:
    """Let all lines say something else, as an older version of ours might have; return how many there are."""
    paths = list((tmp_path / "out" / "tass").glob("*.jsonl"))
    lines = read_jsonl(paths)
    for line in lines:
        line.update(values)
        line["content_hash"] = content_hash(from_line(json.dumps(line)))
    for path in paths[1:]:
        path.unlink()
    paths[0].write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    for path in (tmp_path / "out").glob(".ledger.db*"):
        path.unlink()
    return len(lines)


@pytest.mark.parametrize(("spider", "layout"), [("tass", "today"), ("tass", "older"), ("any_site", "plain")])
def test_what_was_crawled_is_read_as_it_was(
    newsroom: NewsroomFactory, tmp_path: Path, spider: str, layout: str
) -> None:
    site = newsroom(layout)  # type: ignore[arg-type]
    given = {"site_url": site.base_url} if spider == "tass" else {"url": site.base_url}
    crawl(spider, tmp_path / "out", {"WARC_DIR": str(tmp_path / "warc")}, **given)
    asked = len(site.requests)
    code, said = replay(tmp_path)
    count = len(lines_of(tmp_path, "tass" if spider == "tass" else "127.0.0.1"))
    assert code == 0, said
    assert f"{count} lines: {count} the same, 0 would differ" in said
    assert len(site.requests) == asked


def test_a_bug_of_ours_is_mended_without_asking_again(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    settings = {"WARC_DIR": str(tmp_path / "warc")}
    crawl("tass", tmp_path / "out", settings, site_url=site.base_url, sections="science")
    before = {line["id"]: line for line in lines_of(tmp_path)}
    count = spoil(tmp_path, headline="Wrong", authors=["Share this"])
    asked = len(site.requests)
    code, said = replay(tmp_path, "tass", "--samples", "1")
    assert code == 0, said
    assert f"0 the same, {count} would differ" in said
    assert f"  headline: {count}\n" in said
    assert "'Wrong' -> " in said
    assert len(lines_of(tmp_path)) == count
    code, said = replay(tmp_path, "tass", "--apply")
    assert code == 0, said
    assert f"{count} revisions written" in said
    written = [line for line in lines_of(tmp_path) if line["revision"] == 2]
    assert len(written) == count < AT_ONCE
    for line in written:
        validate(line)
        assert line["changed_by"] == "extraction"
        assert {"headline", "authors"} <= set(line["changed"])
        assert line["headline"] == before[line["id"]]["headline"]
        assert line["fetched_at"] == before[line["id"]]["fetched_at"]
        assert line["archived"] == before[line["id"]]["archived"]
        assert line["content_hash"] == before[line["id"]]["content_hash"] != line["previous_hash"]
    run = read_jsonl([tmp_path / "out" / "runs.jsonl"])[-1]
    assert (run["id"], run["revised"]) == (written[0]["run_id"], count)
    code, said = replay(tmp_path, "--apply")
    assert f"{count} the same, 0 would differ" in said
    assert len(lines_of(tmp_path)) == 2 * count
    assert len(site.requests) == asked
    found = crawl("tass", tmp_path / "out", settings, site_url=site.base_url, sections="science")
    assert len(found.lines) == 2 * count  # the next crawl finds them known and unchanged


def test_pages_that_are_lost_or_damaged_are_told(newsroom: NewsroomFactory, tmp_path: Path) -> None:
    site = newsroom("today")
    settings = {"WARC_DIR": str(tmp_path / "warc")}
    crawl("tass", tmp_path / "out", settings, site_url=site.base_url, sections="science")
    lines = lines_of(tmp_path)
    (path,) = (tmp_path / "warc" / "tass").glob("*.warc.gz")
    data = bytearray(path.read_bytes())
    place = lines[0]["archived"]["offset"]
    data[place + 30 : place + 80] = bytes(50)
    path.write_bytes(data)
    code, said = replay(tmp_path)
    assert code == 0
    assert f"{len(lines)} lines: {len(lines) - 1} the same, 0 would differ" in said
    assert "not read: damaged_gzip: 1" in said
    assert lines[0]["id"] in said


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nowhere",), 2, "nowhere: no kept pages of it; there are: none"),
        (("--diff", "--apply"), 2, "--diff and --apply"),
    ],
)
def test_wrong_arguments(arguments: tuple[str, ...], code: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "warc").mkdir()
    found, stderr = replay(tmp_path, *arguments)
    assert (found, said in stderr) == (code, True)


def test_its_help_has_an_example() -> None:
    assert "Example: scrapy replay" in Command().long_desc()


def test_no_folder(tmp_path: Path) -> None:
    code, said = replay(tmp_path)
    assert code == 2
    assert "WARC_DIR names no folder with kept pages" in said
