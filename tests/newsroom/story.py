"""Story: one invented article of the newsroom, independent of the markup it is served in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from newscrawler.items import Dateline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOSCOW = ZoneInfo("Europe/Moscow")

SECTIONS = {
    "politics": "Russian Politics & Diplomacy",
    "world": "World",
    "economy": "Business & Economy",
    "defense": "Military & Defense",
    "science": "Science & Space",
    "emergencies": "Emergencies",
    "society": "Society & Culture",
    "sports": "Sport",
    "pressreview": "Press Review",
}
"""Slug -> the name that pages print, in the order of the menu."""

SECTION_IDS = {
    "politics": 4954,
    "world": 4844,
    "economy": 4845,
    "defense": 4953,
    "science": 4957,
    "emergencies": 4992,
    "society": 4956,
    "sports": 4869,
    "pressreview": 4981,
}

TOPICS = {
    "Arctic": "arctic",
    "Bridges & tunnels": "bridges-and-tunnels",
    "Fisheries": "fisheries",
    "Foreign policy": "russias-foreign-policy",
    "Ice hockey": "ice-hockey",
    "Museums": "museums",
    "Railways": "railways",
    "Space program": "space-program",
    "Syrian conflict": "conflict-in-syria",
    "Weather": "weather",
}
"""Name as printed -> slug of its page."""

TOPIC_IDS = {slug: number for number, slug in enumerate(TOPICS.values(), start=5101)}

Kind = Literal["news", "article", "interview", "opinion", "explainer"]


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture with caption and credit; served from an address that does not exist."""

    number: int
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Subhead:
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhotoBox:
    """A picture between two paragraphs."""

    photo: Photo


@dataclass(frozen=True, slots=True)
class Gallery:
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class ReadAlso:
    """A box with other stories between two paragraphs; sometimes without its label, sometimes with a
    picture."""

    numbers: tuple[int, ...]
    label: bool = True
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A boxed note of background: shown beside the text, not part of it."""

    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The article goes on at ``?page=2``."""


Block = str | Subhead | Bullets | PhotoBox | Gallery | ReadAlso | Reference | PageBreak

_INLINE = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<href>[^)]+)\)|\*\*(?P<bold>[^*]+)\*\*")


def inline_html(text: str) -> str:
    """Markup of a paragraph: ``[text](address)`` is a link, ``**text**`` is bold.

    >>> inline_html("A & [b](/c)")
    'A &amp; <a href="/c">b</a>'
    """

    def tag(found: re.Match[str]) -> str:
        if found["bold"]:
            return f"<strong>{found['bold']}</strong>"
        return f'<a href="{found["href"]}">{found["text"]}</a>'

    return _INLINE.sub(tag, escape(text, quote=False))


def inline_text(text: str) -> str:
    """The same paragraph as a reader sees it.

    >>> inline_text("A & [b](/c)")
    'A & b'
    """
    return _INLINE.sub(lambda found: found["bold"] or found["text"], text)


def moscow(text: str) -> datetime:
    """``2017-05-04 18:41:20`` in Moscow, with the offset of that day."""
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


def dateline(
    place: str, day: str, form: str = ". /TASS/.", *, region: str | None = None, agency: str = "TASS"
) -> Dateline:
    """``dateline("ASTANA", "May 4")`` is ``ASTANA, May 4. /TASS/.``; a region stands as it is printed."""
    printed = f"{place} {region}" if region else place
    return Dateline(f"{printed}, {day}{form}", place, region.strip("/()") if region else None, day, agency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article and what becomes of it. Values are what a reader sees, not what some markup makes of
    them."""

    number: int
    """The publisher's article number; fits the day of publication as the real numbers do."""
    section: str
    published: datetime
    headline: str
    lead: str | None
    blocks: tuple[Block, ...]
    dateline: Dateline | None = None
    """Opens the first paragraph."""
    topics: tuple[str, ...] = ()
    kind: Kind = "news"
    photo: Photo | None = None
    """The picture above the text."""
    modified: datetime | None = None
    label: str | None = None
    """Topic label above the headline."""
    also_in: tuple[str, ...] = ()
    """Other sections whose lists show the story."""
    slugs: tuple[str, ...] = ()
    """Further first parts of an address under which the story is served."""
    updated_mark: bool = False
    """The page prints "Updated at:" above the headline, its time empty without JavaScript."""
    dated: bool = True
    """Whether any page or listing tells the time of publication."""
    first_epoch: int = 0
    withdrawn_epoch: int | None = None
    """From this epoch on the story is gone."""
    withdrawn_status: int = 410
    edits: Mapping[int, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    """Epoch -> fields with their values from then on."""

    @property
    def path(self) -> str:
        return f"/{self.section}/{self.number}"

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other addresses of the story: ``/sport/N`` for ``/sports/N``, other sections, topics."""
        old_slug = ("sport",) if self.section == "sports" else ()
        return tuple(f"/{slug}/{self.number}" for slug in (*old_slug, *self.also_in, *self.slugs))

    @property
    def section_name(self) -> str:
        return SECTIONS[self.section]

    @property
    def whole(self) -> bool:
        """Whether it has what makes an article: a headline and a text."""
        return bool(self.headline and self.paragraphs())

    @property
    def has_amp(self) -> bool:
        """Whether the story has an AMP twin: a whole, dated story on one page."""
        return self.whole and self.dated and len(self.pages()) == 1

    def at(self, epoch: int) -> Story | None:
        """The story as it stands in that epoch, or ``None`` if it is not there yet or gone."""
        if epoch < self.first_epoch or (self.withdrawn_epoch is not None and epoch >= self.withdrawn_epoch):
            return None
        story = self
        for when in sorted(self.edits):
            if when <= epoch:
                story = replace(story, **self.edits[when])
        return story

    def pages(self) -> list[list[Block]]:
        """The blocks by page, the dateline put before the first paragraph."""
        pages: list[list[Block]] = [[]]
        opened = self.dateline is None
        for block in self.blocks:
            if isinstance(block, PageBreak):
                pages.append([])
            elif isinstance(block, str) and not opened and self.dateline is not None:
                pages[-1].append(f"{self.dateline.text} {block}")
                opened = True
            else:
                pages[-1].append(block)
        return pages

    def paragraphs(self) -> list[str]:
        """What belongs to the body, in order, as a reader sees it."""
        out: list[str] = []
        for page in self.pages():
            for block in page:
                if isinstance(block, str):
                    out.append(inline_text(block))
                elif isinstance(block, Subhead):
                    out.append(block.text)
                elif isinstance(block, Bullets):
                    out.extend(inline_text(item) for item in block.items)
        return out

    def photos(self) -> Iterator[Photo]:
        """Pictures in the order of the page, the one above the text first."""
        if self.photo:
            yield self.photo
        for block in self.blocks:
            if isinstance(block, PhotoBox):
                yield block.photo
            elif isinstance(block, Gallery):
                yield from block.photos

    def related(self) -> list[int]:
        """Numbers of the stories in the read-also boxes."""
        return [n for block in self.blocks if isinstance(block, ReadAlso) for n in block.numbers]

    def photo_address(self, photo: Photo) -> str:
        return f"https://cdn.newsroom.example/tass/m2/en/uploads/i/{self.published:%Y%m%d}/{photo.number}.jpg"
