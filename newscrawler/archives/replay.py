"""Replay: the lines of a site are held against their kept pages, and written anew where those say more."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from newscrawler import __version__
from newscrawler.archives.plain_settings import plain_settings
from newscrawler.archives.progress import Progress
from newscrawler.archives.rereading import killed_the_rereader, reread_of, rereader_of, revised
from newscrawler.archives.workers import Workers
from newscrawler.exceptions import OutputError, WrongArgument
from newscrawler.extensions.run_record import append_record
from newscrawler.ledger import Batch, open_ledger
from newscrawler.output.content_hash import content_hash
from newscrawler.output.folder import runs_file
from newscrawler.output.line import to_line
from newscrawler.run.record import OUTCOMES, timestamp
from newscrawler.run.run import new_run_id
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapy.settings import Settings

    from newscrawler.archives.rereading import Reread
    from newscrawler.items import Article

AT_ONCE = 200
"""Lines in one commit."""


class Replay:
    """Reads the kept pages of one site again."""

    def __init__(self, settings: Settings, site: str, say: Callable[[str], None], workers: int = 0) -> None:
        """Open the archive.

        :param say: writes a line to the operator.
        :param workers: processes that read; 0: one for each core.
        :raises OutputError: it cannot be read.
        :raises WrongArgument: the site's declaration is broken, or it has no archive.
        """
        self._settings, self.site, self._say = settings, site, say
        root = Path(settings.get("WARC_DIR") or "")
        if not (root / site).is_dir():
            raise WrongArgument(f"{site}: no kept pages in WARC_DIR={root}")
        how = plain_settings(settings), site
        try:
            rereader_of(*how).close()  # what is wrong is told once, here
        except OSError as error:
            raise OutputError(f"cannot read WARC_DIR={root}: {error.strerror}") from error
        self._workers = Workers(reread_of, how, killed_the_rereader, workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._workers.__exit__()

    def reread(self, lines: Iterable[Article]) -> Iterator[Reread]:
        """Yield each line that has a kept page with what that gives now; say now and then how far it is."""
        progress = Progress(self._say)
        kept = (line for line in lines if line.archived is not None)
        for count, found in enumerate(self._workers.read(kept), 1):
            pages = some(count, "page")
            progress.show(lambda: f"{self.site}: {pages} read, {progress.rate(count):,.0f} pages/s")  # noqa: B023 - called at once
            yield found
        progress.clear()

    def apply(self, lines: Iterable[Article], arguments: dict[str, str]) -> int:
        """Write a revision of each line whose page gives something else now; return how many were written.

        A line is left that is not the latest one of its article any more.

        :raises Busy: another run holds the site.
        :raises OutputError: the lines cannot be written.
        """
        start, written = datetime.now(UTC), 0
        run_id = new_run_id(start)
        ledger = open_ledger(self._settings, self.site)
        try:
            batch = Batch()
            for found in self.reread(lines):
                known = ledger.find(found.line.id) if found.changed else None
                if known is None or known.revision != found.line.revision:
                    continue
                article = revised(found)
                article.run_id, article.content_hash = run_id, content_hash(article)
                batch.lines.append((article, to_line(article)))
                batch.tried[known.id] = known, known.last_checked  # the page is not newer than it was
                written += 1
                if len(batch.lines) >= AT_ONCE:
                    ledger.write(batch)
                    batch = Batch()
            if batch.lines:
                ledger.write(batch)
            record = self._record(run_id, start, written, arguments)
            append_record(runs_file(ledger.output), record, self._settings.getfloat("LEDGER_WAIT"))
        finally:
            ledger.close()
        return written

    def _record(
        self, run_id: str, start: datetime, written: int, arguments: dict[str, str]
    ) -> dict[str, Any]:
        """Return the line of ``runs.jsonl``."""
        return {
            "site": self.site, "id": run_id, "start": timestamp(start), "end": timestamp(datetime.now(UTC)),
            "arguments": arguments, "version": __version__, "finish_reason": "replayed", "exit_code": 0,
            "listed": written, "fetched": 0, **dict.fromkeys(OUTCOMES, 0), "revised": written,
        }  # fmt: skip


def sites_kept(settings: Settings) -> list[str]:
    """Return the sites that have kept pages.

    :raises WrongArgument: no folder is named, or there is none.
    """
    root = Path(settings.get("WARC_DIR") or "")
    if not settings.get("WARC_DIR") or not root.is_dir():
        raise WrongArgument("WARC_DIR names no folder with kept pages: give -s WARC_DIR=warc")
    return sorted(path.name for path in root.iterdir() if path.is_dir() and any(path.glob("*.warc.gz")))
