"""Every kind of failure is named by the run that meets it, the first or the tenth; good days say nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newscrawler.run.endings import EXIT_GOOD, Ending
from tests.failing_sites.kinds import KINDS
from tests.forks import Fork
from tests.postgres import postgres_database, postgres_server, postgres_url

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["postgres_database", "postgres_server", "postgres_url"]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

BY_NAME = {kind.name: kind for kind in KINDS}
TENTH = ("articles_404", "feed_is_no_longer_named", "front_is_a_script_shell", "far_below_usual")
"""Those whose tenth run is judged by what the ledger remembers; ``benchmarks.failing_sites`` runs all."""

NOT_OF_A_SITE = {
    Ending.MANY_REFUSED,  # tests/extensions/test_health.py: some articles are had, and more are refused
    Ending.LAYOUT_UNMATCHED,  # tests/extensions/test_health.py: needs a declared layout
    Ending.UNUSUAL,  # tests/extensions/test_health.py: needs five earlier runs and fifty articles
    Ending.CUSTOM_LEFT_OUT,  # tests/pipelines/test_check_custom.py: a spider of a user's own
    Ending.FIELD_ROTATES,  # tests/pipelines/test_rotating_text.py: needs four looks at a page that changes
    Ending.SECTION_LOST,  # tests/failing_sites/changes.py: a site with sections
    Ending.NUMBERS_GIVEN_AGAIN,  # tests/pipelines/test_identify.py: a declared site with article numbers
    Ending.PAGES_REPEAT,  # tests/run/test_repeated_pages.py: a declared site whose listings have pages
    Ending.NO_LISTING_READ,  # tests/run/test_verdict.py: sections of a declared site that are missing
}


def days(output: Path, names: list[str], ledger: str = "", *, timeout: int = 860) -> list[dict[str, Any]]:
    """Crawl sites day by day in a process of its own; return what each run said."""
    entry, variables = "tests.failing_sites.days:main", {"LEDGER_URL": ledger}
    process = Fork(entry, [str(output), *names], variables=variables)
    stdout, stderr = process.communicate(timeout)
    assert process.returncode == 0, stderr
    return [json.loads(line) for line in stdout.splitlines()]


def wrong(runs: list[dict[str, Any]]) -> list[str]:
    """Return the runs that did not say what they should."""
    found = []
    for run in runs:
        kind = BY_NAME[run["kind"]]
        wanted = getattr(kind, run["when"]) if run["broken"] else None
        code, words = (wanted.code, wanted.words) if wanted else (EXIT_GOOD, "")
        said = wanted is None or wanted.ending is None or is_said(wanted.ending, run["line"])
        if (run["code"], words in run["line"], said) != (code, True, True):
            found.append(f"{run['kind']} {run['when']}, day {run['day']}: {run['code']} {run['line']!r}")
    return found


def is_said(ending: Ending, line: str) -> bool:
    """Tell whether a line has all words of an ending that are no figures."""
    words = [part.partition("{")[0] for part in ending.line.split("}")]
    return all(word in line for word in words)


def test_the_first_run_names_every_kind_of_failure(tmp_path: Path) -> None:
    runs = days(tmp_path, [f"{kind.name}:first" for kind in KINDS])
    assert len(runs) == len(KINDS)
    assert wrong(runs) == []


@pytest.mark.parametrize("ledger", ["sqlite", pytest.param("postgresql", marks=pytest.mark.fleet)])
def test_the_tenth_run_names_what_has_changed_after_nine_good_ones(
    ledger: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("postgres_database") if ledger == "postgresql" else ""
    names = TENTH[2:] if url else TENTH
    runs = days(tmp_path, [f"{name}:tenth" for name in names], url)
    assert len(runs) == 10 * len(names)
    assert wrong(runs) == []


def test_every_ending_has_a_site() -> None:
    of_sites = {said.ending for kind in KINDS for said in (kind.first, kind.tenth)}
    assert set(Ending) - NOT_OF_A_SITE <= of_sites
