"""The options by which a command is told which declared sites it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy.spiderloader import get_spider_loader

from newscrawler.exceptions import WrongArgument
from newscrawler.output.folder import output_folder, runs_file
from newscrawler.output.last_runs import last_runs
from newscrawler.publication.cadence import interval_of, is_due
from newscrawler.publication.declaration import Publication
from newscrawler.publication.notation import did_you_mean

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from datetime import timedelta

    from scrapy.settings import Settings


@dataclass(frozen=True, slots=True)
class DeclaredSite:
    """A site with a spider of its own, and its latest run."""

    spider: type[Publication]
    every: timedelta
    """How often to look: its own cadence, else the setting ``CADENCE``."""
    last: dict[str, Any] | None
    """The record of the latest run."""

    @property
    def name(self) -> str:
        """The spider's name."""
        return self.spider.name

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its articles, the main one first."""
        named = (self.spider.language, *self.spider.languages.values())
        return tuple(dict.fromkeys(language for language in named if language))

    @property
    def began(self) -> datetime | None:
        """When the latest run began."""
        return datetime.fromisoformat(self.last["start"]) if self.last else None

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is time to look at the site; never at one that is disabled."""
        return self.spider.disabled is None and is_due(self.every, self.began, now)


def add_site_options(parser: argparse.ArgumentParser) -> None:
    """Add the options; each takes several values with commas between them."""
    parser.add_argument("--country", metavar="CODES", help="sites of these countries: de,ch (ISO 3166)")
    parser.add_argument("--language", metavar="CODES", help="sites with articles in these languages: de,fr")
    parser.add_argument("--kind", metavar="KINDS", help="sites of these kinds: agency,quality")
    parser.add_argument("--due", action="store_true", help="sites that it is time to look at again")


def chosen_sites(settings: Settings, names: Sequence[str], opts: argparse.Namespace) -> list[DeclaredSite]:
    """Return the declared sites that are named, else all, as far as the options let them in; by name.

    :raises WrongArgument: a name or an option is none of any site.
    """
    sites = declared_sites(settings, names)
    now = datetime.now(UTC)
    countries = _wanted(opts.country, "--country", (site.spider.country for site in sites), str.upper)
    languages = _wanted(
        opts.language, "--language", (language for site in sites for language in site.languages), str
    )
    kinds = _wanted(opts.kind, "--kind", (site.spider.kind for site in sites), str.lower)
    return [
        site for site in sites
        if (not countries or site.spider.country in countries)
        and (not languages or languages.intersection(site.languages))
        and (not kinds or site.spider.kind in kinds)
        and (not opts.due or site.is_due(now))
    ]  # fmt: skip


def declared_sites(settings: Settings, names: Sequence[str] = ()) -> list[DeclaredSite]:
    """Return the sites with these names, or all that are declared, by name.

    :raises WrongArgument: there is no such site, its file is broken, or a setting is wrong.
    """
    loader = get_spider_loader(settings)
    spiders = []
    for name in dict.fromkeys(names) if names else sorted(loader.list()):
        try:
            spider = loader.load(name)
        except KeyError:
            known = sorted(loader.list())
            hint = did_you_mean(name, known) or f"; there are: {', '.join(known)}"
            raise WrongArgument(f"no site {name!r}{hint}") from None
        if issubclass(spider, Publication) and spider.allowed_domains:
            spiders.append(spider)
        elif names:
            raise WrongArgument(f"{name} is no declared site: scrapy crawl {name} runs it")
    runs = last_runs(runs_file(output_folder(settings)), [spider.name for spider in spiders])
    try:
        usual = interval_of(settings.get("CADENCE") or "")
    except ValueError as error:
        raise WrongArgument(f"CADENCE: {error}") from None
    return [
        DeclaredSite(spider, _every(spider, usual), runs.get(spider.name)) for spider in spiders
    ]  # fmt: skip


def _every(spider: type[Publication], usual: timedelta) -> timedelta:
    try:
        return interval_of(spider.cadence) if spider.cadence else usual
    except ValueError:
        return usual  # the check of the declaration says it


def _wanted(text: str | None, option: str, known: Iterable[str | None], form: Any) -> set[str]:
    """Return the values of an option.

    :raises WrongArgument: no site has one of them.
    """
    wanted = {form(word.strip()) for word in (text or "").split(",") if word.strip()}
    there = sorted({value for value in known if value})
    for word in sorted(wanted - set(there)):
        raise WrongArgument(f"{option}={word}: no site is; there are: {', '.join(there) or 'none'}")
    return wanted
