"""Lines are read once, whole, in their order, whatever else lies in the folder."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newscrawler.exports.lines import Selection, read_lines
from newscrawler.exports.summary import Summary
from newscrawler.output.line import to_line
from tests.exports.written import article, write

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.exports.positions import Positions


def read(
    output: Path, positions: Positions | None = None, summary: Summary | None = None, **more: Any
) -> list[str]:
    """Return the ids of the lines; move the positions on."""
    positions = {} if positions is None else positions
    selection = Selection(output, ["press"], **{"longest": 10_000, "positions": dict(positions), **more})
    found = []
    for line in read_lines(selection, selection.days(), summary or Summary()):
        positions[line.day] = line.position
        if line.values is not None:
            found.append(line.values["id"].removeprefix("press:"))
    return found


def test_what_is_no_line_is_counted_named_and_passed_over(tmp_path: Path) -> None:
    summary = Summary()
    day = write(tmp_path, [article(1), b'{"torn": \n', b"   \n", b"[]\n", b"\n"])
    write(tmp_path, [to_line(article(2, body="x" * 50_000)), article(3), to_line(article(4))[:-1]])
    (day.parent / "notes.txt").write_text("not a day file")
    assert read(tmp_path, summary=summary) == ["1", "3"]
    assert dict(summary.counts) == {"torn": 2, "foreign": 1, "too_long": 1}
    assert f"{day} byte {len(to_line(article(1)))}" in "".join(summary)


def test_reading_goes_on_where_it_stopped(tmp_path: Path) -> None:
    positions: Positions = {}
    half = to_line(article(2))
    write(tmp_path, [article(1), half[:100]])
    assert read(tmp_path, positions) == ["1"]
    write(tmp_path, [half[100:], article(3)])
    write(tmp_path, [article(4)], day="2026-05-05")
    assert read(tmp_path, positions) == ["2", "3", "4"]
    assert read(tmp_path, positions) == []


def test_a_day_may_be_compressed_and_go_on(tmp_path: Path) -> None:
    positions: Positions = {}
    day = write(tmp_path, [article(1), article(2)])
    assert read(tmp_path, positions) == ["1", "2"]
    packed = day.with_name(day.name + ".gz")
    packed.write_bytes(gzip.compress(day.read_bytes() + b'{"torn'))
    day.unlink()
    summary = Summary()
    assert read(tmp_path, positions, summary) == []
    assert summary.counts["torn"] == 1
    write(tmp_path, [article(3)])
    assert read(tmp_path, positions) == ["3"]
    write(tmp_path, [article(4)])
    assert read(tmp_path, positions) == ["4"]


def test_damaged_and_shrunken_files_make_the_export_incomplete(tmp_path: Path) -> None:
    summary = Summary()
    positions: Positions = {}
    day = write(tmp_path, [article(1), article(2)])
    damaged = day.with_name("2026-05-03.jsonl.gz")
    damaged.write_bytes(gzip.compress(to_line(article(9)) * 500)[:-20])
    assert read(tmp_path, positions, summary)[-2:] == ["1", "2"]
    assert summary.counts["unreadable_file"] == 1
    day.write_bytes(to_line(article(1)))
    assert read(tmp_path, positions, summary) == []
    assert summary.counts["shrunken_file"] == 1
    assert summary.incomplete


def test_since_and_until_look_at_fetched_at(tmp_path: Path) -> None:
    write(tmp_path, [article(1, fetched_at="2026-05-03T23:00:00+00:00")], day="2026-05-03")
    write(
        tmp_path,
        [article(2), article(3, fetched_at="2026-05-04T20:00:00+00:00"), article(4, fetched_at=None)],
    )
    write(tmp_path, [article(5, fetched_at="2026-05-05T00:00:00+00:00")], day="2026-05-05")
    noon, evening = (datetime(2026, 5, 4, hour, tzinfo=UTC) for hour in (12, 19))
    assert read(tmp_path, since=noon) == ["2", "3", "4", "5"]
    assert read(tmp_path, until=evening) == ["1", "2", "4"]
    assert read(tmp_path, since=noon, until=evening) == ["2", "4"]
