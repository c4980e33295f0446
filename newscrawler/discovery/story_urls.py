"""Story URLs: what looks like an article, by its URL and the text of its link."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

DATE = re.compile(
    r"/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[/-]|$)",
    re.IGNORECASE,
)
"""Year and month in a path."""
_NUMBER = re.compile(r"(?:^|[-_./=])\d{5,}(?:$|[-_./])|[a-z]\d{6,}", re.IGNORECASE)
_ARTICLE_PARAMETER = re.compile(r"[a-z]?(?:article|story|news)[-_]?(?:id|no)\Z", re.IGNORECASE)
VIEW_OF_SECTION = re.compile(r"(?:^|&)view=(?:category|section)(?:&|\Z)", re.IGNORECASE)
"""A query string that asks for a section, whatever else it names."""
NOT_NEWS = re.compile(
    r"^/(?:about|account|ads?|advert\w*|archive|authors?|careers?|contacts?|cookies?|donate|faq|help|impressum|imprint"
    r"|jobs?|legal|login|logout|newsletters?|podcasts?|privacy\w*|profile|register|search|shop|sign-?in|sign-?up|sitemap"
    r"|subscribe\w*|tags?|terms\w*|topics?|users?|videos?|wp-\w+)(?:/|$|\.)",
    re.IGNORECASE,
)
"""Paths of a site's services, which are no stories and no sections."""
FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|xml|rss|json|css|js)$", re.IGNORECASE)


def looks_like_article(url: str, headline: str | None = None) -> bool:
    """Tell whether a URL, and the text of its link, look like one story, and not like a list.

    >>> looks_like_article("https://paper.example/world/2026/05/04/harbour-opens-again/")
    True
    >>> looks_like_article("https://paper.example/world/")
    False
    >>> looks_like_article("https://paper.example/a/1894093"), looks_like_article("https://paper.example/?page=2")
    (True, False)
    """
    if (found := _page_of_news(url)) is None:
        return False
    path, query = found
    numbered = _names_a_number(query)
    segments = [segment for segment in path.split("/") if segment]
    if numbered or not segments:
        return numbered
    last = re.sub(r"\.(?:s?html?|php|aspx?)$", "", segments[-1])
    if _NUMBER.search(last) or (DATE.search(path) and not last.isdigit()):
        return True
    return _is_slug_of_words(last, headline or "", deep=len(segments) > 1)


def may_be_article(url: str) -> bool:
    """Tell whether nothing speaks against a URL: it is no front page, no service, no file, no search.

    >>> may_be_article("https://paper.example/nyheter/i/ab12c"), may_be_article("https://paper.example/about")
    (True, False)
    """
    if (found := _page_of_news(url)) is None:
        return False
    path, query = found
    is_paged = re.search(r"(?:^|&)(?:page|p|start|offset|sort|q|s|lang|tag)=", query, re.IGNORECASE)
    return bool(path.strip("/")) and not is_paged


def _page_of_news(url: str) -> tuple[str, str] | None:
    """Return the path, decoded, and the query of a URL; None for a service, a file, or no URL at all."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = unquote(parts.path)
    return None if FILE.search(path) or NOT_NEWS.match(path) else (path, parts.query)


def _is_slug_of_words(last: str, headline: str, *, deep: bool) -> bool:
    """Tell whether the last part of a path is made of a headline's words.

    :param deep: other parts stand before it in the path.
    """
    words = len([word for word in re.split(r"[-_]+", last) if word])
    if words >= 4 or (words >= 3 and len(last) >= 20):
        return True
    if not deep or not _reads_like_headline(headline):
        return False
    return words >= 2 or not last.isascii() or any(map(str.isdecimal, last[1:]))


def _names_a_number(query: str) -> bool:
    """Tell whether a query string names an article by its number."""
    if VIEW_OF_SECTION.search(query):
        return False
    names = {"id", "p", "aid", "article", "articleid", "story", "newsid", "idxno", "no"}
    return any(
        (name.lower() in names and re.search(r"\d{3,}", value))
        or (_ARTICLE_PARAMETER.match(name) and value.isdecimal())
        for name, value in parse_qsl(query)
    )


def _reads_like_headline(text: str) -> bool:
    """Tell whether the text of a link is as long as a headline."""
    return len(text) >= 35 or len(text.split()) >= 6
