"""The parts of an article page in today's layout, for each type of article, and the AMP twin."""

from __future__ import annotations

import json
from datetime import UTC
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.newsroom.expected import BY_NUMBER, headline_of
from tests.newsroom.story import (
    TOPICS,
    Block,
    Bullets,
    Gallery,
    Photo,
    PhotoBox,
    ReadAlso,
    Reference,
    Story,
    Subhead,
    inline_html,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

LOGO = "/img/blocks/common/tass_logo_share_eng.png"
"""The picture that stands for no picture."""


def dateformat(story: Story, mode: str) -> str:
    return f'<dateformat time="{int(story.published.timestamp())}" mode="{mode}"></dateformat>'


def head(story: Story, address: str, page: int = 1) -> str:
    """Metadata: OpenGraph, the analytics record, and three JSON-LD blocks of which the last is the
    article."""
    title, lead = escape(story.headline), escape(story.lead or "")
    photo = (
        story.photo_address(story.photo) if story.photo else urlsplit(address)._replace(path=LOGO).geturl()
    )
    analytics = {
        "page_url": address,
        "page_type": "article",
        "article_categories": [story.section_name.upper()],
        "article_type": story.kind,
    }
    article: dict[str, object] = {
        "@context": "https://schema.org/",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "headline": story.headline,
        "image": [photo],
        "author": {"@type": "Organization", "name": "TASS"},
        "publisher": {"@type": "Organization", "name": "TASS"},
    }
    if story.dated:
        analytics["article_publication_date"] = format_datetime(story.published.astimezone(UTC), usegmt=True)
        article["datePublished"] = story.published.isoformat()
        article["dateModified"] = (story.modified or story.published).isoformat()
    if story.lead:
        article["description"] = story.lead
    lines = []
    if story.lead:
        lines += [
            f'<meta name="description" content="{lead}">',
            f'<meta property="og:description" content="{lead}">',
        ]
    if story.headline:
        lines.append(f'<meta property="og:title" content="{title}">')
    else:
        del article["headline"]
    lines += [
        '<meta property="og:type" content="article">',
        f'<meta property="og:url" content="{address}">',
        f'<meta property="og:image" content="{photo}">',
        '<meta name="gtm-page-type" content="news">',
        f'<meta property="recommendation:materialId" content="{story.number}">',
    ]
    if story.has_amp:
        lines.append(f'<link rel="amphtml" href="{address}/amp">')
    if page < len(story.pages()):
        lines.append(f'<link rel="next" href="{address}?page={page + 1}">')
    if page > 1:
        lines.append(f'<link rel="prev" href="{address}">')
    lines.append(
        "<script>window._io_config = window._io_config || {};\n"
        'window._io_config["0.2.0"] = window._io_config["0.2.0"] || [];\n'
        f'window._io_config["0.2.0"].push({_json(analytics)});</script>'
    )
    organization = {"@context": "https://schema.org/", "@type": "Organization", "name": "TASS"}
    menu = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "SiteNavigationElement", "name": "World", "url": "/world"}],
    }
    lines += [_ld(organization), _ld(menu), _ld(article)]
    return "\n".join(lines) + "\n"


def header(story: Story) -> str:
    """Time, headline and lead, in the markup of the story's type."""
    title = escape(story.headline, quote=False)
    lead = escape(story.lead, quote=False) if story.lead else ""
    time = dateformat(story, "abs") if story.dated else ""
    if story.kind == "article":
        style = f"background-image: url('{story.photo_address(story.photo)}')" if story.photo else ""
        return f"""<div class="article-header"><div class="article-header__photo" style="{style}"></div>
<div class="article__title-wrap"><h1 class="article__title">{title}</h1></div></div>
<div class="article__date">{time}</div>
<div class="article-lead">{lead}</div>"""
    if story.kind == "interview":
        return f"""<div class="interview-header"><div class="interview-header__date">{time}</div>
<div class="interview-header__title-wrapper"><h1>{title}</h1></div></div>"""
    if story.kind == "opinion":
        return f"""<div class="opinion-header"><div class="opinion-header__date">{time}</div>
<div class="opinion-header__title-wrapper"><h1>{title}</h1></div>
<div class="opinion-header__lead">{lead}</div></div>"""
    if story.kind == "explainer":
        return f"""<div class="explainer__header"><div class="explainer__date">{time}</div>
<h1 class="explainer__title">{title}</h1></div>"""
    print_copy = dateformat(story, "print") if story.dated else ""
    label = f'<div class="news-header__label">{escape(story.label)}</div>\n' if story.label else ""
    updated = '<div class="news-header__updated">Updated at: </div>\n' if story.updated_mark else ""
    heading = f'<h1 class="news-header__title">{title}\n\n</h1>' if title else ""
    return f"""<div class="header-newsblock"><div class="header-newsblock__date">{print_copy}</div></div>
<div class="news-header"><div class="news-header__top"><div class="news-header__date" ng-cloak="ng-cloak">
<span class="news-header__date-date">{time}</span></div></div>
{updated}{label}{heading}<div class="news-header__lead">{lead}</div>
<div class="news-header__actions"><div class="social" ng-controller="socialController">
<button class="social__button social__button_tw" share="share" social="tw">Share</button></div></div></div>"""


def main_picture(story: Story) -> str:
    if not story.photo or story.kind == "article":
        return ""
    return f"""<div class="news-media news-media_photo"><img src="{sized(story, story.photo)}"
 data-originalurl="{story.photo_address(story.photo)}" alt="">
<div class="news-media__data">{_credit_lines(story.photo, "news-media__info")}</div></div>
"""


def text_blocks(story: Story, blocks: Sequence[Block], epoch: int) -> str:
    """The text in ``text-block`` elements with the boxes between them; the last block is empty."""
    out = ['<div class="text-block">']
    for block in blocks:
        if isinstance(block, str):
            out.append(f"<p>{inline_html(block)}</p>")
        elif isinstance(block, Subhead):
            out.append(f"<h2>{escape(block.text, quote=False)}</h2>")
        elif isinstance(block, Bullets):
            out.append("<ul>" + "".join(f"<li>{inline_html(item)}</li>" for item in block.items) + "</ul>")
        else:
            out += ["</div>", box(story, block, epoch), '<div class="text-block">']
    out.append('</div><div class="text-block"></div>')
    return "\n".join(out)


def box(story: Story, block: Block, epoch: int) -> str:
    """What stands between two blocks of text and is not text."""
    if isinstance(block, PhotoBox):
        return f"""<div class="text-include text-include-photo"><img class="text-include-photo__img" src="{
            sized(story, block.photo)
        }" data-originalurl="{story.photo_address(block.photo)}" alt="">
<div class="text-include-photo__data">{_credit_lines(block.photo, "text-include-photo__info")}</div></div>"""
    if isinstance(block, Gallery):
        slides = "\n".join(
            f'<div class="text-include-gallery__photo"><img src="{story.photo_address(p)}" alt="">'
            f'<div class="text-include-gallery__slides-metadata">{escape(p.caption or "", quote=False)}'
            f"{f'© {escape(p.credit, quote=False)}' if p.credit else ''}</div></div>"
            for p in block.photos
        )
        return f"""<div class="text-include text-include-gallery">
{slides}
<div class="text-include-gallery__counter">Photo {{{{sliderIndex+1}}}} from {len(block.photos)}</div></div>"""
    if isinstance(block, ReadAlso):
        label = '<span class="text-include-aside__label">Read also</span>' if block.label else ""
        caption = f'<img src="{LOGO}" alt=""><div>{escape(block.caption)}</div>' if block.caption else ""
        links = "\n".join(
            f'<a href="{BY_NUMBER[n].path}">{escape(headline_of(BY_NUMBER[n], epoch), quote=False)}</a>'
            for n in block.numbers
        )
        return f'<div class="text-include text-include-aside">{label}{caption}\n{links}</div>'
    if isinstance(block, Reference):
        text = escape(block.text, quote=False)
        return f'<div class="text-include text-include-reference"><p>{text}</p></div>'
    return ""


def pager(story: Story, page: int) -> str:
    count = len(story.pages())
    if count == 1:
        return ""
    links = " ".join(
        f'<a class="pager__link" href="{story.path}{f"?page={n}" if n > 1 else ""}">{n}</a>'
        for n in range(1, count + 1)
        if n != page
    )
    return f'<div class="pager">{count} pages in this article {links}</div>\n'


def tags(story: Story) -> str:
    links = "\n".join(
        f'<a class="tags__item" href="/tag/{TOPICS[name]}">{escape(name)}</a>' for name in story.topics
    )
    return f"""<div class="column"><div class="tags"><div class="tags__title">Tags</div>
<div class="tags__list">{links}</div></div></div>
"""


def next_stories(neighbours: Sequence[Story]) -> str:
    """The stories that a reader meets by scrolling on."""
    links = "\n".join(
        f"""<a class="news-content__container" href="{s.path}">
<div class="news-content__date">{dateformat(s, "rel")}</div>
<span class="news-content__title">{escape(s.headline, quote=False)}</span>
<div class="news-content__lead">{escape(s.lead or "", quote=False)}</div>
<div class="news-content__link">Read in full</div></a>"""
        for s in neighbours
    )
    return f'<div class="news-content news-content_default">\n{links}\n</div>'


def amp_page(story: Story, address: str) -> str:
    """The AMP twin: the one page that prints section and year, without a zone."""
    texts = [block for page in story.pages() for block in page if isinstance(block, str | Subhead | Bullets)]
    lines = []
    for block in texts:
        if isinstance(block, Subhead):
            lines.append(f"<h2>{escape(block.text, quote=False)}</h2>")
        elif isinstance(block, Bullets):
            lines.append("<ul>" + "".join(f"<li>{inline_html(i)}</li>" for i in block.items) + "</ul>")
        else:
            lines.append(f"<p>{inline_html(block)}</p>")
    lead = f'<p class="lead">{escape(story.lead, quote=False)}</p>\n' if story.lead else ""
    return f"""<!DOCTYPE html>
<html amp lang="en">
<head>
<meta charset="utf-8">
<title>{escape(story.headline)}</title>
<link rel="canonical" href="{address}">
</head>
<body>
<h1 class="title">{escape(story.headline, quote=False)}</h1>
<div class="section">{escape(story.section_name)}</div>
<time class="date">{story.published:%B} {story.published.day}, {story.published:%Y, %H:%M}</time>
{lead}<div class="text-content"><div class="text-block">
{chr(10).join(lines)}
</div></div>
</body>
</html>
"""


def sized(story: Story, photo: Photo) -> str:
    """The address of the picture in the size that the page shows."""
    return story.photo_address(photo).replace("/tass/", "/width/1020_b9261fa1/tass/", 1)


def _credit_lines(photo: Photo, css: str) -> str:
    caption = f'<div class="{css}">{escape(photo.caption, quote=False)}</div>' if photo.caption else ""
    credit = f'<div class="{css}">© {escape(photo.credit, quote=False)}</div>' if photo.credit else ""
    return caption + credit


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False).replace("</", "<\\/")


def _ld(data: object) -> str:
    return f'<script type="application/ld+json">{_json(data)}</script>'
