"""Sites that a person names to a command that shows how they do: each is declared, or was crawled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.spiderloader import get_spider_loader

from newscrawler.exceptions import WrongArgument
from newscrawler.publication.notation import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapy.settings import Settings


def check_names(settings: Settings, names: Iterable[str]) -> None:
    """Refuse the name of a site that nobody knows.

    :raises OutputError: the ledger cannot be used.
    :raises WrongArgument: with what may have been meant.
    """
    declared = get_spider_loader(settings).list()
    unknown = [name for name in names if name not in declared]
    if not unknown:
        return
    # here: Scrapy imports every command for each crawl, and a crawl reports nothing
    from newscrawler.report.gather import gather

    crawled = [facts.name for facts in gather(settings)]
    for name in unknown:
        if name not in crawled:
            there = f"; crawled are: {', '.join(crawled) or 'none'}"
            hint = did_you_mean(name, {*declared, *crawled}) or there
            raise WrongArgument(f"no site {name!r}{hint}")
