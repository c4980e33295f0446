"""Attributes: where a page's tags have so many that the parser would not come back.

The parser walks all attributes of a tag for each one that it adds: a tag with 600 000, in a page of 6 MB, takes it an hour.
"""

from __future__ import annotations

import re

_ATTRIBUTE = (
    rb"""(?:[ \t\n\r\f/]*+[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+"""
    rb"""(?>(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:"[^"]*+"|'[^']*+'|[^ \t\n\r\f>]*+))?))"""
)
"""As HTML's tokenizer reads them; every repetition is possessive or atomic, so that nothing is read twice. Groups are atomic: up to
Python 3.11.4 a possessive one matches wrongly (gh-106052)."""

_SOUND = re.compile(
    rb"[^<]*+(?>(?:<(?:[a-zA-Z][^ \t\n\r\f/>]*+(?>"
    + _ATTRIBUTE
    + rb"{0,50})[ \t\n\r\f/]*+>|(?![a-zA-Z]))[^<]*+){0,1000})"
)
"""Text and tags with up to 50 attributes, as far as they follow each other."""

_TAG = re.compile(rb"<[a-zA-Z][^ \t\n\r\f/>]*+((?>" + _ATTRIBUTE + rb"*))[ \t\n\r\f/]*+>?+")
_ONE = re.compile(_ATTRIBUTE)


def end_within(html: bytes, most: int) -> int:
    """Find the tag up to which the attributes of tags are within the bound; the length of the page if all are.

    :param most: attributes of one tag; or of more tags with fewer each, by the sum of the squares, as time goes. Scripts
        count too where they look like tags, which is why real pages come to 840.

    >>> end_within(b"<p class=a>text", 3), end_within(b"<p a b c>text<p " + b"a='b' " * 60 + b">", 59)
    (15, 13)
    """
    place, cost = 0, 0
    while place < len(html):
        while (found := _SOUND.match(html, place)) is not None and found.end() > place:
            place = found.end()
        tag = _TAG.match(html, place)
        if tag is None:
            break
        cost += len(_ONE.findall(tag[1])) ** 2
        if cost > most * most:
            return place
        place = tag.end()
    return len(html)
