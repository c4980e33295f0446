"""Bounds: how much of a page, feed or sitemap is read, before it is taken for an attack."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of everything that is read; 0: no bound. ``settings.py`` has the reason of each.

    >>> Bounds(page_tags=100).page_tags, Bounds().page_tags
    (100, 100000)
    """

    page_bytes: int = 4 * 1024 * 1024
    """``PAGE_MAX_BYTES``: of an HTML page that are parsed."""
    page_tags: int = 100_000
    """``PAGE_MAX_TAGS``: of an HTML page."""
    page_depth: int = 256
    """``PAGE_MAX_DEPTH``: elements in elements, of HTML and XML."""
    page_attributes: int = 5000
    """``PAGE_MAX_ATTRIBUTES``: of one HTML tag."""
    page_seconds: int = 10
    """``PAGE_MAX_SECONDS``: of the processor, that reading a page or a listing takes."""
    page_links: int = 20_000
    """``PAGE_MAX_LINKS``: of an HTML page that are looked at."""
    article_pages: int = 20
    """``ARTICLE_MAX_PAGES``: of one article that goes on from page to page."""
    text_length: int = 2_000_000
    """``TEXT_MAX_LENGTH``: characters of an article's whole text."""
    string_length: int = 100_000
    """``STRING_MAX_LENGTH``: characters of any other string of a line."""
    list_items: int = 5000
    """``LIST_MAX_ITEMS``: of any list of a line."""
    line_bytes: int = 15_000_000
    """``LINE_MAX_BYTES``: of a line as it is written."""
    url_length: int = 16_384
    """``URL_MAX_LENGTH``: characters of what is taken for a URL."""
    xml_attributes: int = 200
    """``XML_MAX_ATTRIBUTES``: of one tag of a feed or sitemap."""
    xml_broken_tags: int = 10_000
    """``XML_MAX_BROKEN_TAGS``: signs and tags of a feed or sitemap that mean nothing."""
    xml_loose_elements: int = 20_000
    """``XML_MAX_LOOSE_ELEMENTS``: in one entry, or outside of all."""
    json_values: int = 200_000
    """``JSON_MAX_VALUES``: of a page's scripts that are parsed."""
    listing_items: int = 5000
    """``LISTING_MAX_ITEMS``: entries of a feed or a JSON listing."""
    sitemap_items: int = 50_000
    """``SITEMAP_MAX_ITEMS``: entries of a sitemap."""
    robots_size: int = 500 * 1024
    """``ROBOTS_MAX_SIZE``: bytes of robots.txt."""
    robots_sitemaps: int = 20
    """``ROBOTS_MAX_SITEMAPS``: that robots.txt names and that are asked for."""
    sitemap_size: int = 50 * 1024 * 1024
    """``SITEMAP_MAX_SIZE``: of a sitemap, as sent and as inflated."""

    @classmethod
    def of(cls, settings: BaseSettings) -> Self:
        """Take the bounds out of a crawl's settings.

        :raises WrongArgument: one is no number.
        """
        default = cls()
        return cls(**{name: _number(settings, setting(name), getattr(default, name)) for name in NAMES})


def _number(settings: BaseSettings, name: str, default: int) -> int:
    try:
        return settings.getint(name, default)
    except (TypeError, ValueError):
        # only where there are settings is Scrapy installed, whose error of use it is
        from newscrawler.exceptions import WrongArgument  # noqa: PLC0415

        raise WrongArgument(
            f"{name} is {settings.get(name)!r}: give a whole number, 0 for no bound"
        ) from None


def setting(name: str) -> str:
    """Name the setting of a bound.

    >>> setting("page_tags")
    'PAGE_MAX_TAGS'
    """
    kind, _, what = name.partition("_")
    return f"{kind}_MAX_{what}".upper()


NAMES: Final = tuple(field.name for field in fields(Bounds))
DEFAULT: Final = Bounds()
