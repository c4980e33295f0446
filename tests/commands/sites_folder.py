"""A package of invented sites, for commands that look at many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SITE = '''"""{title}."""

from newscrawler.news_spider import NewsSpider


class {cls}Spider(NewsSpider):
    """{name}.example."""

    name = "{name}"
    allowed_domains = ("{name}.example",)
    title = "{title}"
    country = "{country}"
    language = "{language}"
    kind = "{kind}"
    timezone = "Europe/London"
    sections = {{"world": "/world"}}
    verified = ("facts 2026",)
'''
SITES = [
    ("gazette", "The Gazette", "GB", "en", "quality"),
    ("le_soir", "Le Soir", "BE", "fr", "general"),
    ("depesche", "Depesche", "DE", "de", "agency"),
]


def write_sites(folder: Path) -> str:
    """Write the sites as a package; return its name."""
    package = folder / f"press_{folder.name.replace('-', '_')}"
    for name, title, country, language, kind in SITES:
        place = package / country.lower()
        place.mkdir(parents=True)
        (place / "__init__.py").write_text("")
        cls = "".join(map(str.capitalize, name.split("_")))
        text = SITE.format(name=name, title=title, cls=cls, country=country, language=language, kind=kind)
        (place / f"{name}.py").write_text(text)
    (package / "__init__.py").write_text("")
    return package.name
