"""Supply: what this run makes of the memory of supply, and what it leaves to the next one."""

from __future__ import annotations

import sys
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from newscrawler import __version__
from newscrawler.ledger.back_off import GUESSED, REFUSED_HOST, RETIRED, step, wait
from newscrawler.ledger.rows import url_hash
from newscrawler.ledger.supply_memory import ACCEPTED, HostWait, NoLine, RememberedListing
from newscrawler.ledger.tallies import Tally
from newscrawler.run.failures import FREE
from newscrawler.run.listings import AskedListing
from newscrawler.run.retirement import is_to_be_retired, say_retired
from newscrawler.run.usual import Usualness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawler.items import ListedArticle
    from newscrawler.ledger.supply_memory import SupplyBatch
    from newscrawler.run.account import Outcome
    from newscrawler.run.run import Run

REMEMBERED: frozenset[Outcome] = frozenset({"failed", "rejected", "refused", "out_of_range"})
"""Outcomes of URLs that have no line."""

WITH_A_LINE: frozenset[str] = frozenset({"new", "revised", "unchanged", "duplicate"})
"""Outcomes of URLs that have a line, or whose article has."""

SMOOTH = 8
"""Answers over which a listing's usual number is taken."""

PAGES = frozenset({"index", "section", "topic"})
"""Kinds of listings that show articles on quiet days, too; feeds and sitemaps of the latest may be empty."""

LEAST_SHOWN = 5
"""Articles that a page must usually show before none mean anything."""


class Supply:
    """The memory of supply in one run. Everybody asks; what it learns is in the run's next commit."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._memory = run.ledger.supply
        self._back_off = run.crawler.settings.getbool("BACK_OFF")
        self._now = run.start
        self.before: dict[bytes, RememberedListing] = self._memory.listings()
        """The listings of the site that earlier runs asked for, by key."""
        self.usualness = Usualness(run, self._memory)
        self.read_to_end = False
        """All listings that this run asks for have been read."""
        self._hosts: dict[str, HostWait | None] = {}
        self._code = code_of(run)

    @property
    def _batch(self) -> SupplyBatch:
        return self._run.batch.supply

    # --- URLs -----------------------------------------------------------------------------------------------

    def remembered(self, listed: Iterable[ListedArticle]) -> dict[str, NoLine]:
        """Return what is known of listed URLs that gave no line before, by URL."""
        if not self._back_off:
            return {}
        keys = {url_hash(article.url): article.url for article in listed}
        return {keys[key]: row for key, row in self._memory.no_lines(keys).items()}

    def verdict_on(self, listed: ListedArticle, row: NoLine) -> tuple[Outcome, str] | None:
        """Return what becomes of a remembered URL without a request; None if it is to be asked for."""
        asked, said = self._run.selection, self._said(listed)
        if said[:8] == row.said[:8] and said != row.said:
            return None  # the same listing says something else of it
        if row.outcome == "out_of_range":
            in_range = asked.in_range(row.published_at)
            if in_range is False:
                return "out_of_range", "remembered"
            if in_range or row.not_before <= self._now:
                return None
            return "out_of_range", row.reason
        return ("waiting", row.reason) if row.not_before > self._now else None

    def looked_at(self, listed: ListedArticle, outcome: Outcome, reason: str) -> None:
        """Remember where a known article has moved; forget it if it is not to be had there."""
        if outcome in WITH_A_LINE:
            self.settled(listed, None, outcome, reason)
        elif outcome in {"failed", "withdrawn"} and listed.moved_to and self._back_off:
            self._batch.no_lines[url_hash(listed.url)] = None

    def settled(
        self, listed: ListedArticle, row: NoLine | None, outcome: Outcome | Literal["moved"], reason: str
    ) -> None:
        """Remember a URL that gave no line, or that has moved; forget what is over."""
        key = url_hash(listed.url)
        if not self._back_off:
            return
        has_line = outcome in WITH_A_LINE
        if has_line and listed.moved_to:
            outcome = "moved"
        elif outcome not in REMEMBERED or reason in FREE:
            if row is not None and has_line:
                self._batch.no_lines[key] = None
            return
        tries = row.tries + 1 if row is not None and row.outcome == outcome else 1
        self._batch.no_lines[key] = NoLine(
            key=key,
            site=self._run.site,
            outcome=outcome,
            reason=reason,
            tries=tries,
            not_before=datetime.now(UTC) + (timedelta() if has_line else wait(outcome, reason, tries)),
            published_at=listed.published_at if outcome == "out_of_range" else None,
            moved_to=None if outcome == "failed" else listed.moved_to,
            said=self._said(listed),
            checked=datetime.now(UTC),
        )

    def _said(self, listed: ListedArticle) -> bytes:
        """Return hashes of which listing showed an article, and of what that and our own code say of it."""
        first = listed.sightings[0] if listed.sightings else None
        where = first.url if first else ""
        what = f"{first.headline if first else ''}\n{self._code}"
        return _hash(where) + _hash(what)

    # --- Shapes of URLs -------------------------------------------------------------------------------------

    def shapes(self) -> dict[str, tuple[int, int]]:
        """Return what is known of the shapes of the site's links: how many were articles, how many none."""
        return {name: (row.right, row.wrong) for name, row in self._memory.shapes().items()}

    def learned_shape(self, shape: str, articles: int, others: int) -> None:
        """Remember how many links of a shape were articles, and how many none."""
        checked = datetime.now(UTC)
        self._batch.shapes[shape] = Tally(self._run.site, shape, articles, others, checked)

    def dates(self) -> dict[str, Tally]:
        """Return what is known of the dates that URLs and sitemaps state, by source."""
        return self._memory.dates()

    # --- Hosts ----------------------------------------------------------------------------------------------

    def waits(self, host: str) -> HostWait | None:
        """Return what a host asked an earlier run for, while it lasts."""
        if host not in self._hosts:
            self._hosts[host] = self._memory.host(host)
        found = self._hosts[host]
        return found if found is not None and found.not_before > datetime.now(UTC) else None

    def host_asks(self, host: str, reason: str, pause: timedelta = REFUSED_HOST) -> None:
        """Remember that a host is to be left alone."""
        if self._back_off:
            now = datetime.now(UTC)
            self._batch.hosts[host] = HostWait(host, now + pause, reason, now, self._run.site)

    # --- Listings -------------------------------------------------------------------------------------------

    def is_asked(self, url: str, *, guessed: bool) -> bool:
        """Tell whether a listing is asked for: one that need not be there is not, if it was not lately."""
        row = self.before.get(self._key(url))
        need_not_be = (guessed and self._back_off) or self.is_retired(url)
        if row is None or row.not_before is None or not need_not_be or row.problem == "not_named":
            return True  # the last: now somebody names it
        return row.not_before <= self._now

    def is_retired(self, url: str) -> bool:
        """Tell whether a listing that is named was dead for long.

        Who asks for feeds or sitemaps alone has no other listings: then none is.
        """
        row = self.before.get(self._key(url))
        was_named = row is not None and not row.guessed and row.not_before is not None
        return was_named and self._back_off and self._run.selection.source is None

    def place(self, url: str) -> str:
        """Return where a listing is asked for: where it was permanently redirected to, if it was."""
        row = self.before.get(self._key(url))
        return row.moved_to or url if row is not None else url

    def since_when(self, listing: AskedListing) -> str:
        """Say since when a listing is lost, where earlier runs know it: ``, since 26 November, 14 runs``."""
        row = self.before.get(self._key(listing.url))
        if row is None or not row.answered:
            return ""
        since = row.failing_since or self._now
        runs = row.failures + 1
        return f", since {since.day} {since:%B}, {runs} run{'s' if runs > 1 else ''}"

    def is_accepted(self, listing: AskedListing) -> bool:
        """Tell whether a listing is lost, and a person has said that it may be."""
        row = self.before.get(self._key(listing.url))
        return not listing.read and row is not None and row.problem == ACCEPTED

    def fell_silent(self, listing: AskedListing) -> bool:
        """Tell whether a page that usually shows articles shows none any more: a script shell, mostly."""
        row = self.before.get(self._key(listing.url))
        is_silent = listing.read and not listing.articles and listing.kind in PAGES and self.is_unselected()
        return is_silent and row is not None and row.usual >= 100 * LEAST_SHOWN

    def is_unselected(self) -> bool:
        """Tell whether the run reads its listings as every run without arguments does."""
        return self._run.selection.source is None and self._is_whole()

    def no_longer_named(self) -> list[AskedListing]:
        """Return the feeds that the site named before, and that this run neither found nor could know of."""
        fronts = [listing for listing in self._run.listings.asked.values() if listing.kind == "index"]
        names_them = any(front.read for front in fronts)
        if not (self.read_to_end and self._is_whole() and names_them):
            return []
        feeds = [
            row.url
            for row in self.before.values()
            if row.kind == "feed" and not row.guessed and row.answered and not self.is_retired(row.url)
        ]
        return [AskedListing(url, "feed", problem="not_named") for url in feeds if self._is_lost(url)]

    def _is_lost(self, url: str) -> bool:
        """Tell whether nobody names a listing, and it was not found by guessing either."""
        asked = self._run.listings.asked.get(url)
        return asked is None or (asked.guessed and not asked.read)

    def _is_whole(self) -> bool:
        """Tell whether the run asks for all listings of feeds that the site has."""
        asked = self._run.selection
        return not (asked.sections or asked.topics or asked.query or asked.urls) and asked.source in {
            None,
            "feed",
        }

    def close(self) -> None:
        """Put what was learned of the listings into the next commit."""
        for listing in (*self._run.listings.asked.values(), *self.no_longer_named()):
            row = self._learned(listing)
            if row is not None:
                self._batch.listings[row.key] = row
        if self._run.refusals.stopped:
            home = next((listing.url for listing in self._run.listings.asked.values()), "")
            self.host_asks(urlsplit(home).netloc, "refused")
        if self.read_to_end:
            self._batch.usual.extend(self.usualness.learned())
            self._batch.low = self.usualness.low_learned()

    def _learned(self, listing: AskedListing) -> RememberedListing | None:
        if not listing.read and not listing.problem:
            return None  # its answer has not come
        now, key = self._now, self._key(listing.url)
        row = self.before.get(key) or RememberedListing(
            key=key, site=self._run.site, url=listing.url, kind=listing.kind, guessed=listing.guessed,
            runs=0, answered=None, new_at=None, usual=0, failures=0, failing_since=None, problem=None,
            moved_to=None, not_before=None, checked=now,
        )  # fmt: skip
        runs = 0 if listing.read and row.problem == "not_named" else row.runs  # it comes and goes
        row = replace(row, guessed=listing.guessed, runs=runs + 1, checked=now)
        if not listing.read or self.fell_silent(listing):
            failures = row.failures + 1
            since = row.failing_since or now
            problem = ACCEPTED if self.is_accepted(listing) else listing.problem
            pause = now + step(GUESSED, failures) if listing.guessed else None
            if self._back_off and is_to_be_retired(self._run, listing, failures, since):
                pause = now + RETIRED
                if row.not_before is None:
                    say_retired(listing, self.since_when(listing))
            return replace(
                row, failures=failures, failing_since=since, problem=problem, not_before=pause, moved_to=None
            )
        share = min(row.runs, SMOOTH)
        return replace(
            row,
            answered=now,
            new_at=now if listing.fresh else row.new_at,
            usual=(row.usual * (share - 1) + 100 * listing.articles) // share
            if self.is_unselected()
            else row.usual,
            failures=0, failing_since=None, problem=None, not_before=None,
            moved_to=listing.moved_to or row.moved_to,
        )  # fmt: skip

    def _key(self, url: str) -> bytes:
        return blake2b(f"{self._run.site} {url}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def code_of(run: Run) -> str:
    """Name the code that reads the site: who has mended a layout wants the rejected pages asked for again."""
    module = sys.modules.get(run.crawler.spidercls.__module__)
    path = getattr(module, "__file__", None)
    own = zlib.crc32(Path(path).read_bytes()) if path else 0
    return f"{__version__} {own:x}"
