"""Check a declared site without its publisher: its declaration, and its saved pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newscrawler.exceptions import WrongArgument
from newscrawler.saved_pages import article_record, listing_record
from newscrawler.text.counted import some

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawler.publication.declaration import Publication

LONGEST = 90
"""Characters of a value that are shown."""


@dataclass(slots=True)
class SiteCheck:
    """What was found out about one site."""

    name: str
    pages: int = 0
    """Saved articles that were read."""
    listings: int = 0
    faults: list[str] = field(default_factory=list)
    """What is wrong, a line each."""
    on_facts: bool = False
    """No page of it was ever tried: it is as true as the facts that it was written from."""

    def __str__(self) -> str:
        """Say it in one line."""
        good = "on facts alone" if self.on_facts else "good"
        verdict = some(len(self.faults), "fault") if self.faults else good
        return f"{self.name}: {verdict}; {some(self.pages, 'saved page')}, {some(self.listings, 'listing')}"


def check_site(spider: type[Publication], pages: Path) -> SiteCheck:
    """Check a declaration, and hold its saved pages against their records.

    :param pages: the folder of all sites' saved pages.
    """
    found = SiteCheck(spider.name)
    try:
        spider.check_declaration()
    except WrongArgument as error:
        found.faults.append(str(error))
        return found
    found.faults += _misplaced(spider)
    if next(iter(listing_record.discovery_of(spider, {}).start()), None) is None and not spider.sitemaps:
        found.faults.append("nothing says where articles are listed: declare sections, feeds or sitemaps")
    site, folder = spider.declared_site(), pages / spider.name
    for record in sorted(path for path in folder.glob("*.json") if not path.name.endswith(".answer.json")):
        is_listing = record.stem.endswith("-listing")
        found.listings += is_listing
        found.pages += not is_listing
        try:
            wrong = (
                listing_record.differences(record, spider)
                if is_listing
                else article_record.differences(record, site)
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            found.faults.append(f"{record.name}: cannot be read: {type(error).__name__}: {error}")
        else:
            found.faults += [
                f"{record.name}: {name}: wants {_short(wanted)}, got {_short(got)}"
                for name, (wanted, got) in wrong.items()
            ]
    found.on_facts = not found.pages and all(tried.startswith("facts") for tried in spider.verified)
    if not found.pages and not found.on_facts:
        found.faults.append(f"no saved page in {folder}: scrapy savepage URL keeps one")
    return found


def _misplaced(spider: type[Publication]) -> list[str]:
    """Say where file, folder, class and name of a site disagree."""
    *_, folder, stem = spider.__module__.split(".")
    if stem == "spider":  # a site of several files is a package of its name
        return (
            []
            if folder == spider.name
            else [f"name: {spider.name!r} in the package {folder!r}; name both so"]
        )
    found = []
    if stem != spider.name:
        found.append(f"name: {spider.name!r} in the file {stem}.py; name both so")
    wanted = "".join(word.capitalize() for word in spider.name.split("_")) + "Spider"
    if spider.__name__ != wanted:
        found.append(f"class {spider.__name__}: call it {wanted}")
    if len(folder) == 2 and (spider.country or "").lower() != folder:
        found.append(f"country: {spider.country!r} in the folder {folder}/; its folder is its country's code")
    return found


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
