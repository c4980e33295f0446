"""A news site whose pages say all that a page can say, so that any part of it can change."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from tests.failing_sites.failing_site import FIRST_DAY, Site
from tests.newsroom.http import Request, Response, html, plain, xml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SECTIONS = ("politics", "world", "business", "sport", "culture")
AUTHORS = ("Ada Quillfeather", "Bruno Saltmarsh", "Clara Underhill", "Edda Brightwater", "Hugo Larkspur")
_VOCABULARY = (
    "harbour council ferry bridge budget plan vote mayor reports company workers winter season market price "
    "tram line school museum river flood engineers committee decision region ministers talks agreement "
    "fishing fleet grain export railway station tender contract court judge ruling appeal study university "
    "data energy grid turbines storm forecast festival theatre orchestra league match coach players victory"
)
WORDS = tuple(_VOCABULARY.split())
NAME = "The Harbour Post"


@dataclass(frozen=True)
class Page:
    """What the page of one story says."""

    number: int
    url: str
    headline: str
    told: datetime
    section: str
    author: str
    paragraphs: tuple[str, ...]
    canonical: str
    language: str = "en"
    title: str = ""
    """What the page shows as its headline; empty: the headline."""
    stated: dict[str, Any] = field(default_factory=dict)
    """In place of what its JSON-LD says."""
    printed: datetime | None = None
    """The clock that a reader sees; None: that of ``told``."""
    form: str = "%Y-%m-%dT%H:%M:%S+00:00"
    """How machines are told of the time."""


class RichSite(Site):
    """Some stories a day in five sections; a front page, section pages, a feed and a news sitemap."""

    def __init__(self, host: str, *, stories: int = 15, shown: int = 30) -> None:
        super().__init__(host, stories=stories, shown=shown)
        self.change: Callable[[Page], Page] = lambda page: page
        """Applied to each page of the day on which the site changes."""
        self.frozen: frozenset[str] = frozenset()
        """Listings that show what they showed a day ago."""
        self.answer: Callable[[RichSite, Page], Response | None] = lambda _site, _page: None
        """What stands in place of a story; None: the story."""
        self.is_reversed = False
        self.placed: Mapping[str, Response] = {}
        """What stands in place of a listing, by path."""
        self.unnamed = ""
        """A section that no menu names."""
        self.moved = ""
        """Path before that of each story, to which its URL leads."""
        self.late = timedelta()
        """How late the day's stories say that they were told, wherever they say it."""

    def story(self, number: int) -> Page:
        """Return a story as its page would say it on an ordinary day."""
        dice = random.Random(number)
        day, place = divmod(number, self.stories)
        told = (
            FIRST_DAY + timedelta(days=day) - timedelta(minutes=(self.stories - place) * 1380 // self.stories)
        )
        if day == self.day:
            told += self.late
        section = SECTIONS[(number * 7 + day) % 5]
        headline = f"{dice.choice(WORDS)} {' '.join(dice.sample(WORDS, 5))} of {number + 2}".capitalize()
        url = f"{self.base_url}/{section}/{headline.lower().replace(' ', '-')}-{100_000 + number}"
        paragraphs = tuple(
            " ".join(dice.choices(WORDS, k=dice.randint(25, 55))).capitalize() + "." for _ in range(8)
        )
        return Page(number, url, headline, told, section, dice.choice(AUTHORS), paragraphs, url)

    def respond(self, request: Request) -> Response:
        if request.path == "/robots.txt":
            return plain(f"Sitemap: {self.base_url}/news.xml\n")
        if request.path.rstrip("/") in self.placed:
            return self.placed[request.path.rstrip("/")]
        if request.path == "/":
            return self._listing("/", self.numbers_of("/"))
        if request.path.strip("/") in SECTIONS:
            return self._listing(request.path, self.numbers_of(request.path.strip("/")))
        if request.path == "/rss.xml":
            return xml(self._feed())
        if request.path == "/news.xml":
            return xml(self._sitemap())
        last = request.path.rpartition("-")[2]
        if not last.isdigit() or not 0 <= int(last) - 100_000 < (self.day + 1) * self.stories:
            return html("<h1>Not found</h1>", 404)
        if self.moved and not request.path.startswith(self.moved):
            return Response(b"", 302, headers={"Location": self.moved + request.path})
        page = self.story(int(last) - 100_000)
        return self.answer(self, page) or self._page(page)

    def _page(self, page: Page) -> Response:
        late = self.late if page.number // self.stories == self.day else timedelta()
        made = format_datetime(page.told - late + timedelta(minutes=page.number % 5), usegmt=True)
        return Response(written(self.change(page)).encode(), headers={"Last-Modified": made})

    def numbers_of(self, listing: str) -> list[int]:
        """Return the stories that a listing shows."""
        now, self.day = self.day, self.day - (listing in self.frozen)
        every = range((self.day + 1) * self.stories - 1, -1, -1)
        numbers = [n for n in every if listing not in SECTIONS or self.story(n).section == listing]
        self.day = now
        shown = numbers[: self.shown]
        return shown[::-1] if self.is_reversed else shown

    def _listing(self, path: str, numbers: list[int]) -> Response:
        menu = "".join(f'<a href="/{name}/">{name.title()}</a> ' for name in SECTIONS if name != self.unnamed)
        rows = ""
        for page in map(self.story, numbers):
            rows += f'<article><h2><a href="{page.url}">{page.headline}</a></h2></article>'
        link = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'
        return html(
            f"<html><head><title>{NAME}</title>{link}</head><body><nav>{menu}</nav>"
            f"<main>{rows}</main></body></html>"
        )

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>{page.headline}</title><link>{page.url}</link>"
            f"<pubDate>{format_datetime(page.told)}</pubDate></item>"
            for page in map(self.story, self.numbers_of("feed"))
        )
        return f"<rss><channel><title>{NAME}</title>{items}</channel></rss>"

    def _sitemap(self) -> str:
        urls = "".join(
            f"<url><loc>{page.url}</loc><news:news><news:title>{page.headline}</news:title>"
            f"<news:publication_date>{page.told.isoformat()}</news:publication_date>"
            "</news:news></url>"
            for page in map(self.story, self.numbers_of("sitemap"))
        )
        spaces = (
            'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        )
        return f'<?xml version="1.0" encoding="UTF-8"?><urlset {spaces}>{urls}</urlset>'


def written(page: Page) -> str:
    """Return the markup of a page."""
    title = page.title or page.headline
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": page.headline,
        "datePublished": page.told.strftime(page.form), "articleSection": page.section.title(),
        "author": [{"@type": "Person", "name": page.author}] if page.author else [],
        "inLanguage": page.language, "publisher": {"@type": "Organization", "name": NAME}, **page.stated,
    }  # fmt: skip
    printed = page.printed or page.told
    body = "".join(f"<p>{text}</p>" for text in page.paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{page.language}"><head><title>{title} | {NAME}</title>'
        f'<link rel="canonical" href="{page.canonical}"><meta property="og:title" content="{page.headline}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
        f"<body><article><h1>{title}</h1>"
        f'<p class="byline">By {page.author}</p><p class="time">{printed:%d %B %Y, %H:%M} UTC</p>'
        f'<div class="story">{body}</div></article></body></html>'
    )
