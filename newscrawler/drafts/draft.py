"""Draft: what a site's front page, robots.txt, feeds, sitemaps, sections and articles say of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from newscrawler.discovery.article_shapes import shape_of
from newscrawler.discovery.feeds.feed import read_feed
from newscrawler.discovery.pagers.next_page import next_page
from newscrawler.discovery.rows.page_links import read_links
from newscrawler.discovery.sections.front_page import read_front
from newscrawler.discovery.sitemaps.sitemap import read_sitemap
from newscrawler.discovery.story_urls import looks_like_article
from newscrawler.document import parse_document
from newscrawler.drafts.json_listing import JsonListings
from newscrawler.drafts.kind_evidence import kind_of
from newscrawler.drafts.listing_rows import dated_rows
from newscrawler.drafts.next_link import next_link
from newscrawler.drafts.url_form import learn_form
from newscrawler.drafts.zone_evidence import country_of_host, zones_of
from newscrawler.extract import read_page
from newscrawler.publication.selectors import select
from newscrawler.publication.site import Site
from newscrawler.sources.language import language_code
from newscrawler.sources.publisher_names import publication_names
from newscrawler.urls import clean_url, in_domains, registrable_host

if TYPE_CHECKING:
    from newscrawler.discovery.answer import Answer
    from newscrawler.drafts.url_form import UrlForm
    from newscrawler.items import Article
    from newscrawler.publication.attributes import Kind

FEEDS, SITEMAPS, SECTIONS, ARTICLES = 4, 4, 3, 4
"""How many of each are asked for, at most."""
MOST_SECTIONS = 15
ENOUGH = 3
"""Examples of which the form of the articles is learned."""
_XML = (b"<?xml", b"<rss", b"<feed", b"<rdf", b"<urlset", b"<sitemapindex")
_TOPIC = re.compile(
    r"^/(?:[\w-]+/)?(tags?|topics?|thema|themen|temas?|sujets?|argomenti|emne|tema|keywords?|schlagwort|etiketa"
    r"|cimke|tagi|subject|dossier)/[^/]+",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Draft:
    """A site while its pages come in."""

    home: str
    given: tuple[str, ...] = ()
    """Articles that a person named."""
    title: str | None = None
    description: str | None = None
    """What the front page says of the publication."""
    language: str | None = None
    sections: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Slug -> URL and name, as menus have them."""
    feeds: dict[str, int] = field(default_factory=dict)
    """URL -> entries."""
    news_sitemaps: dict[str, int] = field(default_factory=dict)
    sitemaps: dict[str, int] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)
    """URLs that feeds and news sitemaps list: articles."""
    linked: list[str] = field(default_factory=list)
    """URLs that look like articles on front page and sections."""
    candidates: list[str] = field(default_factory=list)
    """URLs that may be articles, the likeliest first."""
    articles: list[Article] = field(default_factory=list)
    topics: Counter[str] = field(default_factory=Counter)
    """Folder of topic pages -> links to them on articles."""
    pages: dict[str, Answer] = field(default_factory=dict)
    """Section pages."""
    shown: dict[str, list[str]] = field(default_factory=dict)
    """URL of a page -> what it links outside of its menus."""
    json: JsonListings = field(init=False)
    """What section pages ask for by script."""
    second: dict[str, Answer | None] = field(default_factory=dict)
    """URL of the second page of a section -> the page, once it is there."""
    missing: dict[str, str] = field(default_factory=dict)
    """URL -> why it could not be read."""
    asked: set[str] = field(default_factory=set)
    _wanted: int = 0
    """Articles that were asked for."""

    def __post_init__(self) -> None:
        """Prepare for the pages of the site."""
        self.json = JsonListings(self.domains)

    @property
    def host(self) -> str:
        """The name under which the publisher registers."""
        return registrable_host(self.home)

    @property
    def domains(self) -> tuple[str, ...]:
        """The site's own hosts."""
        return (self.host,)

    def first_urls(self) -> list[str]:
        """Return what is asked for first."""
        urls = [self.home, urljoin(self.home, "/robots.txt"), *self.given]
        self.asked |= {*urls}
        return urls

    def take(self, url: str, answer: Answer) -> list[str]:
        """Read an answer; return what to ask for because of it."""
        if url == self.home:
            wanted = self._front(answer)
        elif url.endswith("/robots.txt"):
            found = re.findall(rb"^\s*sitemap:\s*(\S+)", answer.body, re.IGNORECASE | re.MULTILINE)
            wanted = [urljoin(url, each.decode("utf-8", "replace")) for each in found[:SITEMAPS]]
        elif self.json.is_question(url):
            wanted = self.json.take_answer(url, answer.body)
            wanted += self._some(self.json.articles)
        elif self.json.is_script(url):
            wanted = self.json.take_script(url, answer.body.decode("utf-8", "replace"))
        elif url in self.second:
            self.second[url] = answer
            wanted = []
        elif answer.body.lstrip().removeprefix(b"\xef\xbb\xbf").startswith(_XML):
            wanted = self._xml(url, answer)
        elif url in {place for place, _ in self.sections.values()}:
            wanted = self._section(url, answer)
        else:
            self._article(url, answer)
            wanted = []
        fresh = [each for each in dict.fromkeys(wanted) if each not in self.asked]
        self.asked |= {*fresh}
        return fresh

    def examples(self) -> list[str]:
        """Return URLs of the site's articles: named, listed, else linked."""
        found = list(dict.fromkeys(map(clean_url, (*self.given, *self.listed, *self.json.articles))))
        if len(found) < ENOUGH:
            found = list(dict.fromkeys((*found, *map(clean_url, self.linked))))
        if len(found) < ENOUGH:  # what has the shape of a page that turned out to be an article
            shapes = {shape_of(article.url) for article in self.articles}
            alike = [url for url in map(clean_url, self.candidates) if shape_of(url) in shapes]
            found = list(dict.fromkeys((*found, *alike)))
        return [url for url in found if in_domains(url, self.domains)]

    def form(self) -> tuple[UrlForm, int, int] | None:
        """Return the form of the articles' URLs, how many have it, and of how many."""
        examples = self.examples()
        learned = learn_form(examples, [url for url, _ in self.sections.values()])
        return (*learned, len(examples)) if learned else None

    def empty_pages(self) -> list[str]:
        """Return the pages of the menu that were read and show no article: about the paper, mostly."""
        form = self.form()
        if form is None:
            return []
        return [
            url for url, answer in self.pages.items()
            if not self.json.serves(url)
            and not any(form[0].matches(clean_url(link)) for link in self.shown[answer.url])
        ]  # fmt: skip

    def zones(self) -> tuple[str | None, list[str]]:
        """Return the country of the host, and the zones that the articles' times allow."""
        country = country_of_host(self.host)
        return country, zones_of(country, [each.published_at for each in self.articles if each.published_at])

    def rows(self) -> dict[str, tuple[str, str, int]]:
        """Return URL of a section -> selector of a row, that of its time, and how many rows there are."""
        form = self.form()
        if form is None:
            return {}
        found = {}
        for url, answer in self.pages.items():
            root = parse_document(answer.body, answer.url, answer.headers).root
            rows = dated_rows(root, lambda href, base=url: form[0].matches(urljoin(base, href)))  # type: ignore[misc]  # a default of its own
            if rows:
                found[url] = rows
        return found

    def kind(self) -> tuple[Kind, str]:
        """Return what sort of publication it is, and the evidence."""
        return kind_of(self.title, self.description, [name for _, name in self.sections.values()])

    def next_link(self) -> tuple[str, int] | None:
        """Return the selector of the link to a section's next page, and on how many pages it leads there."""
        second = {url: answer for url, answer in self.second.items() if answer is not None}
        answers = self.pages | second
        return next_link(
            {url: parse_document(each.body, each.url, each.headers).root for url, each in answers.items()}
        )

    def _front(self, answer: Answer) -> list[str]:
        document = parse_document(answer.body, answer.url, answer.headers)
        names = publication_names(document, "")
        self.title = next((name for name in names if name != self.host and "." not in name), None)
        self.language = language_code(document.lang) if document.lang else None
        self.description = next(iter(document.meta.get("description", ())), None)
        front = read_front(document.root, answer.url, self.domains)
        self.sections = dict(list(front.sections.items())[:MOST_SECTIONS])
        sections = [url for url, _ in self.sections.values()][:SECTIONS]
        return [*front.feeds[:FEEDS], *sections, *self._links(answer)]

    def _section(self, url: str, answer: Answer) -> list[str]:
        """Read a section page: its links, its second page, the data behind it where it shows no articles."""
        self.pages[url] = answer
        wanted = self._links(answer)
        root = parse_document(answer.body, answer.url, answer.headers).root
        if not self.second and (there := next_page(root, answer.url)):
            self.second[there] = None
            wanted.append(there)
        if not any(looks_like_article(link) for link in self.shown[answer.url]):
            wanted += self.json.take_page(url, answer.body.decode("utf-8", "replace"))
        return wanted

    def _links(self, answer: Answer) -> list[str]:
        """Take note of the links that look like articles; return those to ask for."""
        root = parse_document(answer.body, answer.url, answer.headers).root
        page = read_links(root, answer.url, self.domains)
        likely = sorted(page.candidates, key=lambda candidate: -candidate.weight)
        self.shown[answer.url] = [*(link.url for link in page.links), *(each.link.url for each in likely)]
        self.linked += [link.url for link in page.links]
        self.candidates += [candidate.link.url for candidate in likely]
        return self._some([link.url for link in page.links] or [each.link.url for each in likely])

    def _xml(self, url: str, answer: Answer) -> list[str]:
        """Read a feed, a sitemap or an index."""
        feed = read_feed(answer.body, answer.url, content_type=answer.content_type)
        if not feed.broken:
            self.feeds[url] = len(feed.links)
            self.listed += [link.url for link in feed.links]
            return self._some([link.url for link in feed.links])
        sitemap = read_sitemap(answer.body, answer.url, content_type=answer.content_type)
        if sitemap.broken:
            self.missing[url] = "neither a feed nor a sitemap"
            return []
        has_times = any(link.published_at for link in sitemap.links)
        kind = self.news_sitemaps if has_times else self.sitemaps
        kind[url] = len(sitemap.links) or len(sitemap.sitemaps)
        if has_times:
            self.listed += [link.url for link in sitemap.links]
            return self._some([link.url for link in sitemap.links])
        return [place for place, _ in sitemap.sitemaps if re.search("news", place)][:1]

    def _some(self, urls: list[str]) -> list[str]:
        """Return a few articles that were not asked for, as many as are still wanted."""
        own = [url for url in urls if in_domains(url, self.domains) and url not in self.asked]
        fresh = own[: max(0, ARTICLES - self._wanted)]
        self._wanted += len(fresh)
        return fresh

    def _article(self, url: str, answer: Answer) -> None:
        site = Site(self.host, self.domains)
        reading = read_page(answer.body, answer.url, site=site, headers=answer.headers)
        if reading.article is None:
            kind = reading.not_an_article.kind if reading.not_an_article is not None else ""
            self.missing[url] = f"not an article: {kind}"
            return
        self.articles.append(reading.article)
        root = parse_document(answer.body, answer.url, answer.headers).root
        for link in select(root, "a[href]"):
            path = urlsplit(urljoin(answer.url, str(link.attr("href") or ""))).path
            if found := _TOPIC.match(path):
                self.topics[path[: found.end(1)]] += 1
