"""One page at two URLs: what two URLs of pages with the same text may differ in."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from newscrawler.urls.canonical import may_be_one_article
from newscrawler.urls.hosts import bare_host
from newscrawler.urls.spelling import ENDING
from newscrawler.urls.twins import is_twin

_NUMBER = re.compile(r"(?<!\d)\d{5,}(?!\d)")
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?\Z")
_CODE = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{8,}\Z", re.IGNORECASE)
"""Letters and digits that no word is made of."""
_LEAST_DIGITS = 3


def may_be_one_page(a: str, b: str) -> bool:
    """Tell whether two clean URLs may lead to one page: nothing in them says that they are two articles.

    They name one article; or one is a view of the other; or they have one path, or one number or code in it.

    >>> may_be_one_page("https://paper.example/quay?pos=1", "https://paper.example/Quay?pos=2&list=top")
    True
    >>> may_be_one_page("https://paper.example/quay?id=811", "https://paper.example/quay?id=812")
    False
    """
    if may_be_one_article(a, b) or may_be_one_article(b, a) or is_twin(a) or is_twin(b):
        return True
    return keep_one_name(a, b)


def keep_one_name(a: str, b: str) -> bool:
    """Tell whether two clean URLs have one path, or one number or code in it, whatever else changes.

    >>> keep_one_name("https://paper.example/991234-mayor-may-go", "https://paper.example/991234-mayor-goes")
    True
    >>> keep_one_name("https://paper.example/mayor-may-go", "https://paper.example/mayor-goes")
    False
    """
    one, other = urlsplit(a), urlsplit(b)
    if bare_host(one.netloc) != bare_host(other.netloc):
        return False
    path_a, path_b = (ENDING.sub("", unquote(parts.path)).casefold() for parts in (one, other))
    if path_a == path_b:
        return bool(path_a) and not _are_numbered_apart(one.query, other.query)
    return not _names(path_a).isdisjoint(_names(path_b))


def _are_numbered_apart(a: str, b: str) -> bool:
    """Tell whether two queries give one parameter two numbers."""
    one, other = dict(parse_qsl(a.lower())), dict(parse_qsl(b.lower()))
    pairs = [(one[name], other[name]) for name in one.keys() & other.keys() if one[name] != other[name]]
    return any(
        value.isdecimal() and stated.isdecimal() and max(len(value), len(stated)) >= _LEAST_DIGITS
        for value, stated in pairs
    )


def _names(path: str) -> set[str]:
    """Return the numbers and codes in a path."""
    numbers = {number for number in _NUMBER.findall(path) if not _DAY.match(number)}
    return numbers | {part for part in path.split("/") if _CODE.match(part)}
