"""Sites that need a browser: the scripted newsroom, declared once for each of its habits."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from newscrawler.discovery.declared import DeclaredDiscovery
from newscrawler.news_spider import NewsSpider
from newscrawler.publication.listing_layout import HtmlListing, JsonListing, ListingLayout
from tests.newsroom.story import SECTIONS

if TYPE_CHECKING:
    from newscrawler.discovery.answer import Answer, Found
    from newscrawler.discovery.discovery import Discovery
    from newscrawler.discovery.listing import Listing
    from newscrawler.discovery.scope import Scope
    from newscrawler.publication.selection import Selection


def sections(habit: str) -> dict[str, str]:
    return {slug: f"/{habit}/{slug}/" for slug in SECTIONS}


class Gazette(NewsSpider):
    allowed_domains = ("gazette.invalid",)
    language = "en"
    timezone = "Europe/Moscow"
    section_names: ClassVar = {slug: (name,) for slug, name in SECTIONS.items()}
    article_path = r"/\d{4}/\d\d/\d\d/"
    render: ClassVar[frozenset[str]] = frozenset({"listing", "article"})
    article_ready = "article h1"
    rows = "a.row"
    listing_layouts: ClassVar = (
        ListingLayout(
            "gazette",
            marker="#app",
            rows=HtmlListing(row="a.row", headline="h2", published_at="time@datetime"),
        ),
    )


class ShowMore(Gazette):
    name = "show_more"
    sections = sections("more")
    load_more = "#more"


class Scroll(Gazette):
    name = "scroll"
    sections = sections("scroll")
    scroll = True


class Window(Gazette):
    name = "window"
    sections: ClassVar = {"all": "/window/all/"}
    scroll = True


class ScrollAndWindow(Scroll):
    """A list that goes on, and one that keeps only what is in sight, in one crawl."""

    name = "scroll_and_window"
    sections: ClassVar = {"science": "/scroll/science/", "society": "/window/society/"}


class Filled(Gazette):
    name = "filled"
    sections = sections("filled")


class OnlyRows(ShowMore):
    """Renders its listings alone; its articles, asked for without a browser, are nothing."""

    name = "only_rows"
    render: ClassVar = frozenset({"listing"})


class Tide(NewsSpider):
    """The hostile site."""

    name = "tide"
    allowed_domains = ("tide.invalid",)
    language = "en"
    timezone = "UTC"
    article_path = r"^/article/"
    render: ClassVar[frozenset[str]] = frozenset({"listing", "article"})
    article_ready = "#text p"
    render_domains = ("127.0.0.3", "169.254.169.254", "inside.invalid")
    section_names: ClassVar = {"articles": ("Reports",)}
    rows = "a.row"
    load_more = "#more"
    sections: ClassVar = {
        name: f"/list/{name}" for name in ("articles", "endless", "broken", "dead", "moves", "leaving")
    }


class Endpoint(ShowMore):
    """Its listings are rendered only while their JSON URL, which is declared, fails."""

    name = "endpoint"
    listing_layouts: ClassVar = (
        ListingLayout(
            "today",
            marker="html",
            rows=HtmlListing(row="a.row"),
            api={
                "section": JsonListing(
                    url="/api/list",
                    body={"section": "{slug}", "size": 3},
                    rows="items",
                    link="path",
                    published_at="published",
                    cursor="next",
                    cursor_param="before",
                )
            },
        ),
    )
    render: ClassVar = frozenset({"listing"})


class Moved(Endpoint):
    """The same, and the URL has moved."""

    name = "moved"
    listing_layouts: ClassVar = tuple(
        replace(layout, api={kind: replace(api, url="/api/moved") for kind, api in layout.api.items()})
        for layout in Endpoint.listing_layouts
    )


class Again(Gazette):
    """Renders the same articles again and again: for measuring."""

    name = "again"
    sections: ClassVar = {"all": "/filled/all/"}

    @classmethod
    def check_arguments(cls, arguments: dict[str, str]) -> Selection:
        return super().check_arguments({k: v for k, v in arguments.items() if k != "pages"})

    @cached_property
    def discovery(self) -> Discovery:
        return Repeated(type(self), self.scope, int(self.arguments["pages"]))


class Repeated(DeclaredDiscovery):
    """Gives the rows of a listing again and again, under URLs of their own."""

    def __init__(self, declared: type[NewsSpider], scope: Scope, wanted: int) -> None:
        super().__init__(declared, scope)
        self.wanted = wanted

    def read(self, answer: Answer, listing: Listing) -> Found:
        found = super().read(answer, listing)
        links = found.links
        found.links = [
            replace(links[n % len(links)], url=f"{links[n % len(links)].url}?again={n}", position=n + 1)
            for n in range(self.wanted)
        ]
        return found
