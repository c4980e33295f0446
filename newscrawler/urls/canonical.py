"""Canonical link: whether a page may be the article at another URL, as it says itself or as two URLs say."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newscrawler.bounds import DEFAULT
from newscrawler.urls.further_pages import continues
from newscrawler.urls.hosts import bare_host, host_and_port, in_domains, registrable_host
from newscrawler.urls.spelling import ENDING, clean_url, same_document

if TYPE_CHECKING:
    from collections.abc import Sequence

_AMP_MARK = re.compile(r"(?:^/amp(?=/))|(?:/amp(?:\.html?)?/?$)|(?:\.amp(?=$|\.html?$))")
_NUMBER = re.compile(r"\d+")
_YEAR_OR_DAY = re.compile(r"(?:19|20)\d\d(?:[01]\d(?:[0-3]\d)?)?$")


def believe_canonical(
    fetched: str,
    canonical: str | None,
    *,
    domains: Sequence[str] = (),
    longest: int = DEFAULT.url_length,
) -> str | None:
    """Return the clean form of a page's canonical URL if it can be believed, else None.

    It is believed with evidence only. It lies on the publisher's own hosts (``domains``, or the registrable
    host of ``fetched``). And it has the same path but for AMP marks and file endings, or the same article
    number, or the same slug, and nothing speaks against it. Not believed are the home page, a section,
    another article, another publisher's URL, a relative one, and a template that was never filled in.

    >>> believe_canonical("https://m.example.com/news/77123/amp", "https://example.com/news/77123")
    'https://example.com/news/77123'
    >>> believe_canonical("https://example.com/news/77123", "https://example.com/") is None
    True
    """
    if not canonical or 0 < longest < len(canonical) or re.search(r"[\s{}<>\[\]]", canonical.strip()):
        return None
    stated, own = clean_url(canonical), clean_url(fetched)
    if not host_and_port(stated)[0]:
        return None
    if stated == own:
        return stated
    if not (in_domains(stated, domains) or _is_one_publisher(stated, own)):
        return None
    try:
        stated.encode()  # JSON can state half a character
        is_one = same_document(stated, own) or may_be_one_article(own, stated) or _is_its_page(own, stated)
        return stated if is_one else None
    except ValueError:
        return None


def _is_one_publisher(a: str, b: str) -> bool:
    return host_and_port(a)[0] == host_and_port(b)[0] or registrable_host(a) == registrable_host(b)


def _is_its_page(own: str, stated: str) -> bool:
    """Tell whether a page is a further one of the article at another URL, which names no section."""
    return continues(stated, own) and _is_specific(_bare_path(urlsplit(stated).path).rpartition("/")[2])


def may_be_one_article(fetched: str, stated: str) -> bool:
    """Tell whether a page may be the article at another URL, as far as the two clean URLs say.

    They have the same path but for AMP marks and file endings, or the same article number, or the same slug.

    >>> base = "https://example.com"
    >>> may_be_one_article(f"{base}/local/quay-opens-10441", f"{base}/harbour/quay-opens-10441")
    True
    >>> may_be_one_article(f"{base}/local/quay-opens-10441", f"{base}/local/quay-opens-10442")
    False
    """
    a, b = urlsplit(fetched), urlsplit(stated)
    if a.path != b.path and a.path.casefold() == b.path.casefold():
        b = b._replace(path=a.path)  # servers that know no case have one page at both
    path_a, path_b = _bare_path(a.path), _bare_path(b.path)
    if not path_b:
        return not path_a and not a.query
    slug_a, slug_b = path_a.rpartition("/")[2], path_b.rpartition("/")[2]
    specific = slug_a == slug_b and _is_specific(slug_a)
    numbers_a, numbers_b = _article_numbers(path_a, a.query), _article_numbers(path_b, b.query)
    if numbers_a and numbers_b:
        if numbers_a.isdisjoint(numbers_b):
            return False
        if not specific and path_a != path_b:
            return max(numbers_a, key=len) == max(numbers_b, key=len)
    if _parameters(a.query).items() ^ _parameters(b.query).items():
        # One that only the fetched URL has may be a page or a view of the article, where the path names it.
        shared = _parameters(a.query).keys() & _parameters(b.query).keys()
        if not specific or any(_parameters(a.query)[name] != _parameters(b.query)[name] for name in shared):
            return False
    if path_a == path_b:
        return specific or bare_host(a.netloc) == bare_host(b.netloc)
    days_a, days_b = Counter(_NUMBER.findall(path_a)), Counter(_NUMBER.findall(path_b))
    return specific and (days_a <= days_b or days_b <= days_a)


def _bare_path(path: str) -> str:
    return ENDING.sub("", _AMP_MARK.sub("", unquote(path)))


def _is_specific(slug: str) -> bool:
    """Tell whether a last path segment can name one article only: a number, three words, or a long word."""
    return len(re.split(r"[-_]", slug)) >= 3 or len(slug) >= 20 or bool(_article_numbers(slug, ""))


def _article_numbers(path: str, query: str) -> set[str]:
    return {n for n in _NUMBER.findall(f"{path}?{query}") if len(n) >= 4 and not _YEAR_OR_DAY.match(n)}


def _parameters(query: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    return {name: value for name, _, value in pairs if name.lower() not in {"amp", "outputtype"}}
