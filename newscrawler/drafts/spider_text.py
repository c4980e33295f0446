"""The text of a spider's file, from a draft: each line with its evidence, and what is left to a person."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlsplit

from newscrawler.publication.attributes import Kind
from newscrawler.text.counted import some
from newscrawler.text.printable import printable_page
from newscrawler.urls import in_domains

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newscrawler.drafts.draft import Draft

MOST_EXAMPLES = 4
MOST_ZONES = 6
"""Zones that a comment names."""


def spider_name(host: str) -> str:
    """Return a name for a site's spider.

    >>> spider_name("evening-gazette.co.uk"), spider_name("20min.example")
    ('evening_gazette', 'paper_20min')
    """
    name = re.sub(r"\W+", "_", host.split(".", maxsplit=1)[0].lower())
    return name if name[:1].isalpha() else f"paper_{name}"


def spider_text(draft: Draft, name: str) -> str:
    """Return the file; ``ruff format`` makes its long lines short.

    What its reader would not see, such as marks that turn the direction, stands in it as escapes.
    """
    rows = draft.rows()
    behind = draft.json.endpoint()
    parts = ("HtmlListing", *(("JsonListing",) if behind else ()), "ListingLayout")
    layout = f"from newscrawler.publication.listing_layout import {', '.join(parts)}"
    head = [
        f'"""{_plain(draft.title or name)}."""',
        "",
        "from newscrawler.news_spider import NewsSpider",
        *([layout] if rows or behind else []),
        "",
        "",
        f"class {''.join(word.capitalize() for word in name.split('_'))}Spider(NewsSpider):",
    ]
    body = [
        f"name = {_quoted(name)}",
        f"title = {_quoted(draft.title or name)}",
        *_country(draft),
        *_kind(draft),
        *_language(draft),
        *_zone(draft),
        f"allowed_domains = {_several([draft.host])}",
        f"home = {_quoted(draft.home.rstrip('/'))}",
        f'verified = ("live {datetime.now(UTC):%Y-%m-%d}",)',
        *_sections(draft),
        *_lists(draft),
        *_form(draft),
        *_topics(draft),
        *_listings(draft, rows),
        *(f"# {_plain(url)}: {_plain(why)}" for url, why in draft.missing.items()),
    ]
    return printable_page("\n".join((*head, *(f"    {line}" for line in body)))) + "\n"


def _kind(draft: Draft) -> Iterator[str]:
    kind, evidence = draft.kind()
    yield f"# {_plain(evidence)}; others: {', '.join(other for other in get_args(Kind) if other != kind)}"
    yield f"kind = {_quoted(kind)}"


def _country(draft: Draft) -> Iterator[str]:
    country, _ = draft.zones()
    yield f"country = {_quoted(country)}" if country else "# country: the host names none; GB, DE, XK"


def _language(draft: Draft) -> Iterator[str]:
    of_articles = [article.language for article in draft.articles if article.language]
    most = max(of_articles, key=of_articles.count, default=None)
    found = ", ".join(sorted(set(of_articles))) or "nothing"
    yield f"# the front page says {draft.language or 'nothing'}, its articles {found}"
    language = most or draft.language
    yield f"language = {_quoted(language)}" if language else "# language: en, de, pt-BR"


def _zone(draft: Draft) -> Iterator[str]:
    country, zones = draft.zones()
    if len(zones) > 1:
        yield f"# zones with the offsets of its articles: {', '.join(zones[:MOST_ZONES])}"
    is_known = len(zones) == 1 or (zones and country)
    yield (
        f"timezone = {_quoted(zones[0])}"
        if is_known
        else "# timezone: no country and no offset tells it; Europe/London"
    )


def _sections(draft: Draft) -> Iterator[str]:
    empty = draft.empty_pages()
    yield from (f"# {_plain(_own(draft, url))}: in the menu, and shows no article" for url in empty)
    found = {slug: named for slug, named in draft.sections.items() if named[0] not in empty}
    if not found:
        yield "# no section is in a menu: the front page is read as one"
        yield 'sections = {"front": "/"}'
        return
    yield f"sections = {_mapping({slug: _own(draft, url) for slug, (url, _) in found.items()})}"
    yield f"section_names = {_mapping({slug: [name] for slug, (_, name) in found.items()})}"


def _lists(draft: Draft) -> Iterator[str]:
    named = {"feeds": draft.feeds, "news_sitemaps": draft.news_sitemaps, "sitemaps": draft.sitemaps}
    for attribute, found in named.items():
        if found:
            yield f"# entries: {', '.join(map(str, found.values()))}"
            yield f"{attribute} = {_several([_own(draft, url) for url in found])}"
    if not any(named.values()):
        yield "# feeds, sitemaps: neither the front page nor robots.txt names one"


def _form(draft: Draft) -> Iterator[str]:
    form = draft.form()
    if form is None:
        yield "# article_path: no form was seen; name articles: scrapy declare URL ARTICLE_URL…"
        yield from (f"# {_plain(url)}" for url in draft.examples()[:MOST_EXAMPLES])
        return
    learned, count, of = form
    yield f"# {count} of {of} known articles, and no section"
    for attribute in ("path", "query", "number"):
        if pattern := getattr(learned, attribute):
            yield f'article_{attribute} = r"{pattern}"'


def _topics(draft: Draft) -> Iterator[str]:
    for folder, count in draft.topics.most_common(1):
        yield f"# {some(count, 'link')} on {some(len(draft.articles), 'article')}"
        yield f'topic_path = r"^{re.escape(folder)}/[^/]+/?$"'


def _listings(draft: Draft, rows: Mapping[str, tuple[str, str, int]]) -> Iterator[str]:
    """Yield how section pages are read: their next page, rows with times, the JSON behind them."""
    onward, behind = draft.next_link(), draft.json.endpoint()
    if onward:
        yield f"# leads to older rows from {some(onward[1], 'page')} that were seen"
        if not rows:
            yield f"next_page = {_quoted(onward[0])}"
    elif draft.pages and not behind:
        yield "# next_page: no link to older rows was seen"
    if not rows and not behind:
        return
    forms = [(row, time) for row, time, _ in rows.values()]
    row, time = max(forms, key=forms.count) if forms else (None, None)
    said = {"row": row, "published_at": time, "next_page": onward[0] if onward and rows else None}
    parts = [
        f"rows=HtmlListing({', '.join(f'{name}={_quoted(text)}' for name, text in said.items() if text)})"
    ]
    if rows:
        counts = ", ".join(str(count) for at, when, count in rows.values() if (at, when) == (row, time))
        yield f"# rows with a time: {counts}"
    if behind:
        endpoint, count = behind
        yield f"# {count} of {len(draft.pages)} section pages ask for JSON"
        parts.append("api={'section': " + endpoint.code() + "}")
    of_layout = ", ".join((_quoted("first"), f"marker={_quoted(row or 'body')}", *parts))
    yield from f"listing_layouts = (ListingLayout({of_layout}),)".splitlines()


def _own(draft: Draft, url: str) -> str:
    """Return a URL as a declaration writes it: from the home where it lies there."""
    parts, home = urlsplit(url), urlsplit(draft.home)
    if parts.netloc != home.netloc or not in_domains(url, draft.domains):
        return url
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _quoted(text: str) -> str:
    """Return a text as Python writes it: what a site says can be nothing but a text."""
    return json.dumps(text, ensure_ascii=False)


def _several(texts: Sequence[str]) -> str:
    return f"({', '.join(map(_quoted, texts))},)"


def _mapping(values: Mapping[str, Any]) -> str:
    parts = (
        f"{_quoted(key)}: {_several(value) if isinstance(value, list) else _quoted(value)}"
        for key, value in values.items()
    )
    return f"{{{', '.join(parts)}}}"


def _plain(text: str) -> str:
    """Return a text that can stand in a comment or a docstring."""
    return re.sub(r"[\"\\\s]+", " ", text).strip()
