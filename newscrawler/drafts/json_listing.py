"""The JSON listing behind section pages that have no rows: found in pages and scripts, and asked twice."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urljoin, urlsplit

from newscrawler.discovery.rows.json_api import page_values
from newscrawler.discovery.story_urls import may_be_article
from newscrawler.drafts.asked_urls import asked_urls
from newscrawler.rendering.endpoints import find_endpoints
from newscrawler.rendering.rendering import Exchange
from newscrawler.urls import in_domains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawler.drafts.asked_urls import AskedUrl
    from newscrawler.publication.listing_layout import JsonListing
    from newscrawler.rendering.endpoints import Endpoint

MOST = 4
"""JSON URLs of one page that are asked for."""
SCRIPTS = 3
_SCRIPT = re.compile(r"<script[^>]+src=[\"']?([^\"'\s>]+)", re.IGNORECASE)
_TITLES = ("title", "headline", "name", "heading")
_NEXT = re.compile(r"next|cursor|after|before|token|offset|until|since|last|page|more", re.IGNORECASE)
_OF_ROW = ("id", "published_at", "publishedAt", "published", "date", "time", "timestamp")
_DEEPEST = 4


@dataclass(slots=True)
class _Question:
    page: str
    asked: AskedUrl


@dataclass(slots=True)
class JsonListings:
    """What a site's section pages ask for by script."""

    domains: tuple[str, ...]
    _pages: dict[str, str] = field(default_factory=dict)
    _scripts: dict[str, str] = field(default_factory=dict)
    _questions: dict[str, _Question] = field(default_factory=dict)
    """URL -> what it asks."""
    _exchanges: dict[str, list[Exchange]] = field(default_factory=dict)
    """URL of a page -> what was asked for it, in that order."""
    articles: list[str] = field(default_factory=list)
    """URLs of the rows."""

    def is_script(self, url: str) -> bool:
        """Tell whether a URL is that of a script of a page."""
        return url in self._scripts

    def is_question(self, url: str) -> bool:
        """Tell whether a URL is one of a JSON listing."""
        return url in self._questions

    def serves(self, page: str) -> bool:
        """Tell whether data were found for a page."""
        return page in self._exchanges

    def take_page(self, url: str, html: str) -> list[str]:
        """Take a section page without rows; return what to ask for: data, and scripts that may name them."""
        self._pages[url] = html
        found = [urljoin(url, src) for src in _SCRIPT.findall(html)]
        own = [src for src in found if in_domains(src, self.domains)][:SCRIPTS]
        for src in own:
            self._scripts.setdefault(src, "")
        wanted = self._ask(url, html)
        for text in self._scripts.values():
            wanted += self._ask(url, text)
        return [*wanted, *own]

    def take_script(self, url: str, text: str) -> list[str]:
        """Take a script; return the data that it asks for."""
        self._scripts[url] = text
        return [asked for page in self._pages for asked in self._ask(page, text)]

    def take_answer(self, url: str, body: bytes) -> list[str]:
        """Take data; return the question for further rows, once for each page."""
        question = self._questions[url]
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            return []
        rows = list(self._rows(answer, question.page))
        if not rows:
            return []
        self.articles += [link for link, _ in rows]
        exchanges = self._exchanges.setdefault(question.page, [])
        exchanges.append(Exchange("GET", url, b"", body, len(exchanges)))
        if len(exchanges) > 1:
            return []
        further = next(_further(question.asked, answer, len(rows), url), None)
        if further is None:
            return []
        self._questions[further] = question
        return [further]

    def endpoint(self) -> tuple[Endpoint, int] | None:
        """Return the listing that most pages have, and how many; None where none was found."""
        found: list[tuple[str, Endpoint]] = []
        for page, exchanges in self._exchanges.items():
            answers = [json.loads(exchange.answer) for exchange in exchanges]
            rows = [row for answer in answers for row in self._rows(answer, page)]
            if endpoints := find_endpoints(exchanges, rows, page):
                found.append((page, endpoints[0]))
        if not found:
            return None
        page, endpoint = max(found, key=lambda each: each[1].matched)
        return replace(endpoint, listing=self._for_all(page, endpoint.listing)), len(found)

    def _for_all(self, page: str, listing: JsonListing) -> JsonListing:
        """Return the listing where what differs from page to page is the slug, or what pages state."""
        slug = urlsplit(page).path.strip("/").rpartition("/")[2]
        asked = next(each.asked for each in self._questions.values() if each.page == page)
        params, values = dict(listing.params), {}
        for name, pattern in asked.stated.items():
            value = params.get(name)
            if value is None or value == "{slug}":
                continue
            stated = {
                page_values(replace(listing, page_values={name: pattern}), html).get(name)
                for html in self._pages.values()
            }
            if len(stated - {None}) > 1:
                params[name], values[name] = f"{{{name}}}", pattern
        url = listing.url
        if slug and f"/{slug}/" in f"{url}/":
            url = f"{url}/".replace(f"/{slug}/", "/{slug}/").rstrip("/")
        return replace(listing, url=url, params=params, page_values=values, required=tuple(values))

    def _ask(self, page: str, text: str) -> list[str]:
        """Return the data URLs that a text names for a page, and remember what they ask."""
        wanted: list[str] = []
        for asked in asked_urls(text, self._pages[page], page):
            url = asked.first()
            if url not in self._questions and len(wanted) < MOST:
                self._questions[url] = _Question(page, asked)
                wanted.append(url)
        return wanted

    def _rows(self, answer: Any, page: str, depth: int = 0) -> Iterator[tuple[str, str]]:
        """Yield URL and title of what may be rows of articles."""
        if isinstance(answer, list):
            for item in answer:
                yield from self._rows(item, page, depth)
        elif isinstance(answer, dict) and depth < _DEEPEST:
            title = next((answer[name] for name in _TITLES if isinstance(answer.get(name), str)), "")
            for value in answer.values():
                if isinstance(value, (dict, list)):
                    yield from self._rows(value, page, depth + 1)
                elif (
                    title and isinstance(value, str) and value.startswith(("/", "http")) and " " not in value
                ):
                    url = urljoin(page, value)
                    if in_domains(url, self.domains) and may_be_article(url):
                        yield url, title


def _further(asked: AskedUrl, answer: Any, rows: int, url: str) -> Iterator[str]:
    """Yield questions for the rows after these: as the answer says, as the script says, by the last row."""
    said = list(_scalars(answer))
    for name, value in said:
        if _NEXT.search(name) and value.startswith(("/", "http", "?")):
            further = urljoin(url, value)
            if parse_qs(urlsplit(further).query):
                yield further
    named = [
        (name, value) for name, value in said if _NEXT.search(name) and not value.startswith(("/", "http"))
    ]
    for name in asked.paging:
        if re.match(r"offset|skip|start|from\Z", name, re.IGNORECASE):
            yield asked.first(**{name: str(rows)})
        elif name.lower() in {"page", "pageno", "page_no"}:
            yield asked.first(**{name: "2"})
        elif named:
            value = next((value for key, value in named if key.lower() == name.lower()), named[0][1])
            yield asked.first(**{name: value})
        elif last := _of_last_row(answer):
            yield asked.first(**{name: last})


def _scalars(answer: Any, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield name and value of what stands beside the rows."""
    if isinstance(answer, dict) and depth < 3:
        for name, value in answer.items():
            if isinstance(value, dict):
                yield from ((f"{name}.{inner}", text) for inner, text in _scalars(value, depth + 1))
            elif isinstance(value, (str, int)) and not isinstance(value, bool) and value != "":
                yield name, str(value)


def _of_last_row(answer: Any) -> str | None:
    lists = (
        [answer] if isinstance(answer, list) else [each for each in answer.values() if isinstance(each, list)]
    )
    last = next((each[-1] for each in lists if each and isinstance(each[-1], dict)), {})
    return next((str(last[name]) for name in _OF_ROW if last.get(name)), None)
