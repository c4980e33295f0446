"""A second newsroom in plain semantic HTML: no JSON-LD, numbered list pages, an Atom feed, a news sitemap.

Its addresses hold no article number: ``/news/economy/2021/06/05/lace-forum-brings-1-300-visitors/``.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from tests.newsroom import feeds
from tests.newsroom.expected import BY_NUMBER, headline_of, in_section, stories, topic_slugs
from tests.newsroom.http import Request, Response, html, plain, xml
from tests.newsroom.story import (
    SECTIONS,
    TOPICS,
    Block,
    Bullets,
    Gallery,
    Photo,
    PhotoBox,
    ReadAlso,
    Story,
    Subhead,
    inline_html,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

NAME = "Lakeside Courier"


class PlainSite:
    """An invented paper; it holds the same stories, those without headline, text or date left out."""

    def __init__(self, *, page_size: int) -> None:
        self.base = ""
        self.page_size = page_size

    def address(self, story: Story) -> str:
        return f"{self.base}{path_of(story)}"

    def holds(self, story: Story) -> bool:
        return story.whole and story.dated

    def offered(self, story: Story) -> list[Story]:
        return [BY_NUMBER[n] for n in story.related()]

    def times(self, story: Story) -> tuple[datetime | None, datetime | None]:
        return story.published, story.modified

    def respond(self, request: Request, epoch: int) -> Response | None:
        path, there = request.path, [s for s in stories(epoch) if self.holds(s)]
        if path == "/robots.txt":
            return plain(feeds.robots(self.base, "/news-sitemap.xml", disallow=("/search/", "/account/")))
        if path == "/atom.xml":
            text = feeds.atom(NAME, self.base, there[:20], self.address)
            return xml(text, "application/atom+xml; charset=utf-8")
        if path == "/news-sitemap.xml":
            return xml(feeds.news_sitemap(NAME, there[:10], self.address))
        page = int(request.query.get("page", "1"))
        if path == "/":
            return html(self.home(there))
        for slug in SECTIONS:
            if path == f"/news/{slug}/":
                found = [s for s in there if in_section(s, slug)]
                return self.listing(SECTIONS[slug], path, found, page)
        for name, slug in TOPICS.items():
            if path == f"/topic/{slug}/":
                return self.listing(name, path, [s for s in there if slug in topic_slugs(s)], page)
        return self.article_response(path, epoch)

    def article_response(self, path: str, epoch: int) -> Response | None:
        for known in BY_NUMBER.values():
            if path == path_of(known) and self.holds(known):
                if story := known.at(epoch):
                    return html(self.article(story, epoch))
                gone = known.withdrawn_epoch is not None and epoch >= known.withdrawn_epoch
                return html("<h1>Page not found</h1>", known.withdrawn_status) if gone else None
        return None

    def article(self, story: Story, epoch: int = 0) -> str:
        body = "\n".join(self.block(story, block, epoch) for page in story.pages() for block in page)
        lead = f'<p class="standfirst">{escape(story.lead, quote=False)}</p>\n' if story.lead else ""
        changed = (
            f' <span>Updated <time datetime="{story.modified.isoformat()}">'
            f"{story.modified:%d.%m.%Y, %H:%M}</time></span>"
            if story.modified
            else ""
        )
        topics = " ".join(
            f'<a rel="tag" href="/topic/{TOPICS[name]}/">{escape(name)}</a>' for name in story.topics
        )
        picture = figure(story, story.photo) if story.photo else ""
        others = [s for s in stories(epoch) if self.holds(s) and s.number != story.number][:3]
        more = "\n".join(
            f'<li><a href="{path_of(s)}">{escape(s.headline, quote=False)}</a> '
            f'<time datetime="{s.published.isoformat()}">{s.published:%d.%m.%Y}</time></li>'
            for s in others
        )
        return self.frame(
            title=f"{story.headline} | {NAME}",
            head=f"""<link rel="canonical" href="{self.address(story)}">
<meta property="og:type" content="article">
<meta property="og:title" content="{escape(story.headline)}">
<meta property="article:section" content="{escape(story.section_name)}">
<meta name="description" content="{escape(story.lead or "")}">
""",
            main=f"""<article>
<nav aria-label="breadcrumb"><ol><li><a href="/">Home</a></li>
<li><a href="/news/{story.section}/">{escape(story.section_name)}</a></li></ol></nav>
<header><h1>{escape(story.headline, quote=False)}</h1>
{lead}<p class="dates"><time datetime="{story.published.isoformat()}">{story.published:%d.%m.%Y, %H:%M}</time>{changed}</p></header>
{picture}{body}
<footer>Topics: {topics}</footer>
</article>
<aside><h2>More from the Courier</h2><ul>
{more}
</ul></aside>""",
        )

    def block(self, story: Story, block: Block, epoch: int) -> str:
        if isinstance(block, str):
            return f"<p>{inline_html(block)}</p>"
        if isinstance(block, Subhead):
            return f"<h2>{escape(block.text, quote=False)}</h2>"
        if isinstance(block, Bullets):
            return "<ul>" + "".join(f"<li>{inline_html(item)}</li>" for item in block.items) + "</ul>"
        if isinstance(block, PhotoBox):
            return figure(story, block.photo)
        if isinstance(block, Gallery):
            return "".join(figure(story, photo) for photo in block.photos)
        if isinstance(block, ReadAlso):
            links = "".join(
                f'<li><a href="{path_of(BY_NUMBER[n])}">'
                f"{escape(headline_of(BY_NUMBER[n], epoch), quote=False)}</a></li>"
                for n in block.numbers
            )
            return f'<aside class="read-also"><h3>Read also</h3><ul>{links}</ul></aside>'
        return ""

    def home(self, there: Sequence[Story]) -> str:
        return self.frame(title=NAME, main=f"<h1>{NAME}</h1>\n{_list(there[: self.page_size])}")

    def listing(self, name: str, path: str, found: Sequence[Story], page: int) -> Response | None:
        """A numbered page of a section or topic; none beyond the last."""
        first = (page - 1) * self.page_size
        if page > 1 and first >= len(found):
            return None
        links = []
        if page > 1:
            links.append(f'<a rel="prev" href="{path}?page={page - 1}">Newer</a>')
        if first + self.page_size < len(found):
            links.append(f'<a rel="next" href="{path}?page={page + 1}">Older</a>')
        return html(
            self.frame(
                title=f"{name} | {NAME}",
                main=f"""<h1>{escape(name)}</h1>
{_list(found[first : first + self.page_size])}
<nav aria-label="pages">{" ".join(links)}</nav>""",
            )
        )

    def frame(self, *, title: str, main: str, head: str = "") -> str:
        menu = "\n".join(
            f'<li><a href="/news/{slug}/">{escape(name)}</a></li>' for slug, name in SECTIONS.items()
        )
        return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
<link rel="alternate" type="application/atom+xml" title="{NAME}" href="/atom.xml">
{head}</head>
<body>
<header><a href="/">{NAME}</a>
<nav aria-label="sections"><ul>
{menu}
</ul></nav></header>
<main>
{main}
</main>
<footer><p>The Courier is invented, and so are its stories.</p>
<a href="/about/">About us</a> <a href="/account/">Sign in</a></footer>
</body>
</html>
"""


def path_of(story: Story) -> str:
    """The address; made of the first headline and never changed.

    A second story of the same headline has a ``-2`` behind it: one slug would mean one story in two sections.
    """
    first = BY_NUMBER[story.number]
    words = re.sub(r"[^a-z0-9]+", "-", first.headline.lower()).strip("-")
    before = [n for n, known in BY_NUMBER.items() if known.headline == first.headline and n < first.number]
    again = f"-{len(before) + 1}" if before else ""
    return f"/news/{first.section}/{first.published:%Y/%m/%d}/{words or first.number}{again}/"


def figure(story: Story, photo: Photo) -> str:
    credit = f" <small>© {escape(photo.credit, quote=False)}</small>" if photo.credit else ""
    caption = f"<figcaption>{escape(photo.caption or '', quote=False)}{credit}</figcaption>"
    return f'<figure><img src="{story.photo_address(photo)}" alt="">{caption}</figure>\n'


def _list(there: Sequence[Story]) -> str:
    return "\n".join(
        f"""<section class="teaser"><h2><a href="{path_of(s)}">{escape(s.headline, quote=False)}</a></h2>
<time datetime="{s.published.isoformat()}">{s.published:%d.%m.%Y, %H:%M}</time>
<p>{escape(s.lead or "", quote=False)}</p></section>"""
        for s in there
    )
