"""UrlForm: by what the URLs of a site's articles are told from all others, learned from examples."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENOUGH = 0.9
"""Share of the examples that a form matches, so that no other is looked for."""
LEAST = 0.5
_HEX = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_SUFFIX = re.compile(r"\.\w{2,5}$")
_NUMBER = re.compile(r"([-_/.])(\d{5,})(?:\.\w{2,5})?/?$")
_NUMBER_THEN_SLUG = re.compile(r"/(\d{5,})/[^/]+/?$")
_IN_QUERY = re.compile(
    r"(?:^|&)(id|p|aid|article_?id|story_?id|news_?id|idxno|no)=(\d{3,})(?:&|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class UrlForm:
    """A form of URLs, as a site declares it."""

    path: str | None
    """``article_path``."""
    number: str | None = None
    """``article_number``."""
    query: str | None = None
    """``article_query``."""

    def matches(self, url: str) -> bool:
        """Tell whether a URL is of this form."""
        parts = urlsplit(url)
        if self.path and not re.search(self.path, parts.path):
            return False
        return not self.query or re.search(self.query, parts.query) is not None


def learn_form(articles: Sequence[str], others: Sequence[str] = ()) -> tuple[UrlForm, int] | None:
    """Return the form of most of the articles, and how many have it; None where no form is seen.

    :param articles: URLs of articles.
    :param others: URLs of pages that are none; a form that one of them has is not taken.
    """
    best: tuple[UrlForm, int] | None = None
    for form in _forms(articles):
        count = sum(map(form.matches, articles))
        if count and not any(map(form.matches, others)):
            if best is None or count > best[1]:
                best = form, count
            if count >= ENOUGH * len(articles):
                break
    return best if best and best[1] >= LEAST * len(articles) else None


def _forms(urls: Sequence[str]) -> Iterator[UrlForm]:
    """Yield forms, those that tell the most first."""
    paths = [urlsplit(url).path for url in urls]
    yield from _with_number(paths)
    for found in Counter(name[1] for url in urls if (name := _IN_QUERY.search(urlsplit(url).query))):
        yield UrlForm(None, rf"[?&]{found}=(\d+)", rf"(?:^|&){found}=\d+")
    if any(re.search(_HEX, path) for path in paths):
        yield UrlForm(rf"[-_/]{_HEX}", rf"[-_/]({_HEX})")
    yield UrlForm(r"/\d{4}/\d{1,2}/\d{1,2}/[^/]+/?$")
    yield UrlForm(r"/\d{4}/\d{1,2}/[^/]+/?$")
    yield UrlForm(r"/\d{4}-\d{2}-\d{2}[-/][^/]+/?$")
    yield from _below_a_folder(paths)
    yield UrlForm(r"/\w+(?:[-_]\w+){3,}(?:\.\w+)?/?$")
    yield UrlForm(r"/\w+(?:[-_]\w+){2,}(?:\.\w+)?/?$")


def _with_number(paths: Sequence[str]) -> Iterator[UrlForm]:
    """Yield the forms with a number of its own for each article: at the end, or ahead of a slug."""
    last = [found for path in paths if (found := _NUMBER.search(path))]
    if last and len({found[2] for found in last}) > len(last) / 2:
        marks = "".join(sorted({found[1] for found in last}))
        mark = marks.replace(".", r"\.") if len(marks) == 1 else f"[{marks}]"  # sorted: - is the first
        suffix, least = _suffix([found.string for found in last]), min(len(found[2]) for found in last)
        yield UrlForm(rf"{mark}\d{{{least},}}{suffix}/?$", rf"{mark}(\d{{{least},}}){suffix}/?(?:[?#]|$)")
    ahead = [found for path in paths if (found := _NUMBER_THEN_SLUG.search(path))]
    if ahead and len({found[1] for found in ahead}) > len(ahead) / 2:
        least = min(len(found[1]) for found in ahead)
        yield UrlForm(rf"/\d{{{least},}}/[^/]+/?$", rf"/(\d{{{least},}})/")


def _below_a_folder(paths: Sequence[str]) -> Iterator[UrlForm]:
    """Yield the form of what lies directly below one folder: ``/articles/…``."""
    folders = Counter(path.rstrip("/").rpartition("/")[0] for path in paths)
    for folder, count in folders.most_common(1):
        if folder and count >= ENOUGH * len(paths):
            yield UrlForm(rf"^{re.escape(folder)}/[^/]+/?$")


def _suffix(paths: Sequence[str]) -> str:
    endings = {found[0] if (found := _SUFFIX.search(path)) else "" for path in paths}
    if endings == {""}:
        return ""
    named = "|".join(sorted(re.escape(ending) for ending in endings if ending))
    return f"(?:{named})" + ("?" if "" in endings else "") if len(endings) > 1 else named
