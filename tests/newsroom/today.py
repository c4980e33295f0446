"""Today's layout (``data-ng-app="tassApp"``): article pages of each type, AMP, section, topic and home pages.

Times stand in ``dateformat`` elements that are empty without JavaScript; other stories' times stand around
them.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal

from tests.newsroom import feeds
from tests.newsroom.expected import BY_NUMBER, below, in_section, stories, topic_slugs
from tests.newsroom.http import Request, Response, html, plain, xml
from tests.newsroom.story import (
    SECTION_IDS,
    SECTIONS,
    TOPICS,
    Story,
)
from tests.newsroom.today_api import TodayApi
from tests.newsroom.today_article import (
    amp_page,
    dateformat,
    head,
    header,
    main_picture,
    next_stories,
    pager,
    tags,
    text_blocks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

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

    def times(self, story: Story) -> tuple[datetime | None, datetime | None]:
        if not story.dated:
            return None, None
        return story.published, story.modified or story.published

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
            return html(amp_page(story, self.address(story))) if story.has_amp else None
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


def _previews(there: Sequence[Story]) -> str:
    return "\n".join(
        f'<a class="news-preview news-preview_default" href="{s.path}">{dateformat(s, "abs") if s.dated else ""}'
        f'<span class="news-preview__title">{escape(s.headline, quote=False)}</span>'
        f'<span class="news-preview__lead">{escape(s.lead or "", quote=False)}</span></a>'
        for s in there
    )


def _numbers(there: Sequence[Story]) -> str:
    return ",".join(str(s.number) for s in there)
