"""Pages that misbehave: each in its class of the account, none stops the crawl, nothing reaches what it must
not."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.browser.hostile_site import HostileSite
from tests.crawl import Crawl, crawl
from tests.newsroom.http import Fault

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENT = {
    "SPIDER_MODULES": "tests.browser.spiders",
    "RENDER_TIMEOUT": "60",
    "RENDER_PAGES": "8",
    "RENDER_MAX_REQUESTS": "15",
    "DOWNLOAD_TIMEOUT": "60",
    "HEADERS_TIMEOUT": "60",
    "RETRY_TIMES": "0",
    "ALLOWED_PRIVATE_HOSTS": "127.0.0.1",
}
"""For what ends by itself, however slow the machine is."""
IMPATIENT = {**PATIENT, "RENDER_TIMEOUT": "8", "HEADERS_TIMEOUT": "8"}
"""For what never ends, and fails by its bound on any machine."""
ENDS = (
    "sound", "leaves", "circles", "offsite", "trespasses", "submits",
    "popups", "downloads", "forbidden", "worker", "state", "asks",
)  # fmt: skip
NEVER_ENDS = ("spin", "never")


def read(site: HostileSite, output: Path, settings: dict[str, str], sections: str) -> Crawl:
    return crawl("tide", output, settings, site_url=site.base_url, sections=sections)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> tuple[HostileSite, Crawl]:
    with HostileSite(*ENDS) as site:
        return site, read(site, tmp_path_factory.mktemp("hostile"), PATIENT, "articles,moves")


def test_each_in_its_class(everything: tuple[HostileSite, Crawl]) -> None:
    _, found = everything
    (run,) = found.runs
    assert run["failed"] == {"navigated_away": 1, "redirect_loop": 1, "render_requests": 1}
    assert run["refused"] == {"offsite": 1, "robots": 1}
    headlines = {line["headline"].rpartition(" ")[2] for line in found.lines}
    assert headlines == {"sound", "arrived", "popups", "downloads", "forbidden", "worker", "state"}


def test_where_a_script_leads_is_a_redirect(everything: tuple[HostileSite, Crawl]) -> None:
    site, found = everything
    (line,) = [line for line in found.lines if "arrived" in line["headline"]]
    assert line["url"].endswith("/article/arrived")
    assert line["requested_url"].endswith("/article/leaves")
    assert len(site.asked("/list/articles")) == 2, "a listing is followed, too"
    assert found.runs[0]["listings_failed"] == {"no_load_more_button": 1}, "neither list has one"
    assert len(site.asked("/article/arrived")) == 1
    assert len(site.asked("/article/circles")) == 1


def test_what_never_ends_fails_by_its_bound(tmp_path: Path) -> None:
    with HostileSite(*NEVER_ENDS) as site:
        site.fail("/article/never", Fault("stall"))
        (run,) = read(site, tmp_path, IMPATIENT, "articles").runs
    assert run["failed"] == {"render_timeout": 1, "timeout": 1}


def test_a_page_gets_nothing_from_where_the_crawl_may_not_go(everything: tuple[HostileSite, Crawl]) -> None:
    site, found = everything
    (line,) = [line for line in found.lines if "forbidden" in line["headline"]]
    assert "rejected rejected rejected rejected" in line["body"]
    assert not [request for request in site.requests if "127.0.0.3" in request.host]
    assert not site.asked("/private/*")


def test_no_popup_download_or_service_worker(everything: tuple[HostileSite, Crawl]) -> None:
    site, found = everything
    for path in ("/popup", "/file.zip", "/worker.js", "/elsewhere"):
        assert not site.asked(path), path
    assert "worker" in {line["headline"].rpartition(" ")[2] for line in found.lines}


def test_our_own_name_in_every_request(everything: tuple[HostileSite, Crawl]) -> None:
    site, _ = everything
    assert all("newscrawler" in request.headers["user-agent"] for request in site.requests)
    assert not any("cookie" in request.headers for request in site.requests)


def test_lists_without_an_end_give_up_with_their_counts_and_a_crash_stops_nothing(tmp_path: Path) -> None:
    with HostileSite("sound", "crash", "state") as site:
        found = read(site, tmp_path, PATIENT, "endless,broken,dead,leaving")
        assert not site.asked("/elsewhere")
    assert found.code == 3
    (run,) = found.runs
    assert run["listings_failed"] == {"gave_up": 4}
    counts = Counter(int(number) for number in re.findall(r": gave_up \((\d+)\)", found.stderr))
    assert counts.pop(3) == 3, "the broken one, the dead one, and the one whose button leads away"
    (endless,) = counts
    assert endless >= 100
    assert run["failed"]["tab_crashed"] == 1
    assert run["out_of_range"] == 2, (
        "rows that are there are read all the same, and say which section is theirs"
    )
    assert "endless: gave_up, /list/broken: gave_up" in found.stderr.strip().split("\n")[-1]
