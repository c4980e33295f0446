"""Today's layout (``data-ng-app="tassApp"``): article pages of each type, AMP, section, topic and home pages.

Times stand in ``dateformat`` elements that are empty without JavaScript; other stories' times stand around them.
"""

from __future__ import annotations

import json
from datetime import UTC
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from tests.newsroom import feeds
from tests.newsroom.expected import BY_NUMBER, below, headline_of, in_section, stories, topic_slugs
from tests.newsroom.http import Request, Response, html, plain, xml
from tests.newsroom.story import (
    SECTION_IDS,
    SECTIONS,
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
from tests.newsroom.today_api import TodayApi

if TYPE_CHECKING:
    from collections.abc import Sequence

LOGO = "/img/blocks/common/tass_logo_share_eng.png"
ON_TOP = 2
"""Stories in the block above a section's list; the listing is told to leave them out."""


class TodaySite:
    """The publication in today's layout, with its JSON listings, feed, sitemap and AMP pages."""

    def __init__(
        self, *, page_size: int, listing: Literal["sound", "not_json", "stuck"], rss_items: int
    ) -> None:
        self.base = ""
        self.api = TodayApi(page_size, listing)
        self.rss_items = rss_items

    def address(self, story: Story) -> str:
        return self.base + story.path

    def holds(self, story: Story) -> bool:
        return True

    def offered(self, story: Story) -> list[Story]:
        return [BY_NUMBER[n] for n in story.related()] + below(story)

    def respond(self, request: Request, epoch: int) -> Response | None:
        path, there = request.path, stories(epoch)
        if path.startswith("/userApi/"):
            return self.api.respond(request, there, self.base)
        if path == "/robots.txt":
            return plain(feeds.robots(self.base, "/sitemap.xml"))
        if path == "/rss/v2.xml":
            return xml(feeds.rss("TASS", self.base, there[: self.rss_items], self.address))
        if path == "/sitemap.xml":
            return xml(feeds.sitemap_index([f"{self.base}/sitemap/sitemap_news0.xml"]))
        if path == "/sitemap/sitemap_news0.xml":
            return xml(feeds.sitemap(there, self.address))
        if path == "/":
            return html(self.home(there))
        if path == "/tags":
            return html(self.topic_index())
        slug = path.removeprefix("/tag/")
        if path.startswith("/tag/") and slug in TOPICS.values():
            return html(self.topic(slug, [s for s in there if slug in topic_slugs(s)]))
        if path.removeprefix("/") in SECTIONS:
            return html(self.section(path.removeprefix("/"), there))
        return self.article_response(request, epoch)

    def article_response(self, request: Request, epoch: int) -> Response | None:
        path, page = request.path, int(request.query.get("page", "1"))
        amp = path.endswith("/amp")
        for known in BY_NUMBER.values():
            if path.removesuffix("/amp") in (known.path, *known.aliases):
                break
        else:
            return None
        story = known.at(epoch)
        if story is None:
            gone = known.withdrawn_epoch is not None and epoch >= known.withdrawn_epoch
            return html("<h1>Page not found</h1>", known.withdrawn_status) if gone else None
        if amp:
            return html(amp_page(story, self.address(story))) if has_amp(story) else None
        if page > len(story.pages()):
            return None
        return html(self.article(story, epoch, page))

    # Articles

    def article(self, story: Story, epoch: int = 0, page: int = 1) -> str:
        """The page of a story, of the type that the story is."""
        blocks = text_blocks(story, story.pages()[page - 1], epoch)
        body = f'<div class="text-content">{blocks}</div>'
        if page == 1:
            body = f"{header(story)}\n{main_picture(story)}{body}"
        else:
            body = f'<h1 class="news-header__title">{escape(story.headline, quote=False)}</h1>\n{body}'
        root = f'<div class="{story.kind}">\n{body}\n{pager(story, page)}{tags(story)}</div>'
        neighbours = [s for s in stories(epoch) if s.number != story.number and s.headline]
        return self.page(
            title=f"{story.headline} -  {story.section_name} - TASS" if story.headline else "TASS",
            head=head(story, self.address(story), page),
            main=f"""<div class="top-news"><a class="top-news__item" href="{neighbours[0].path}">{
                dateformat(neighbours[0], "rel")
            } {escape(neighbours[0].headline, quote=False)}</a></div>
<section class="section-grid" id="{story.kind}"><div class="section-grid__col section-grid__col_center">
{root}
</div>
<div class="section-grid__col section-grid__col_right"><banner bannerID="300x600_1"></banner>
<a class="adsSlot-title" href="/ads">Advertising on TASS</a></div></section>
{next_stories(below(story))}""",
        )

    # Pages that list

    def home(self, there: Sequence[Story]) -> str:
        top = [s for s in there if s.headline][:ON_TOP]
        return self.page(
            title="TASS",
            main=f"""<section class="main-page" ng-init="excludeNewsIds = '{_numbers(top)}';">
<div class="main-page__main">{_previews(top)}</div>
<div class="news-list-content" data-ng-controller="contentList"></div></section>""",
        )

    def section(self, slug: str, there: Sequence[Story]) -> str:
        top = [s for s in there if in_section(s, slug) and s.headline][:ON_TOP]
        init = f"sectionId = {SECTION_IDS[slug]}; excludeNewsIds = '{_numbers(top)}';"
        return self.page(
            title=f"{SECTIONS[slug]} - TASS",
            main=f"""<section class="section-page" ng-init="{init}">
<h1 class="section-page__title">{escape(SECTIONS[slug])}</h1>
<div class="section-page__main">{_previews(top)}</div>
<div class="news-list-content" data-ng-controller="contentList"></div></section>""",
        )

    def topic(self, slug: str, there: Sequence[Story]) -> str:
        top = there[:ON_TOP]
        name = next(name for name, known in TOPICS.items() if known == slug)
        init = f"tagSlug = '{slug}'; excludeNewsIds = '{_numbers(top)}';"
        return self.page(
            title=f"{name} - TASS",
            main=f"""<section class="tag-page" ng-init="{init}">
<h1 class="tag-page__title">{escape(name)}</h1>
<div class="tag-page__main">{_previews(top)}</div>
<div class="news-list-content" data-ng-controller="contentList"></div></section>""",
        )

    def topic_index(self) -> str:
        links = "\n".join(
            f'<a class="tags__item" href="/tag/{slug}">{escape(name)}</a>' for name, slug in TOPICS.items()
        )
        return self.page(
            title="Tags - TASS",
            main=f'<section class="tags-page"><h1>Tags</h1><div class="tags__list">\n{links}\n</div></section>',
        )

    def page(self, *, title: str, main: str, head: str = "") -> str:
        """The frame around every page: menu, unrendered ticker, footer."""
        menu = "\n".join(
            f'<li><a class="menu-sections-list__title" href="/{slug}">{escape(name)}</a></li>'
            for slug, name in SECTIONS.items()
        )
        return f"""<!DOCTYPE html>
<html data-ng-app="tassApp" data-ng-controller="mainController" lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
<meta property="og:site_name" content="TASS">
<link rel="alternate" type="application/rss+xml" title="RSS" href="/rss/v2.xml">
{head}<script>var TASSconfig = {{webSocket: {{"host": "wss://comet.newsroom.example:443"}}}}</script>
</head>
<body data-ng-class="{{'lenta-opened': newsFeedMode}}">
<header class="header"><a class="header-logo" href="/">TASS</a>
<ul class="menu-sections">
{menu}
<li><a class="menu-sections-list__title" href="/tags">Tags</a></li>
</ul></header>
<div class="news-feed" data-ng-controller="newsFeedController" ng-init="init({{isWeOnSuperRubric: false}})">
<div class="news-feed-daypoint">{{{{dayPoint.date | date : 'd MMMM yyyy'}}}}</div>
<a class="news-feed-item" data-ng-href="{{{{newsPoint.link}}}}">
<div class="news-feed-item__date">{{{{newsPoint.date * 1000 | date : 'HH:mm'}}}} {{{{newsPoint.mark}}}}</div>
<div class="news-feed-item__title">{{{{newsPoint.title+ ' '}}}}</div></a>
<a class="news-feed-link" data-ng-href="/search">All news</a></div>
<main class="container">
{main}
</main>
<footer class="footer"><a href="/contacts">Contacts</a> <a href="/ads">Advertising</a>
<div class="footer__legal">The newsroom is invented, and so are its stories.</div></footer>
</body>
</html>
"""


# Parts of an article page


def dateformat(story: Story, mode: str) -> str:
    return f'<dateformat time="{int(story.published.timestamp())}" mode="{mode}"></dateformat>'


def has_amp(story: Story) -> bool:
    return story.whole and story.dated and len(story.pages()) == 1


def head(story: Story, address: str, page: int = 1) -> str:
    """Metadata: OpenGraph, the analytics record, and three JSON-LD blocks of which the last is the article."""
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
    if has_amp(story):
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


def _previews(there: Sequence[Story]) -> str:
    return "\n".join(
        f'<a class="news-preview news-preview_default" href="{s.path}">{dateformat(s, "abs") if s.dated else ""}'
        f'<span class="news-preview__title">{escape(s.headline, quote=False)}</span>'
        f'<span class="news-preview__lead">{escape(s.lead or "", quote=False)}</span></a>'
        for s in there
    )


def _numbers(there: Sequence[Story]) -> str:
    return ",".join(str(s.number) for s in there)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False).replace("</", "<\\/")


def _ld(data: object) -> str:
    return f'<script type="application/ld+json">{_json(data)}</script>'
