"""Witnesses: some pages of each run are read twice, with the site's selectors and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawler.health.witness import agreement

if TYPE_CHECKING:
    from newscrawler.extract import Reading
    from newscrawler.publication.site import Site
    from newscrawler.run.run import Run


def is_wanted(run: Run, site: Site) -> bool:
    """Tell whether the next page is to be read twice."""
    return bool(site.layouts) and run.witnessed < run.crawler.settings.getint("WITNESS_PAGES")


def heard(run: Run, reading: Reading) -> None:
    """Count whether the two readings of a page agree, if it was read twice."""
    article = reading.article
    if article is None or reading.general is None:
        return
    run.witnessed += 1
    for trait, is_same in agreement(article, reading.general, reading.stated).items():
        run.observation.count(trait, "yes" if is_same else "no", article.url)
