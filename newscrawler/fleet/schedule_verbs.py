"""The verbs of ``scrapy fleet`` that change the schedule."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.conf import arglist_to_dict

from newscrawler.exceptions import WrongArgument
from newscrawler.fleet import planned_sites
from newscrawler.fleet.call import interval
from newscrawler.fleet.planned_sites import PlannedSite
from newscrawler.fleet.sites_file import Wish, read_sites
from newscrawler.publication.declaration import Publication
from newscrawler.run.endings import EXIT_GOOD
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from newscrawler.fleet.call import Call

_NAMED = 10
"""Sites that a line names."""


def add(call: Call) -> int:
    """Add sites, or change those that are there."""
    planned = [_planned(call, wish) for wish in _wishes(call)]
    if twice := [site for site, count in Counter(plan.site for plan in planned).items() if count > 1]:
        raise WrongArgument(f"named twice: {', '.join(sorted(twice))}; a site has one place in the schedule")
    with call.database().transaction() as connection:
        new = planned_sites.add(connection, planned)
    call.say(f"{some(new, 'site')} added; there before: {len(planned) - new}")
    return EXIT_GOOD


def _wishes(call: Call) -> list[Wish]:
    if call.opts.file and call.args:
        raise UsageError("add takes names of spiders or --file, not both")
    if call.opts.file:
        return read_sites(Path(call.opts.file))
    try:
        arguments = arglist_to_dict(call.opts.spargs)
    except ValueError:
        raise UsageError("-a takes NAME=VALUE") from None
    if call.args:
        return [Wish(spider, arguments) for spider in call.args]
    if arguments:
        raise UsageError("-a is for a spider that is named")
    return [Wish(spider, {}) for spider in _declared(call)]


def _declared(call: Call) -> list[str]:
    """Return the spiders of all declared sites that are crawled; broken ones are named and left out."""
    loader = get_spider_loader(call.settings)
    found = []
    for name in sorted(loader.list()):
        try:
            spider = loader.load(name)
        except WrongArgument as error:
            call.warn(f"{name} is left out: {error}")
            continue
        if issubclass(spider, Publication) and spider.allowed_domains and not spider.disabled:
            found.append(name)
    return found


def _planned(call: Call, wish: Wish) -> PlannedSite:
    """Return what a wish means: an option counts before the file, the file before the declaration."""
    site = call.check_crawl(wish.spider, call.settings, wish.arguments)
    declared = getattr(get_spider_loader(call.settings).load(wish.spider), "cadence", None)
    every = call.opts.every or wish.every or declared or call.settings.get("CADENCE") or ""
    spread = call.opts.spread or wish.spread
    return PlannedSite(
        site,
        wish.spider,
        wish.arguments,
        interval(every, f"{site}: every"),
        interval(spread, f"{site}: spread") if spread else timedelta(),
    )


def remove(call: Call) -> int:
    """Take sites out of the schedule."""
    if not call.args:
        raise UsageError("name the sites to remove")
    return _change(call, planned_sites.remove, "removed; crawls that are going on end by themselves")


def pause(call: Call) -> int:
    """Begin no more crawls of sites."""
    return _change(call, planned_sites.pause, "paused; crawls that are going on end by themselves")


def resume(call: Call) -> int:
    """Crawl paused sites again."""
    return _change(call, planned_sites.resume, "resumed")


def now(call: Call) -> int:
    """Crawl sites at once, whatever they wait for."""
    return _change(call, planned_sites.start_now, "due now")


def _change(call: Call, change: Callable[[Connection, Sequence[str]], list[str]], done: str) -> int:
    """Change the named sites, or all; say how many were changed, and which were not."""
    if bool(call.args) == call.opts.all:
        raise UsageError("name sites, or say --all")
    with call.database().transaction() as connection:
        sites = planned_sites.all_sites(connection) if call.opts.all else call.args
        changed = change(connection, sites)
    call.say(f"{some(len(changed), 'site')} {done}")
    if rest := sorted(set(sites) - set(changed)):
        more = f" and {len(rest) - _NAMED} more" if len(rest) > _NAMED else ""
        call.warn(f"left as they were: {', '.join(rest[:_NAMED])}{more}")
    return EXIT_GOOD


BY_NAME: dict[str, Callable[[Call], int]] = {
    "add": add,
    "remove": remove,
    "pause": pause,
    "resume": resume,
    "now": now,
}
