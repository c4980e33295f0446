"""The newsroom's own list of what it serves: the record that each article must give."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawler.items import Dateline, Image, RelatedStory
from tests.newsroom.stories_2011_2019 import STORIES as STORIES_TO_2019
from tests.newsroom.stories_2020_2024 import STORIES as STORIES_TO_2024
from tests.newsroom.stories_2025 import STORIES as STORIES_OF_2025
from tests.newsroom.story import TOPICS, Story

if TYPE_CHECKING:
    from datetime import datetime

    from tests.newsroom.http import Publication

STORIES = STORIES_TO_2019 + STORIES_TO_2024 + STORIES_OF_2025
BY_NUMBER = {story.number: story for story in STORIES}
LAST_EPOCH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedArticle:
    """What a crawl must bring for one article."""

    number: int
    url: str
    """The address that the site's pages state as the article's own."""
    headline: str
    lead: str | None
    paragraphs: list[str]
    section: str
    section_slug: str
    topics: list[str]
    published: datetime | None
    """As the page states it: with the seconds, in the older layout to the minute."""
    modified: datetime | None
    """As the page states it; today's layout repeats ``published`` where nothing was changed."""
    dateline: Dateline | None
    images: list[Image] = field(default_factory=list)
    related: list[RelatedStory] = field(default_factory=list)
    """The stories of the read-also boxes and, in today's layout, those below the text."""

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def minute(self) -> datetime | None:
        return self.published.replace(second=0) if self.published else None


def stories(epoch: int) -> list[Story]:
    """What is on the site in that epoch, newest first, unfinished pages included."""
    there = [at for story in STORIES if (at := story.at(epoch))]
    return sorted(there, key=lambda story: (story.published, story.number), reverse=True)


def expected_articles(site: Publication, epoch: int) -> list[ExpectedArticle]:
    """The whole articles of that epoch that a publication holds, newest first."""
    return [
        expected_article(site, story, epoch) for story in stories(epoch) if story.whole and site.holds(story)
    ]


def expected_article(site: Publication, story: Story, epoch: int) -> ExpectedArticle:
    """The record of one story; a withdrawn one beside it is still named by its last headline."""
    published, modified = site.times(story)
    return ExpectedArticle(
        number=story.number,
        url=site.address(story),
        headline=story.headline,
        lead=story.lead,
        paragraphs=story.paragraphs(),
        section=story.section_name,
        section_slug=story.section,
        topics=list(story.topics),
        published=published,
        modified=modified,
        dateline=story.dateline,
        images=[Image(story.photo_address(p), p.caption, p.credit) for p in story.photos()],
        related=[
            RelatedStory(site.address(other), headline_of(other, epoch)) for other in site.offered(story)
        ],
    )


def headline_of(story: Story, epoch: int) -> str:
    """The headline in that epoch, or the first one where the story is gone."""
    return (story.at(epoch) or story).headline


def below(story: Story) -> list[Story]:
    """The two stories below the text in today's layout: older ones that never change."""
    steady = [s for s in STORIES if s.whole and s.dated and not s.edits and s.withdrawn_epoch is None]
    older = [s for s in steady if s.number < story.number and s.number not in story.related()]
    return older[-2:]


def topic_slugs(story: Story) -> list[str]:
    return [TOPICS[name] for name in story.topics]


def in_section(story: Story, slug: str) -> bool:
    """Whether the list of that section shows the story."""
    return slug in (story.section, *story.also_in)
