"""DeclaredDiscovery: listings of a declared site: HTML and JSON, feeds and sitemaps, topics and search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawler.bounds import setting
from newscrawler.discovery.answer import Found, Problem, Question
from newscrawler.discovery.discovery import Discovery
from newscrawler.discovery.listing import Listing
from newscrawler.discovery.rows.html_rows import read_html
from newscrawler.discovery.rows.json_api import ask, page_values, read_json
from newscrawler.discovery.rows.redesigned import has_lost_rows, read_redesigned
from newscrawler.discovery.sections.menus import learn_section_names
from newscrawler.discovery.sections.plan import declared_listing, first_listings
from newscrawler.discovery.sections.topics import ALL, Topics
from newscrawler.document import parse_document
from newscrawler.document.charset import as_utf8
from newscrawler.publication.section_names import SectionNames
from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newscrawler.discovery.answer import Answer
    from newscrawler.discovery.listed_link import ListingPage
    from newscrawler.discovery.scope import Scope
    from newscrawler.document import Element
    from newscrawler.publication.declaration import Publication
    from newscrawler.publication.listing_layout import ListingLayout


class DeclaredDiscovery(Discovery):
    """Reads what a site's spider declares."""

    def __init__(self, declared: type[Publication], scope: Scope) -> None:
        slugs = declared.section_slugs()
        super().__init__(scope, SectionNames(declared.section_names, slugs, declared.places()))
        self.declared = declared
        self.topics = Topics(scope, declared.topic_names, slugs)
        self.layouts = declared.layouts_of_listings()
        self._index_asked = False
        self.readers |= {
            "html": self.read_html,
            "json": self.read_json,
            "home": self.read_home,
            "topics": self.read_topic_index,
        }

    def start(self) -> Iterator[Question]:
        """Yield the first listings of what the crawl is asked for."""
        yield from map(self.ask, first_listings(self.declared, self.scope))

    def listing_at(self, url: str) -> Listing | None:
        """Return the section, feed or sitemap that is declared at a URL; None where there is none."""
        return declared_listing(self.declared, self.scope, url)

    def ask(self, listing: Listing) -> Question:
        """Return the request for the listing's own URL: rendered where no JSON URL serves it."""
        declared = any(listing.kind in layout.api for layout in self.layouts)
        rendered = (
            listing.format == "html"
            and "listing" in self.declared.render
            and (listing.fallback or not declared or self.scope.selection.source == "html")
        )
        return Question(listing, listing.url, rendered=rendered)

    def failed(self, listing: Listing, reason: str, *, missing: bool) -> Found:
        """Say what a listing that could not be had means, and what is asked instead."""
        found = Found()
        if listing.api is not None and self._can_fall_back(listing):
            self._fall_back(found, listing, reason)
            return found
        if missing and listing.alternatives and not listing.pages:
            listing.url, *others = listing.alternatives
            listing.alternatives = tuple(others)
            found.listings.append(self.ask(listing))
            return found
        is_failure = not missing or not self._does_without(listing)
        found.problem = Problem(reason, "missing" if missing else "failed", is_failure=is_failure)
        if listing.format == "topics" and listing.layout:
            found.listings += map(self.ask, self.topics.listings(listing.layout, listing.values))
        return found

    def _does_without(self, listing: Listing) -> bool:
        """Tell whether the run is good without a page that is not there.

        That is so of a section, after the last page, and of an index of topics that are known otherwise.
        """
        if listing.format == "topics":
            return self.scope.selection.topics != ALL
        return listing.api is None and (listing.kind == "section" or listing.pages > 0)

    # --- HTML and the JSON behind it ------------------------------------------------------------------------

    def read_html(self, answer: Answer, listing: Listing) -> Found:
        """Read an HTML listing page, and ask for the JSON listing behind it."""
        found = Found()
        root = self.parse(answer, found)
        layout, scope = self._layout_of(root), self.scope
        if layout is not None and layout.rows.row is None:
            return self._read_without_rows(root, answer, listing, layout, found)
        page = read_html(root, answer.url, layout.rows, scope.timezone, scope.bounds) if layout else None
        if layout is None or page is None or has_lost_rows(page, layout, listing, answer):
            if not listing.pages:  # said once for the listing
                found.problem = Problem("no_links" if layout else "unknown_layout")
            read_redesigned(root, answer.url, listing, scope, found)
            return found
        if listing.kind == "section" and not listing.pages:
            learn_section_names(self.sections, root, answer.url, self.declared, scope)
            found.listings += self._whole_index(layout)
        if page.cut:
            found.cut.append(setting("page_links"))
        listing.layout = listing.layout or layout
        if answer.rendered:
            listing.rows = 0  # the page has all rows from the first on
        listing.enter(page)
        found.links, found.read_by = page.links, layout.rows
        if answer.gave_up_at is not None:
            found.problem = Problem("gave_up", number=answer.gave_up_at)
        elif answer.rendered:
            found.problem = None if page.links else Problem("no_links")
        elif not self._turn_to_json(answer, listing, layout, found):
            self._turn_page(listing, layout, page, found)
        return found

    def _read_without_rows(
        self, root: Element, answer: Answer, listing: Listing, layout: ListingLayout, found: Found
    ) -> Found:
        """Read a page of which nothing says where its rows are: its links decide by their URLs."""
        if listing.kind == "section" and not listing.pages:
            learn_section_names(self.sections, root, answer.url, self.declared, self.scope)
        listing.layout = listing.layout or layout
        read_redesigned(root, answer.url, listing, self.scope, found, next_page=layout.rows.next_page)
        turned = self._turn_to_json(answer, listing, layout, found)
        if not turned and listing.pages == 1 and not (found.links or found.candidates):
            found.problem = Problem("no_links")
        return found

    def _turn_to_json(self, answer: Answer, listing: Listing, layout: ListingLayout, found: Found) -> bool:
        """Ask for the JSON listing behind a page, or for what stands in for it; False where there is none."""
        selection = self.scope.selection
        api = layout.api.get(listing.kind) if selection.source != "html" else None
        if api is None:
            return False
        values = page_values(api, text_of(answer), listing.slug) | {"slug": listing.slug}
        if all(values.get(name) for name in api.required):
            listing.format, listing.api, listing.values = "json", api, values
            if not selection.max_pages or listing.pages < selection.max_pages:
                found.next = self._ask_json(listing)
            return True
        found.api_not_declared = True
        if "listing" not in self.declared.render:
            return False
        self._fall_back(found, listing, "api_not_declared")
        return True

    def _turn_page(self, listing: Listing, layout: ListingLayout, page: ListingPage, found: Found) -> None:
        """Ask for the next page of an HTML listing."""
        if self.scope.selection.source == "api":
            found.problem = Problem("no_api")
        elif page.next_page and listing.goes_on(page, self.scope.selection):
            found.next = replace(self.ask(listing), url=self.scope.url(page.next_page))
        elif listing.pages == 1 and page.links and layout.rows.next_page and not page.next_page:
            found.only_first = True
        elif listing.pages == 1 and not page.links:
            found.problem = Problem("no_links")

    def read_json(self, answer: Answer, listing: Listing) -> Found:
        """Read an answer of a JSON listing."""
        assert listing.api
        scope, found = self.scope, Found()
        page = read_json(answer.body, scope.base, listing.api, scope.timezone, scope.bounds)
        if page.broken or (page.skipped and not page.links):
            reason = page.broken or "changed_json"
            if self._can_fall_back(listing):
                self._fall_back(found, listing, reason)
            else:
                found.problem = Problem(reason)
            return found
        if page.cut:
            found.cut.append(setting("listing_items"))
        listing.enter(page)
        found.links, found.read_by = page.links, listing.api
        if listing.goes_on(page, scope.selection):
            found.next = self._ask_json(listing, page.cursor)
        return found

    def _ask_json(self, listing: Listing, cursor: str | float | None = None) -> Question:
        assert listing.api
        asked = ask(listing.api, self.scope.base, listing.values, cursor, listing.api_rows)
        headers = {"Content-Type": "application/json"} if asked.body is not None else {}
        headers["Referer"] = listing.url
        return Question(listing, asked.url, asked.method, headers, asked.body, again=True)

    def _can_fall_back(self, listing: Listing) -> bool:
        is_rendered = "listing" in self.declared.render and not listing.fallback
        return is_rendered and self.scope.selection.source != "api"

    def _fall_back(self, found: Found, listing: Listing, reason: str) -> None:
        """Let the browser read a listing whose declared JSON URL is of no use."""
        listing.format, listing.api, listing.fallback = "html", None, True
        found.fallback = reason
        found.listings.append(replace(self.ask(listing), again=True))

    def _whole_index(self, layout: ListingLayout) -> Iterator[Question]:
        """Yield, once and beside all sections, the listing of all news: it has stories of no section."""
        index, selection = layout.api.get("index"), self.scope.selection
        if index is None or selection.sections or selection.source == "html" or self._index_asked:
            return
        self._index_asked = True
        listing = Listing("index", None, self.scope.base, "json", layout=layout, api=index, redundant=True)
        yield replace(self._ask_json(listing), last=True)

    def _layout_of(self, root: Element) -> ListingLayout | None:
        return next((layout for layout in self.layouts if select(root, layout.marker)), None)

    def wants_more(self, rows: Sequence[str]) -> bool:
        """Tell whether a rendered listing is to be loaded further: not when its latest rows are too old."""
        if self.scope.selection.since is None:
            return True
        html = f"<html><body>{''.join(rows)}</body></html>"
        root = parse_document(html, self.scope.base, bounds=self.scope.bounds).root
        for layout in self.layouts:
            links = read_html(
                root, self.scope.base, layout.rows, self.scope.timezone, self.scope.bounds
            ).links
            times = [link.published_at for link in links if link.published_at]
            if times:
                return not all(map(self.scope.selection.is_older, times))
        return True

    # --- Topics and search ----------------------------------------------------------------------------------

    def read_home(self, answer: Answer, listing: Listing) -> Found:
        """Learn from the home page which layout the site has; then topics and search can be asked."""
        found, asked = Found(), self.scope.selection
        root = self.parse(answer, found)
        layout = self._layout_of(root)
        if layout is None:  # where topics and search are asked for need not have changed
            found.problem = Problem("unknown_layout")
            layout = next(iter(self.layouts), None)
        if layout is None:
            return found
        if asked.query:
            self._ask_search(layout, asked.query, found)
        if asked.topics and not found.wrong_argument:
            self._ask_topics(layout, root, answer.url, found)
        return found

    def _ask_search(self, layout: ListingLayout, query: str, found: Found) -> None:
        search = layout.api.get("search")
        if search is None:
            found.wrong_argument = "query=: this site has no search that can be asked"
            return
        listing = Listing(
            "search", query, self.scope.url(search.url), "json",
            layout=layout, api=search, values={"query": query},
        )  # fmt: skip
        found.listings.append(self._ask_json(listing))

    def _ask_topics(self, layout: ListingLayout, root: Element, url: str, found: Found) -> None:
        if layout.topic_url is None and layout.topic_path is None:
            found.wrong_argument = "topics=: this site has no topic pages"
            return
        named = self.topics.named_by(root, url, layout)
        if layout.topic_index and self.topics.need_index(named):
            place = self.scope.url(layout.topic_index)
            index = Listing("index", "topics", place, "topics", layout=layout, values=dict(named))
            found.listings.append(self.ask(index))
        else:
            self._ask_named_topics(layout, named, found)

    def _ask_named_topics(self, layout: ListingLayout, named: Mapping[str, str], found: Found) -> None:
        found.listings += map(self.ask, self.topics.listings(layout, named))
        if unknown := self.topics.without_page(layout, named):
            found.problem = Problem("topic_without_page", number=len(unknown))

    def read_topic_index(self, answer: Answer, listing: Listing) -> Found:
        """Read the topics that the site itself names, one level deep."""
        assert listing.layout
        found = Found()
        named = self.topics.named_by(self.parse(answer, found), answer.url, listing.layout)
        self._ask_named_topics(listing.layout, listing.values | named, found)
        return found


def text_of(answer: Answer) -> str:
    """Return the text of an answer."""
    return as_utf8(answer.body, answer.headers.get("Content-Type"))[0].decode()
