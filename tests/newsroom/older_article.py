"""The parts of an article page in the older layout."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.newsroom.expected import BY_NUMBER, headline_of
from tests.newsroom.story import (
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

Address = Callable[[Story], str]


def block_html(story: Story, block: Block, epoch: int, address: Address) -> str:
    """A paragraph, a subhead or a box."""
    if isinstance(block, str):
        return f"<p>{inline_html(block)}</p>"
    if isinstance(block, Subhead):
        return f"<h2>{escape(block.text, quote=False)}</h2>"
    if isinstance(block, Bullets):
        return "<ul>" + "".join(f"<li>{inline_html(item)}</li>" for item in block.items) + "</ul>"
    if isinstance(block, PhotoBox):
        return gallery_item(story, block.photo)
    if isinstance(block, Gallery):
        return "".join(gallery_item(story, photo) for photo in block.photos)
    if isinstance(block, ReadAlso):
        return read_also(block, epoch, address)
    return ""


def read_also(box: ReadAlso, epoch: int, address: Address) -> str:
    caption = f'<div class="b-links__caption">{escape(box.caption)}</div>\n' if box.caption else ""
    links = "\n".join(
        f'<a class="b-links__link" href="{address(BY_NUMBER[n])}">'
        f"{escape(headline_of(BY_NUMBER[n], epoch), quote=False)}</a>"
        for n in box.numbers
    )
    return f"""<div class="b-links b-links_mini b-links_right printHidden"><h4 class="b-links__title">Read also</h4>
{caption}{links}</div>"""


def printed_time(story: Story) -> str:
    """``May 04, 19:27 UTC+3 ASTANA``: no year; the place only now and then."""
    if not story.dated:
        return ""
    offset = story.published.utcoffset()
    hours = int(offset.total_seconds() // 3600) if offset else 0
    place = story.dateline.place if story.dateline and story.number % 2 else None
    text = f"{story.published:%B %d, %H:%M} UTC+{hours}" + (f" {place}" if place else "")
    return f'<span class="b-material__date">{text}</span>'


def gallery_item(story: Story, photo: Photo) -> str:
    """A picture whose caption stands three times, as the older pages have it."""
    caption = escape(photo.caption or "")
    credit = (
        f'<div class="b-gallery-widget-item__author">© {escape(photo.credit, quote=False)}</div>'
        if photo.credit
        else ""
    )
    return f"""<div class="b-gallery-widget-item"><a class="b-gallery-widget-item__pic" href="#" title="{caption}"><img
 src="{story.photo_address(photo)}" alt="{caption}"></a>
<div class="b-gallery-widget-item__title">{caption}</div>
<div class="b-gallery-widget-item__text">{caption}</div>
{credit}</div>
"""


def topic_links(story: Story) -> str:
    if not story.topics:
        return ""
    links = " ".join(
        f'<a class="b-tags__item" href="/{TOPICS[name]}">{escape(name)}</a>' for name in story.topics
    )
    return f'<div class="b-tags"><h4 class="b-tags__title">Topics</h4>{links}</div>\n'
