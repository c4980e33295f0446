"""A third newsroom whose articles are found by feeds alone: no section pages, no sitemap, other markup
again."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tests.newsroom import feeds
from tests.newsroom.expected import BY_NUMBER, stories
from tests.newsroom.http import Request, Response, html, plain, xml
from tests.newsroom.plain_site import figure
from tests.newsroom.story import SECTIONS, Bullets, Story, Subhead, inline_html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

NAME = "Wire of the North"


class FeedsOnlySite:
    """An invented wire service: a home page that names its feeds, and pages of ``div`` elements."""

    def __init__(self) -> None:
        self.base = ""

    def address(self, story: Story) -> str:
        return f"{self.base}/item/{story.number}"

    def holds(self, story: Story) -> bool:
        return story.whole and story.dated

    def offered(self, story: Story) -> list[Story]:
        return []

    def times(self, story: Story) -> tuple[datetime | None, datetime | None]:
        return story.published, None

    def respond(self, request: Request, epoch: int) -> Response | None:
        path, there = request.path, [s for s in stories(epoch) if self.holds(s)]
        if path == "/robots.txt":
            return plain(feeds.robots(self.base, disallow=()))
        if path == "/":
            return html(self.home())
        for slug in SECTIONS:
            if path == f"/feeds/{slug}.rss":
                found = [s for s in there if s.section == slug]
                text = feeds.rss(f"{NAME}: {SECTIONS[slug]}", self.base, found, self.address)
                return xml(text, "application/rss+xml; charset=utf-8")
        for known in BY_NUMBER.values():
            if path == f"/item/{known.number}" and self.holds(known):
                story = known.at(epoch)
                if story is None:
                    return html("<h1>Gone</h1>", 410) if epoch >= known.first_epoch else None
                return html(self.article(story))
        return None

    def home(self) -> str:
        links = "\n".join(
            f'<link rel="alternate" type="application/rss+xml" title="{escape(name)}" href="/feeds/{slug}.rss">'
            for slug, name in SECTIONS.items()
        )
        return self.frame(NAME, links, f"<h1>{NAME}</h1>\n<p>News by feed. Choose yours in your reader.</p>")

    def article(self, story: Story) -> str:
        texts = [block for page in story.pages() for block in page]
        pictures = "".join(figure(story, photo) for photo in story.photos())
        body = pictures + "\n".join(filter(None, (self.block(block) for block in texts)))
        lead = f'<div class="story-intro">{escape(story.lead, quote=False)}</div>\n' if story.lead else ""
        head = f"""<meta property="og:type" content="article">
<meta property="og:title" content="{escape(story.headline)}">
<meta property="og:description" content="{escape(story.lead or "")}">
<meta property="og:url" content="{self.address(story)}">
<meta property="article:published_time" content="{story.published.isoformat()}">
<meta property="article:section" content="{escape(story.section_name)}">
{_tags(story.topics)}"""
        main = f"""<div class="story"><h1 class="story-title">{escape(story.headline, quote=False)}</h1>
{lead}<div class="story-text">
{body}
</div></div>"""
        return self.frame(f"{story.headline} - {NAME}", head, main)

    def block(self, block: object) -> str:
        if isinstance(block, str):
            return f"<p>{inline_html(block)}</p>"
        if isinstance(block, Subhead):
            return f"<h3>{escape(block.text, quote=False)}</h3>"
        if isinstance(block, Bullets):
            return "<ul>" + "".join(f"<li>{inline_html(item)}</li>" for item in block.items) + "</ul>"
        return ""

    def frame(self, title: str, head: str, main: str) -> str:
        return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
{head}
</head>
<body>
<div class="top"><a href="/">{NAME}</a></div>
{main}
<div class="bottom">The wire is invented, and so are its stories.</div>
</body>
</html>
"""


def _tags(topics: Sequence[str]) -> str:
    return "\n".join(f'<meta property="article:tag" content="{escape(name)}">' for name in topics)
