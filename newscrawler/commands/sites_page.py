"""Sites page: the declared sites, and those that are not, as ``docs/sites.md`` shows them."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscrawler.publication.declaration import Publication

HEAD = """# The declared sites

`make sites` writes this page from the spiders; change them, not the page. `scrapy crawl zeit` crawls a site,
`scrapy sites` shows the table with the latest runs, `scrapy crawl any_site -a url=…` is for every other site.

No site was asked for its declaration. *Tried on* says what each rests on: `facts` are URLs from public lists,
feeds and links; `page` is a page of that year, saved in its own markup, whose fields a test reads; `live` is
the site itself.
"""
NOT_DECLARED = """## Not declared

What is publicly known of these says that they refuse a crawler that names itself and keeps to robots.txt. We
neither disguise ourselves nor read past robots.txt, so they are not declared. What is publicly known may be
wrong: `scrapy crawl any_site -a url=…` asks politely and says what came back.
"""
COLUMNS = ("country", "site", "publication", "kind", "language", "sections", "tried on")
REASONS = {
    "disguise": "public crawlers reach it only disguised as a browser or as a search engine's robot",
    "refuses": "it refuses clients that it does not know",
    "robots": "public crawlers reach it only with robots.txt left unread",
}


def sites_page(sites: Iterable[type[Publication]]) -> str:
    """Return the page.

    :param sites: the declared sites; those of tests and of other projects have no place on it.
    """
    declared = sorted(sites, key=lambda site: (site.country or "", site.name))
    refusing = (
        (each["title"], each["country"], REASONS[each["why"]], each["as_of"]) for each in not_declared()
    )
    return "\n".join(
        (
            HEAD,
            _table(COLUMNS, map(_row, declared)),
            NOT_DECLARED,
            _table(("publication", "country", "why", "as of"), refusing),
        )
    )


def not_declared() -> list[dict[str, Any]]:
    """Return the publications that are not declared, with the reason."""
    text = (files("newscrawler.spiders") / "not_declared.toml").read_text("utf-8")
    return list(tomllib.loads(text).values())


def _row(site: type[Publication]) -> tuple[object, ...]:
    languages = dict.fromkeys((site.language or "", *site.languages.values()))
    home = site.home or f"https://{site.allowed_domains[0]}"
    return (
        site.country or "", f"`{site.name}`", f"[{site.title or site.name}]({home})", site.kind or "",
        " ".join(languages), len(site.section_slugs()), ", ".join(site.verified),
    )  # fmt: skip


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    def lines() -> Iterator[str]:
        names = list(head)
        yield "| " + " | ".join(names) + " |"
        yield "|" + " --- |" * len(names)
        for row in rows:
            yield "| " + " | ".join(map(str, row)) + " |"

    return "\n".join(lines()) + "\n"
