"""The page of a month: it says what is the matter, escapes what publishers say, and needs no network."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.ledger.health_memory import AlarmRow
from newscrawler.report.charts import bars, days_until, strip
from newscrawler.report.gather import gather
from newscrawler.report.latest_lines import latest_lines
from newscrawler.report.page import alarm_days, page
from newscrawler.report.word_diff import word_diff
from tests.report.month import HOSTILE, NOW, make_month, settings_of

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("month")
    make_month(folder)
    return folder


@pytest.fixture(scope="module")
def text(output: Path) -> str:
    return page(gather(settings_of(output), now=NOW), output, NOW)


def test_the_page_names_what_is_wrong_where_and_what_to_do(text: str) -> None:
    assert '<span class="state unhealthy">unhealthy</span> <span class="nowrap">(2 alarms)' in text
    assert "headline: from site for 0% of the last 20 articles, usually 99%" in text
    assert "scrapy savepage https://gazette.example/news/101" in text
    assert "no listing could be read (http-503 ×2)" in text
    assert "answers 503" in text
    assert "<del>spring</del><ins>December</ins>" in text
    assert "copy of herald:1, alike 93%" in text


def test_what_publishers_say_is_text(text: str) -> None:
    assert HOSTILE not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert 'href="javascript:' not in text


def test_the_page_needs_nothing_else(text: str) -> None:
    assert not re.findall(r"""(?:src|@import|url\()=?["']?(?:https?:)?//""", text)
    assert not re.findall(r"<(?:link|img|iframe|object)\b", text)
    assert set(re.findall(r'href="([^"]{4})', text)) == {"#sit", "http"}
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text


def test_an_alarm_is_marked_on_its_days(output: Path) -> None:
    sites = {site.name: site for site in gather(settings_of(output), now=NOW)}
    days = alarm_days(sites["herald"].alarms, "lead", DAY)
    assert days == {date(2026, 11, 11), date(2026, 11, 12), date(2026, 11, 13)}
    assert alarm_days(sites["gazette"].alarms, "body", DAY) == {DAY - timedelta(days=n) for n in range(3)}


def test_only_named_sites(output: Path) -> None:
    assert [site.name for site in gather(settings_of(output), ["herald"], now=NOW)] == ["herald"]


def test_before_the_first_run_and_without_a_ledger(tmp_path: Path, output: Path) -> None:
    assert gather(settings_of(tmp_path)) == []
    assert not list(tmp_path.iterdir())
    assert "No runs yet" in page([], tmp_path, NOW, reload=5)
    (tmp_path / "herald").mkdir()
    (tmp_path / "herald" / "2026-11-26.jsonl").write_text("")
    with pytest.raises(OutputError, match="scrapy rebuild"):
        gather(settings_of(tmp_path))


def test_latest_lines_leave_out_a_torn_one(output: Path) -> None:
    latest = latest_lines(output, "herald")
    assert [line["id"] for line in latest.articles] == [f"herald:{number}" for number in (5, 4, 3, 2, 1)]
    assert [(old["revision"], new["revision"]) for old, new in latest.revisions] == [(1, 2)]
    assert [line["id"] for line in latest.copies] == ["herald:4"]


def test_long_texts_are_cut_where_they_are_the_same() -> None:
    words = " ".join(map(str, range(500)))
    pieces = word_diff(f"{words} a {words}", f"{words} b {words}")
    assert [piece.kind for piece in pieces] == ["same", "out", "in", "same"]
    assert all(len(piece.text) < 200 for piece in pieces)
    assert word_diff("", "new") == word_diff("", "new")


def test_charts_say_what_they_show() -> None:
    days = days_until(DAY)
    assert (days[0], days[-1], len(days)) == (date(2026, 10, 28), DAY, 30)
    chart = bars({DAY: 12, DAY - timedelta(days=1): 0}, DAY, 'New "articles"')
    assert 'aria-label="New &#34;articles&#34;, 28 Oct to 26 Nov, most on one day: 12"' in chart
    assert "Thu 26 Nov: 12" in chart
    assert "Tue 24 Nov: no run" in chart
    assert 'class="alarm"' in strip({DAY: 0.5}, DAY, "lead", {DAY})
    assert "alarm on 26 Nov" in strip({DAY: 0.5}, DAY, "lead", {DAY})


def test_an_alarm_that_is_over_ends_on_its_day() -> None:
    row = AlarmRow("a", "", "lead", NOW, "", 0, [], NOW, "", over=NOW)
    assert alarm_days([row], "lead", DAY + timedelta(days=9)) == {DAY}
