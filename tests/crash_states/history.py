"""What real crawls did to the disk, day after day: new articles, edits, a rejected page, a kill."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.forks import Fork
from tests.kill.site import Site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.crash_states.recorder import Step

LOOK_AGAIN = "9999d:0m"
SMALL = ("-s", "EXPORT_BATCH_LINES=3", "-s", f"REVISIT_AFTER={LOOK_AGAIN}")
ARTICLES = 8


@dataclass(frozen=True)
class History:
    """The steps of the crawls one after another, and what the site says in the end."""

    steps: list[Step]
    articles: dict[int, tuple[str, str, str]]


def recorded(ledger_url: str = "") -> History:
    """Crawl a small site four times, and record what is done to the disk.

    :param ledger_url: of an empty PostgreSQL; empty: SQLite.
    """
    steps: list[Step] = []
    with TemporaryDirectory() as folder, Site.of(ARTICLES) as site:
        place = ("-s", f"LEDGER_URL={ledger_url}") if ledger_url else ()

        def crawl(*options: str) -> None:
            code, said, done = crawled(Path(folder), site, (*place, *options))
            assert code == 0, said
            steps.extend(done)

        crawl("--days", "-1")
        site.edit(3, "A correction.", "2026-11-20T11:00:00+03:00")
        site.articles[99] = ("", "No headline: it is rejected.", "2026-11-20T10:00:00+03:00")
        crawl("--days", "-1")
        site.edit(5, "A silent edit.")
        site.articles[9] = ("Headline 9", "A new story.", "2026-11-21T10:00:00+03:00")
        crawl("--fault", "before_commit:2")
        crawl()
        del site.articles[99]
        articles = {number: content for number, content in site.articles.items() if content is not None}
    return History(steps, articles)


def crawled(
    folder: Path, site: Site, options: Sequence[str] = (), failing: int = 0
) -> tuple[int | None, str, list[Step]]:
    """Crawl the site into a folder; return exit code, what was said, and the steps.

    :param failing: the sync that fails, counted from 1; 0: none does.
    """
    told, output = folder / "steps", folder / "output"
    arguments = [str(output), str(told), str(failing), site.base, str(output), *SMALL, *options]
    fork = Fork("tests.crash_states.recorded_crawl:main", arguments)
    _, said = fork.communicate(300)
    return fork.returncode, said, pickle.loads(told.read_bytes())
