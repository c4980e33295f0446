"""The page of a month: it says what is the matter, escapes what publishers say, and needs no network."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import OutputError
from newscrawler.ledger.health_memory import AlarmRow
from newscrawler.report.charts import bars, days_until, strip
from newscrawler.report.gather import gather, gather_page
from newscrawler.report.latest_lines import latest_lines
from newscrawler.report.page import alarm_days, page
from newscrawler.report.page_facts import PageFacts
from newscrawler.report.word_diff import word_diff
from tests.report.invented_fleet import fleet
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
    return page(gather_page(settings_of(output), now=NOW), output, NOW)


def words(text: str, region: str) -> str:
    """Return what the table of a region says."""
    table = text[text.index(f'aria-label="{region}"') :]
    cells = re.sub(r"<[^>]*>", " ", table[table.index("<table") : table.index("</table>")])
    return html.unescape(" ".join(cells.split()))


def test_the_page_names_what_is_wrong_where_and_what_to_do(text: str) -> None:
    assert '<span class="state unhealthy">unhealthy</span> <span class="nowrap">(2 alarms)' in text
    assert "headline: from site for 0% of the last 20 articles, usually 99%" in text
    assert "scrapy savepage https://gazette.example/news/101" in text
    assert "no listing could be read (http-503 ×2)" in text
    assert "answers 503" in text
    assert "<del>spring</del><ins>December</ins>" in text
    assert "copy of herald:1, alike 93%" in text


def test_sites_that_need_a_person_come_first(text: str) -> None:
    assert re.findall(r'<h2 id="site-\d">(\w+):', text) == ["tribune", "gazette", "herald"]
    assert "1 of 3 sites as usual" in text
    assert "2 alarms · 1 listing cannot be read" in text


def test_a_failing_listing_says_since_when_and_for_how_many_runs(text: str) -> None:
    assert words(text, "Failing listings of tribune") == (
        "Listing Kind What is wrong Since Runs"
        " https://tribune.example/rss.xml feed answers 503 2026-11-24 18:20 UTC 8"
    )


def test_hosts_that_are_left_alone_say_why_since_when_and_until_when(text: str) -> None:
    assert words(text, "Table of hosts") == (
        "Host Told a run of Why Since Until"
        " earlier.example unknown it refused too many requests unknown 2026-11-28 18:20 UTC (in 2 d)"
        " tribune.example tribune it asked us to wait (Retry-After)"
        " 2026-11-26 16:00 UTC 2026-11-26 22:20 UTC (in 4 h)"
    )
    assert "long-ago.example" not in text


def test_a_named_site_shows_its_own_hosts_only(output: Path) -> None:
    hosts = gather_page(settings_of(output), ["tribune"], now=NOW).hosts
    assert [host.host for host in hosts] == ["tribune.example"]
    assert gather_page(settings_of(output), ["herald"], now=NOW).hosts == []


def test_time_per_page_is_the_mean_of_a_day(text: str) -> None:
    assert "time per page: 0.45 s on 26 Nov" in text
    assert "Thu 29 Oct: not known" in text


def test_the_fleet_names_machines_and_what_is_wrong(output: Path) -> None:
    shown = page(PageFacts([], fleet=fleet()), output, NOW)
    assert "6 sites: 2 paused, 1 starting, 1 running, 2 waiting." in " ".join(shown.split())
    assert words(shown, "Machines") == (
        "Machine State Crawls What it crawls"
        " one working 2 chronicle starting, 2 h ago , herald running, 3 min ago"
        " three no worker 0 – two draining 0 –"
    )
    assert words(shown, "Sites of the fleet in trouble") == (
        "Site State Due Failed in a row Machine Why"
        f" gazette paused – 3 one 3 crawls in a row were killed {HOSTILE}"
        " courier paused – – one by the operator"
        " chronicle overdue, starting 60 min ago – one it has been running on one since 2026-11-26 16:20 UTC"
        " tribune waiting in 52 min 2 two tribune: the site refused too many requests and was left alone"
    )
    assert HOSTILE not in shown
    assert "No worker is running" not in shown
    alone = replace(fleet(), machines=[])
    assert "No worker is running" in page(PageFacts([], fleet=alone), output, NOW)


def test_without_a_fleet_none_is_shown_and_none_imported(output: Path, text: str) -> None:
    assert 'id="fleet"' not in text
    asked = (
        "import sys; from scrapy.settings import Settings; from newscrawler.report.gather import gather_page;"
        f"gather_page(Settings({{'OUTPUT_DIR': {str(output)!r}, 'LEDGER_WAIT': 5}}));"
        "print(sorted(m for m in sys.modules if 'fleet' in m or m.startswith(('procrastinate', 'psycopg'))))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_fleet_is_read_without_its_queue() -> None:
    asked = (
        "import sys; sys.modules['procrastinate'] = None; sys.modules['psycopg'] = None;"
        "import newscrawler.fleet.overview"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)


def test_what_publishers_say_is_text(text: str) -> None:
    assert HOSTILE not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert 'href="javascript:' not in text


def test_the_page_needs_nothing_else(text: str) -> None:
    assert not re.findall(r"""(?:src|@import|url\()=?["']?(?:https?:)?//""", text)
    assert not re.findall(r"<(?:link|img|iframe|object)\b", text)
    assert set(re.findall(r'href="([^"]{4})', text)) == {"#sit", "#hos", "http"}
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
    assert "No runs yet" in page(PageFacts([]), tmp_path, NOW, reload=5)
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
