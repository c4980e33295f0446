"""The layout of 2014 to 2019 (``mainModuleNG``) around the same articles: no year in any visible time.

Class names are the known ones; where none is known they are invented in the same manner.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal

from tests.newsroom import feeds
from tests.newsroom.expected import BY_NUMBER, in_section, stories, topic_slugs
from tests.newsroom.http import Request, Response, html, json_response, plain, xml
from tests.newsroom.older_article import block_html, gallery_item, printed_time, topic_links
from tests.newsroom.story import (
    SECTION_IDS,
    SECTIONS,
    TOPIC_IDS,
    TOPICS,
    Story,
)
from tests.newsroom.today_article import amp_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

SHOWN = 4
"""Stories on a section page; the rest comes from ``/api/news/lenta``."""

MENU = {slug: name for slug, name in SECTIONS.items() if slug != "emergencies"}
"""There was no section of that name yet; the lists of Society & Culture hold its stories."""


def slug_of(section: str) -> str:
    """The section's slug of those years."""
    return "sport" if section == "sports" else section


class OlderSite:
    """The publication in the older layout, with its ``lenta`` listing, feed and AMP pages. It has no
    search."""

    def __init__(
        self, *, page_size: int, listing: Literal["sound", "not_json", "stuck"], rss_items: int
    ) -> None:
        self.base = ""
        self.page_size = page_size
        self.listing = listing
        self.rss_items = rss_items

    def address(self, story: Story) -> str:
        return f"{self.base}/{slug_of(story.section)}/{story.number}"

    def holds(self, story: Story) -> bool:
        return True

    def offered(self, story: Story) -> list[Story]:
        return [BY_NUMBER[n] for n in story.related()]

    def times(self, story: Story) -> tuple[datetime | None, datetime | None]:
        return (story.published.replace(second=0) if story.dated else None), None

    def respond(self, request: Request, epoch: int) -> Response | None:
        path, there = request.path, stories(epoch)
        if path == "/api/news/lenta":
            return self.lenta(request, there)
        if path == "/robots.txt":
            return plain(feeds.robots(self.base))
        if path == "/rss/v2.xml":
            return xml(feeds.rss("TASS", self.base, there[: self.rss_items], self.address))
        if path == "/":
            return html(self.home(there))
        if path == "/tags":
            return html(self.topic_index())
        slug = path.removeprefix("/")
        if slug in TOPICS.values():
            name = next(name for name, known in TOPICS.items() if known == slug)
            return html(
                self.listing_page(name, slug, TOPIC_IDS[slug], [s for s in there if slug in topic_slugs(s)])
            )
        section = "sports" if slug == "sport" else slug
        if section in MENU:
            found = [s for s in there if in_section(s, section)]
            return html(self.listing_page(MENU[section], slug, SECTION_IDS[section], found))
        return self.article_response(request, epoch)

    def article_response(self, request: Request, epoch: int) -> Response | None:
        path, page = request.path, int(request.query.get("page", "1"))
        for known in BY_NUMBER.values():
            if path.removesuffix("/amp") in (known.path, *known.aliases):
                break
        else:
            return None
        story = known.at(epoch)
        if story is None:
            gone = known.withdrawn_epoch is not None and epoch >= known.withdrawn_epoch
            return html("<h1>Page not found</h1>", known.withdrawn_status) if gone else None
        if path.endswith("/amp"):
            return html(amp_page(story, self.address(story))) if story.has_amp else None
        return html(self.article(story, epoch, page)) if page <= len(story.pages()) else None

    def lenta(self, request: Request, there: Sequence[Story]) -> Response:
        """The listing: newest first, the story at ``before`` once more, times as strings; nothing undated."""
        if self.listing == "not_json":
            return html("<html><body>Service is being updated</body></html>")
        wanted = set(request.query_list("sections[]"))
        found = [s for s in there if s.dated and (not wanted or wanted & _list_ids(s))]
        before = request.query.get("before")
        if before and self.listing != "stuck":
            found = [s for s in found if int(s.published.timestamp()) <= int(float(before))]
        size = max(1, min(int(request.query.get("limit") or 20), self.page_size))
        return json_response(
            {
                "articles": [
                    {
                        "id": s.number,
                        "title": s.headline,
                        "url": f"/{slug_of(s.section)}/{s.number}",
                        "time": str(int(s.published.timestamp())),
                        "section": {"title": s.section_name, "url": f"/{slug_of(s.section)}"},
                        "is_breaking_news": False,
                        "type": "1",
                        "topics": [{"id": TOPIC_IDS[TOPICS[name]], "text": name} for name in s.topics],
                    }
                    for s in found[:size]
                ]
            }
        )

    # Pages

    def article(self, story: Story, epoch: int = 0, page: int = 1) -> str:
        title = escape(story.headline, quote=False)
        heading = f'<h1 class="b-material__title">{title}</h1>' if title else ""
        count = len(story.pages())
        body = "\n".join(block_html(story, block, epoch, self.address) for block in story.pages()[page - 1])
        picture = gallery_item(story, story.photo) if story.photo and page == 1 else ""
        follow = f'<link rel="next" href="{self.address(story)}?page={page + 1}">\n' if page < count else ""
        links = " ".join(
            f'<a href="{self.address(story)}{f"?page={n}" if n > 1 else ""}">{n}</a>'
            for n in range(1, count + 1)
            if n != page
        )
        lead = escape(story.lead, quote=False) if story.lead else ""
        share_title = escape(f"TASS: {story.section_name} - {story.headline}" if story.headline else "TASS")
        amp = f'<link rel="amphtml" href="{self.address(story)}/amp">\n' if story.has_amp else ""
        return self.frame(
            title=f"TASS: {story.section_name} - {story.headline}" if story.headline else "TASS",
            head=f"""<meta property="og:title" content="{share_title}">
<meta property="og:url" content="{self.address(story)}">
<meta name="description" content="{escape(story.lead or "")}">
{follow}{amp}""",
            epoch=epoch,
            main=f"""<div class="b-material" data-id="{story.number}">
{heading}
<a class="b-material__section" href="/{slug_of(story.section)}">{escape(story.section_name)}</a>
<div class="b-material__info">{printed_time(story)}
<span class="b-material__preview" itemprop="description">{lead}</span></div>
<div class="b-share printHidden"><span>Share</span></div>
<div class="b-pages">{count} pages in this article {links}</div>
<div class="b-material-text__l js-mediator-article">
{picture}{body}
</div>
<div class="extra-content">
<div class="b-links-ng" ng-repeat="item in items">{{{{item.group_date}}}} {{{{item.suffix?", "+item.suffix:""}}}}
<a href="#more">Show more</a></div>
<div class="b-share printHidden"><span>Share</span></div>
{topic_links(story)}</div>
</div>""",
        )

    def home(self, there: Sequence[Story]) -> str:
        blocks = "\n".join(
            self.spotlight(name, slug_of(slug), SECTION_IDS[slug], [s for s in there if in_section(s, slug)])
            for slug, name in MENU.items()
        )
        return self.frame(
            title="TASS Russian News Agency", main=f'<section class="b-news">{blocks}</section>'
        )

    def listing_page(self, name: str, slug: str, ident: int, found: Sequence[Story]) -> str:
        return self.frame(title=f"TASS: {name}", main=self.spotlight(name, slug, ident, found))

    def spotlight(self, name: str, slug: str, ident: int, found: Sequence[Story]) -> str:
        """A block of the first stories of a section or topic."""
        items = "\n".join(self.list_item(story, ident) for story in found[:SHOWN])
        return f"""<div class="b-spotlight__content clearfix" id="category{ident}" data-id="{ident}">
<h2 class="b-title"><a class="b-title__text" href="/{slug}">{escape(name)}</a></h2>
<div class="b-spotlight__list b-spotlight__list_active" data-id="{ident}">
{items}
</div></div>"""

    def list_item(self, story: Story, ident: int) -> str:
        css, href = f"GTM-category_id_{ident}", self.address(story)
        picture = (
            f'<a class="b-news-item__media {css}" href="{href}"><img src="{story.photo_address(story.photo)}" '
            'alt=""></a>\n'
            if story.photo
            else ""
        )
        date = f'<div class="b-news-item__date">{list_time(story)}</div>' if story.dated else ""
        return f"""<div class="b-news-item b-news-item_size_m"><div class="b-news-item__content">{picture}
<div class="b-news-item__text">
<a class="b-news-item__title {css}" href="{href}">{escape(story.headline, quote=False)}</a>
{date}</div></div></div>"""

    def topic_index(self) -> str:
        links = "\n".join(
            f'<a class="b-tags__item" href="/{slug}">{escape(name)}</a>' for name, slug in TOPICS.items()
        )
        return self.frame(title="TASS: Tags", main=f'<div class="b-tags b-tags_index">\n{links}\n</div>')

    def frame(self, *, title: str, main: str, head: str = "", epoch: int = 0) -> str:
        """What stands around every page, in the order in which a reader meets it."""
        menu = "\n".join(
            f'<li class="b-category__item" data-id="{SECTION_IDS[slug]}">'
            f'<a class="b-category__link no-click" href="/{slug_of(slug)}">{escape(name)}</a></li>'
            for slug, name in MENU.items()
        )
        checkboxes = "".join(
            f'<input class="b-lenta-set__checkbox" type="checkbox" checked name="sections[]" '
            f'id="en_section_{slug_of(slug)}" value="{SECTION_IDS[slug]}">'
            for slug in MENU
        )
        top_topics = "\n".join(
            f'<li class="top5__item"><a class="top5__link" data-id="{TOPIC_IDS[slug]}" href="/{slug}">'
            f"{escape(name.upper())}</a></li>"
            for name, slug in list(TOPICS.items())[:5]
        )
        read = [s for s in stories(epoch) if s.headline][::7]
        most_read = "\n".join(
            f'<div class="item"><div class="item__position">{place}</div>'
            f'<a class="item__title GTM-most_read" href="{self.address(s)}">{escape(s.headline, quote=False)}</a></div>'
            for place, s in enumerate(read, start=1)
        )
        shown = read[1]
        return f"""<!DOCTYPE html>
<html ng-app="mainModuleNG" ng-controller='mainTASScontroller' lang="ru" debug="true">
<head>
<meta charset="UTF-8">
<title>{escape(title)}</title>
<meta property="og:site_name" content="TASS">
<meta property="og:type" content="article">
<meta property="og:image" content="/images/tass_logo_share_en.png">
<link title="TASS" rel="alternate" type="application/rss+xml" href="/rss/v2.xml">
{head}<script>window.ITARConst = {{lang: "en", apiHost: "", timezoneOffset: 3}};</script>
</head>
<body class="b-page b-page_eng" ng-class="{{'overHidden':$root.cfg.global.scrollHidden}}">
<div class="b-header"><a class="b-logo" href="/">Back to Main page</a>
<ul class="newTass-headerMenu"><li class="headerMenu-item"><a href="/tags">Tags</a></li></ul>
<div class="newTass-date"><span ng-bind-html="newDateTime | date:'d MMMM, HH:mm:ss'"></span></div>
<ul class="b-category__list">
{menu}
</ul>
<div class="b-city">Select the city</div><div class="b-currency">Currency converter</div><a href="#top">^</a></div>
<div class="b-lenta"><h3>News Feed</h3>{checkboxes}
<div class="b-lenta-confirm-filter__text">Use filter</div>
<div class="b-lenta-hint">You can filter your feed, <br>by choosing only interesting <br>sections.</div>
<div class="b-lenta-items"><div id="lenta-preloader">Loading</div>
<span class="b-lenta-item">{{{{element.title}}}}{{{{element.heading}}}} {{{{element.date}}}}</span></div>
<div class="mobile-lenta-more"><a href="javascript:void(0)">More news</a></div></div>
<div class="b-container">
{main}
</div>
<div class="b-exchange"><h3>In other media</h3></div>
<div class="b-adv">Реклама</div>
<div class="b-media-widget"><a class="b-media-widget__title" href="/media/slideshow"><span class="blockName">Photo</span></a>
<div class="b-media-widget-item"><div class="b-media-widget-item__foto-count">10</div>
<a class="b-media-widget-item__title" href="{self.address(shown)}">{escape(shown.headline, quote=False)}</a></div></div>
<div class="b-widget b-widget_most-popular"><div class="b-widget__header">Most read</div>
<div class="b-widget__filter filter"><div class="filter__item">Now</div><div class="filter__item">Today</div>
<div class="filter__item">This week</div></div>
{most_read}
</div>
<div class="top5"><div class="top5__title">TOP STORIES</div><ul class="top5__list">
{top_topics}
</ul></div>
<footer class="b-footer"><div class="b-adv">Реклама</div></footer>
</body>
</html>
"""


def list_time(story: Story) -> str:
    """``March 20, 9:00``: neither year nor zone, and the hour as short as it goes."""
    return f"{story.published:%B %d}, {story.published.hour}:{story.published:%M}"


def _list_ids(story: Story) -> set[str]:
    """Ids of the lists that hold the story."""
    sections = {str(SECTION_IDS[slug]) for slug in (story.section, *story.also_in)}
    return sections | {str(TOPIC_IDS[slug]) for slug in topic_slugs(story)}
