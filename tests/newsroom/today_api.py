"""The JSON listings of today's layout, with their awkward habits.

A page repeats the story at its cursor, the same ``lastTime`` comes back for ever at the end (in some sections
an empty page instead), adverts have no link, some links are absolute or lead to another section's address or
to the AMP twin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from tests.newsroom.expected import in_section, topic_slugs
from tests.newsroom.http import Request, Response, html, json_response
from tests.newsroom.story import SECTION_IDS, Story, inline_text

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDS_EMPTY = {"science", "defense", "pressreview"}
"""Sections whose listing ends with an empty page."""


class TodayApi:
    """Answers ``/userApi/…`` (POST, JSON)."""

    def __init__(self, page_size: int, listing: Literal["sound", "not_json", "stuck"]) -> None:
        self.page_size = page_size
        self.listing = listing

    def respond(self, request: Request, there: Sequence[Story], base: str) -> Response | None:
        endpoints = {
            "categoryNewsList": self.section,
            "getNewsFeed": self.feed,
            "newsList": self.feed,
            "mainPageNewsList": self.feed,
            "tagNews": self.topic,
            "search": self.search,
        }
        endpoint = endpoints.get(request.path.removeprefix("/userApi/"))
        if endpoint is None or request.method != "POST":
            return None
        if self.listing == "not_json":
            return html("<html><body>Service is being updated</body></html>")
        return json_response(endpoint(request.asked(), there, base))

    def section(self, asked: dict[str, Any], there: Sequence[Story], base: str) -> object:
        slug = next((s for s, number in SECTION_IDS.items() if number == asked.get("sectionId")), "")
        found = [s for s in there if in_section(s, slug)]
        return self._page(asked, found, base, ends_empty=slug in ENDS_EMPTY)

    def feed(self, asked: dict[str, Any], there: Sequence[Story], base: str) -> object:
        found = [s for s in there if s.section == "science" or not asked.get("isNauka")]
        return self._page(asked, found, base, ends_empty=False)

    def topic(self, asked: dict[str, Any], there: Sequence[Story], _base: str) -> object:
        found = [s for s in there if asked.get("tagSlug") in topic_slugs(s)]
        found, end = self._cut(asked, found, "lastTimestamp")
        return {
            "tagNews": [
                {"id": s.number, "mark": "", "title": s.headline, "link": s.path, "date": _unix(s)}
                for s in found
            ],
            "timestamp": int(found[-1].published.timestamp()) if found else None,
            "listEnd": end,
        }

    def search(self, asked: dict[str, Any], there: Sequence[Story], base: str) -> object:
        words = str(asked.get("searchStr") or "").lower().split()
        sections = {str(number) for number in asked.get("sections") or []}
        first = int(asked.get("from") or 0)
        size = min(int(asked.get("size") or 20), self.page_size)
        found = [
            s
            for s in there
            if (not sections or str(SECTION_IDS[s.section]) in sections)
            and all(word in searched_text(s) for word in words)
        ]
        return [self._item(s, base) for s in found[first : first + size]]

    def _page(
        self, asked: dict[str, Any], found: Sequence[Story], base: str, *, ends_empty: bool
    ) -> dict[str, Any]:
        cursor = asked.get("timestamp") or 0
        found, _ = self._cut(asked, found, "timestamp")
        if ends_empty and cursor and not any(int(s.published.timestamp()) < cursor for s in found):
            return {"newsList": [], "lastTime": 0}
        items = [self._item(story, base) for story in found]
        if len(items) > 2:
            last = found[1]
            items.insert(2, {"type": "advertising_1", "title": "", "date": int(last.published.timestamp())})
        return {
            "newsList": items,
            "lastTime": int(found[-1].published.timestamp()) if found else cursor,
        }

    def _cut(
        self, asked: dict[str, Any], found: Sequence[Story], cursor_name: str
    ) -> tuple[list[Story], bool]:
        """The stories not newer than the cursor, at most a page of them, and whether there are no more."""
        excluded = asked.get("excludeNewsIds") or []
        if isinstance(excluded, str):
            excluded = excluded.split(",")
        numbers = {str(number).strip() for number in excluded}
        found = [s for s in found if str(s.number) not in numbers]
        cursor = asked.get(cursor_name)
        if cursor and self.listing != "stuck":
            found = [s for s in found if int(s.published.timestamp()) <= int(cursor)]
        size = max(1, min(int(asked.get("limit") or 20), self.page_size))
        return found[:size], len(found) <= size

    def _item(self, story: Story, base: str) -> dict[str, Any]:
        link = story.path
        if story.number % 3 == 1 and story.aliases:
            link = story.aliases[0]
        elif story.number % 7 == 0 and story.has_amp:
            link += "/amp"
        if story.number % 5 == 0:
            link = base + link
        return {
            "id": story.number,
            "isFlash": False,
            "isOnline": False,
            "type": "default",
            "mark": "",
            "date": _unix(story),
            "title": story.headline,
            "subtitle": "",
            "lead": story.lead or "",
            "image": "",
            "link": link,
            "sponsor_id": None,
            "sponsor_type_id": None,
        }


def searched_text(story: Story) -> str:
    """What the site's search looks through."""
    return " ".join([story.headline, story.lead or "", *map(inline_text, story.paragraphs())]).lower()


def _unix(story: Story) -> int | None:
    return int(story.published.timestamp()) if story.dated else None
