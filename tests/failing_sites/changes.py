"""What a news site can change from one day to the next, and what the first run after it says."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from tests.failing_sites.rich_site import NAME, SECTIONS, Page, RichSite, written
from tests.newsroom.http import Response, html

if TYPE_CHECKING:
    from collections.abc import Callable

HOUR = timedelta(hours=1)
BANNER = "We use cookies and similar techniques to show you the best of our pages. Accept, or choose. " * 4
NOT_FOUND = (
    "This page could not be found. It may have moved; try the search, or go back to the front page. " * 4
)
GERMAN = "Der Hafen ist wieder offen, und die Stadt hat nicht gewusst, dass die Brücke für {} gesperrt ist."
CONSENT = (
    "<html><head><title>Before you continue</title></head><body><h1>Before you continue</h1><p>We and our "
    "partners store cookies. Accept all or reject all.</p><form><button>Accept all</button></form></body>"
    "</html>"
)


@dataclass(frozen=True)
class Change:
    """One change of the site."""

    name: str
    makes: Callable[[RichSite], None]
    says: str = ""
    """Words of the run's line; empty: the run is good."""
    code: int = 3


def each(change: Callable[[Page], Page]) -> Callable[[RichSite], None]:
    """Return what changes each page."""
    return partial(_set, name="change", value=change)


def in_place(answer: Callable[[RichSite, Page], Response | None]) -> Callable[[RichSite], None]:
    """Return what answers in place of each story."""
    return partial(_set, name="answer", value=answer)


def freezes(*listings: str) -> Callable[[RichSite], None]:
    """Return what lets listings show what they showed a day before."""
    return partial(_set, name="frozen", value=frozenset(listings))


def a_section_is(answer: Response) -> Callable[[RichSite], None]:
    """Return what stands in place of a section's page."""
    return partial(_set, name="placed", value={"/world": answer})


def turns_round(site: RichSite) -> None:
    """Let listings show the oldest story first."""
    site.is_reversed = True


def nothing(site: RichSite) -> None:
    """Leave the site as it is."""


def _set(site: RichSite, name: str, value: object) -> None:
    setattr(site, name, value)


def later(page: Page) -> Page:
    """Return a page whose times are an hour late."""
    return replace(page, told=page.told + HOUR)


def of_another(site: RichSite, page: Page) -> Response:
    """Return a page with the JSON-LD of the story before it."""
    other = site.story(page.number - 1)
    stated = {"headline": other.headline, "datePublished": other.told.isoformat()}
    return html(written(replace(page, stated=stated)))


def half_asks(_site: RichSite, page: Page) -> Response | None:
    """Return a consent page for every second story."""
    return html(CONSENT) if page.number % 2 else None


def damaged(_site: RichSite, page: Page) -> Response:
    """Return a page whose gzip is broken in the middle."""
    body = gzip.compress(written(page).encode())[:400] + b"xxxx" * 50
    return Response(body, headers={"Content-Encoding": "gzip"})


AGREE = "published_at: all that state it agree in 0% of the last 15 articles"
ONE_BODY = RichSite("").story(3).paragraphs
CHANGES = (
    Change("nothing", nothing),
    Change("the order of listings is turned round", turns_round),
    Change("the site's name stands behind each headline",
           each(lambda page: replace(page, title=f"{page.headline} | {NAME}"))),
    Change("the sitemap freezes", freezes("sitemap"), "/news.xml: shows 0% of the last 15 articles"),
    Change("the feed freezes", freezes("feed"), "/rss.xml: shows 0% of the last 15 articles"),
    Change("pages with links freeze", freezes("/", *SECTIONS), "/: shows 0% of the last 15 articles"),
    Change("a section's page is gone", a_section_is(html("<h1>Not found</h1>", 404)),
           "sections without articles: /world/: answers 404, since 12 November, 1 run"),
    Change("a section leads to the front page", a_section_is(Response(b"", 302, headers={"Location": "/"})),
           "sections without articles: /world/: leads to the front page"),
    Change("a section is empty", a_section_is(html("<title>World</title><h1>World</h1>")),
           "sections without articles: /world/: shows no article"),
    Change("the menu names a section no more", partial(_set, name="unnamed", value="world"),
           "sections without articles: /world/: not named by the site any more, since 12 November, 1 run"),
    Change("articles lead to AMP pages", partial(_set, name="moved", value="/amp"),
           "url: redirected from the listed one in 100% of the last 15 articles"),
    Change("all times are an hour late", partial(_set, name="late", value=HOUR),
           "published_at: shortly before Last-Modified in 0% of the last "),
    Change("all times are an hour early", partial(_set, name="late", value=-HOUR),
           "published_at: shortly before Last-Modified in 0% of the last "),
    Change("pages are an hour late, listings are not", each(later), AGREE),
    Change("metadata are an hour late, the clock and listings are not",
           each(lambda page: replace(later(page), printed=page.told)), AGREE),
    Change("times lose their zone", each(lambda page: replace(page, form="%Y-%m-%dT%H:%M:%S")),
           "published_at: from json-ld for 0%"),
    Change("all have one time", in_place(
        lambda site, page: html(written(replace(page, told=site.story(page.number // 15 * 15).told)))),
        "published_at: "),
    Change("JSON-LD is that of another story", in_place(of_another), AGREE),
    Change("a paywall cuts bodies", each(lambda page: replace(page, paragraphs=page.paragraphs[:2])),
           "body: shorter than usual in 100% of the last 15 articles"),
    Change("a banner stands before each body",
           each(lambda page: replace(page, paragraphs=(BANNER, *page.paragraphs))),
           "body: its first paragraph is the same in 100% of the last 15 articles"),
    Change("a banner stands in place of each body", each(lambda page: replace(page, paragraphs=(BANNER,))),
           "body: one and the same in 15 of 15 articles"),
    Change("one body for all", each(lambda page: replace(page, paragraphs=ONE_BODY)),
           "body: one and the same in 15 of 15 articles"),
    Change("no page has an author", each(lambda page: replace(page, author="")), "authors: missing in 100%"),
    Change("pages are in another language",
           each(lambda page: replace(page, language="de", paragraphs=tuple(
               GERMAN.format(f"Fall {page.number} und {n}") for n in range(12)))),
           "language: en in 0% of the last 15 articles"),
    Change("all pages name the front page as their own",
           in_place(lambda site, page: html(written(replace(page, canonical=f"{site.base_url}/")))),
           "canonical_url: there in 0% of the last 15 articles"),
    Change("all pages lead to the front page",
           in_place(lambda *_: Response(b"", 302, headers={"Location": "/"})),
           "15 of 15 articles rejected (listing 15)"),
    Change("pages not found answer 200",
           in_place(lambda *_: html(f"<title>Not found</title><h1>Page not found</h1><p>{NOT_FOUND}</p>")),
           "(soft_404 ×", 1),
    Change("half of the pages ask for consent", in_place(half_asks), "(consent ×", 1),
    Change("pages are pictures alone",
           each(lambda page: replace(page, paragraphs=('<img src="/a.jpg">',) * 5)),
           "15 of 15 articles rejected (no_body 15)"),
    Change("gzip is broken", in_place(damaged), "articles that were asked for failed (truncated ×15)"),
)  # fmt: skip
