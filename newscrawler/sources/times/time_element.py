"""Times that a page shows with the article: in elements, attributes and lines near the headline."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from turbohtml import Element, Text

from newscrawler.document.node import above, after, before, class_of, first, names_of, parent
from newscrawler.sources.comment_headings import heads_comments
from newscrawler.sources.story_entries import DATE_LIKE, HEADINGS, StoryEntries, short_text
from newscrawler.sources.times.time_labels import (
    MODIFIED,
    NOT_OURS,
    OF_EVENT,
    PUBLISHED,
    is_named_modified,
    tell_apart,
)
from newscrawler.sources.visible import is_below_story, is_story, within_aside
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newscrawler.document import Document
    from newscrawler.sources.metadata.schema_org import Values

_HEAD = re.compile(
    r"(?:^|\s)(?:header[-_]?date|date[-_]?header|todays?(?:[-_]?date)?|current[-_]?(?:date|time)"
    r"|(?:site|top|page)[-_]?date|top-?bar|masthead|(?:site|main|top|global)[-_]?head(?:er)?)(?:$|\s)",
    re.IGNORECASE,
)
"""What the head of the paper is called, which prints the day of the visit."""
_ATTRIBUTES = (
    "datetime",
    "data-datetime",
    "data-date",
    "data-timestamp",
    "data-published",
    "data-time",
    "data-pubdate",
    "title",
)
_ATTRIBUTE_NAMES = frozenset(_ATTRIBUTES)
_MACHINE_TIME = re.compile(r"\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|\s*$)")
_NAIVE = re.compile(r"\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*")
_CLOCK_AND_WORD = re.compile(r"\d[:.h]\d{2}\b.*[^\W\d_]{2}")
_LONGEST_SHOWN = 80
_ATTRIBUTE_TIME = re.compile(r"^(?:(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d.*|1\d{9}(?:\d{3})?)$")
_NOT_TIME = frozenset(
    (
        "script",
        "svg",
        "figure",
        "figcaption",
        "caption",
        "button",
        "form",
        "select",
        "iframe",
    )
)
_HEADLINES = (*HEADINGS, "strong", "b", "font")
_NO_LABEL = (*HEADINGS, "time")
"""What stands before a time and is no label of it: "Breakwater: latest updates"."""
_MANY_PARTS = 60
_REACH, _OTHER_ENTRIES = 3, 2
"""How far up an entry is looked for, and how many others are a list of them."""
_MOST_ABOVE = 12
"""Elements above a line among which the heading of comments is sought."""
_CAPTION = re.compile(r"caption|legende|bildunterschrift|credit|pie-?(?:de-)?foto", re.IGNORECASE)
_MOST = 6
_CLOCK = re.compile(r"\d{1,2}\s?[:.h時시点]\s?\d{2}|\d\s?[ap]\.?m\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<!\b[ap]\.m)[.!?…]\s*$", re.IGNORECASE)
_HAN_SENTENCE = re.compile("[\u3400-\u9fff]{9}")
"""So many Chinese letters without a sign or space are a headline, not a label or a name."""
_WORDS_OF_A_LINE = 5
"""Words beside the figures; a line with more that ends as a sentence does is one."""
_WORDS_BESIDE_CLOCK, _WORDS_BESIDE_DAY = 16, 7


def read_times(document: Document, around: Sequence[Element], headline: Element | None = None) -> Values:
    """Return (published, modified) of ``time`` elements and time attributes with the article."""
    values: Values = {"published_at": [], "modified_at": []}
    others = StoryEntries(document.url)
    for element in _time_elements(document, around, headline, others)[:_MOST]:
        stated, shown = element.attr("datetime") or "", element.text
        texts = [stated] if _MACHINE_TIME.match(stated) and not _says_zone(stated, shown) else [stated, shown]
        values[_field(element)].extend(clean(text) for text in texts if text.strip())
    if not values["published_at"]:
        values["published_at"].extend(_microformat(document))
    for element in around:
        if element.tag == "time" or len(values["published_at"]) > _MOST:
            continue
        text = _time_attribute(element)
        if text is not None and not others.has(element):
            values[_field(element)].append(text)
    return values


def _says_zone(stated: str, shown: str) -> bool:
    """Tell whether an element shows a clock with a word behind it, where the stated one has no offset."""
    return len(shown) < _LONGEST_SHOWN and bool(_NAIVE.fullmatch(stated) and _CLOCK_AND_WORD.search(shown))


def _time_elements(
    document: Document, around: Sequence[Element], headline: Element | None, others: StoryEntries
) -> list[Element]:
    """Return the ``time`` elements beside the headline, else the first two of no other story."""
    close = [
        element
        for element in around
        if element.tag == "time" and not others.has(element) and not _is_of_entry(element, headline)
    ]
    return (
        close
        or [
            element
            for element in document.elements_of("time")[:12]
            if not within_aside(element)
            and not document.visibility.is_hidden(element)
            and not others.has(element)
            and not _in_other_article(element, headline)
            and not _is_of_entry(element, headline)
        ][:2]
    )


def _is_of_entry(element: Element, headline: Element | None) -> bool:
    """Tell whether a time is that of one of several alike entries, each with a time and a heading."""
    around = set() if headline is None else set(above(headline))
    for outer in islice(above(element), _REACH):
        if outer in around or outer.tag == "body":
            return False
        if first(outer, *HEADINGS) is not None:
            alike = (each for each in (*before(outer), *after(outer)) if each.tag == outer.tag)
            entries = (each for each in alike if first(each, "time") and first(each, *HEADINGS))
            return len(list(islice(entries, _OTHER_ENTRIES))) == _OTHER_ENTRIES
    return False


def _microformat(document: Document) -> list[str]:
    """Return the time that the microformat of the page's only post states, though in its foot."""
    stated = [
        element
        for element in document.elements_of("abbr")
        if "published" in class_of(element).split()
        and _ATTRIBUTE_TIME.match((element.attr("title") or "").strip())
    ]
    if len(stated) != 1 or within_aside(stated[0], foot=False) or not any(map(is_story, above(stated[0]))):
        return []
    return [clean(stated[0].attr("title") or "")]


def _time_attribute(element: Element) -> str | None:
    """Return the time that an attribute of an element states."""
    if _ATTRIBUTE_NAMES.isdisjoint(element.attrs):  # as of nearly every element: half of the time
        return None
    for name in _ATTRIBUTES:
        text = element.attr(name)
        if text and _ATTRIBUTE_TIME.match(text.strip()):
            return clean(text)
    return None


def _field(element: Element) -> str:
    return "modified_at" if _is_modified(element) else "published_at"


def printed_times(document: Document, around: Iterable[Element], headline: Element | None = None) -> Values:
    """Return the lines near the headline that print a time, told apart by their label.

    :param headline: where the headline stands; beside one that is no heading, a bare day may be that of the
    paper.
    """
    published: list[str] = []
    modified: list[str] = []
    others = StoryEntries(document.url)
    needs_clock = headline is not None and headline.tag not in _HEADLINES
    for element, text in _date_lines(around):
        if others.has(element) or (needs_clock and not _CLOCK.search(text)):
            continue
        if _is_in_head(element, headline) or _is_beside(element, text, headline):
            continue
        if OF_EVENT.fullmatch(_before(element)) or _is_below_comments(element):
            continue
        if len(published) + len(modified) >= _MOST:
            break
        tell_apart(clean(text), element, published, modified)
    return {"published_at": published, "modified_at": modified}


def _is_below_comments(element: Element) -> bool:
    """Tell whether a heading above a line says that readers' comments follow; buttons say it, too."""
    for outer in islice((element, *above(element)), _REACH):
        for other in islice(before(outer), _MOST_ABOVE):
            if other.tag in HEADINGS and heads_comments(clean(other.text)):
                return True
    return False


def _is_beside(element: Element, text: str, headline: Element | None) -> bool:
    """Tell whether a bare day stands below the story, where it may be that of anything."""
    if headline is None or _CLOCK.search(text) or PUBLISHED.search(text) or MODIFIED.search(text):
        return False
    return is_below_story(element, headline)


def _date_lines(around: Iterable[Element]) -> Iterator[tuple[Element, str]]:
    """Yield the outermost elements that are a line with a date, and their texts."""
    passed: set[Element] = set()
    for element in around:
        text = None if parent(element) in passed else _line_of(element)
        if text is None or (text and not DATE_LIKE.search(text)):
            passed.add(element)
        elif text and _is_date_line(text):
            passed.add(element)
            yield element, text


def _line_of(element: Element) -> str | None:
    """Return the text of an element that is as short as a line, "" for a longer one whose parts may be lines.

    :return: None for what holds no line of the article.
    """
    if element.tag in _NOT_TIME or element.tag in HEADINGS or _CAPTION.search(class_of(element)):
        return None
    text = short_text(element)
    if text is not None:
        return text or None
    is_prose = element.tag in ("p", "blockquote") and len(element.children) < _MANY_PARTS
    return None if is_prose else ""


def _is_date_line(text: str) -> bool:
    """Tell whether a short text with something like a date is one with its label and byline, no sentence."""
    if NOT_OURS.search(text):
        return False
    has_clock = _CLOCK.search(text) is not None
    if not has_clock and _HAN_SENTENCE.search(text):
        return False
    words = sum(1 for word in text.split() if not any(character.isdigit() for character in word))
    if words > _WORDS_OF_A_LINE and _SENTENCE.search(text) and not PUBLISHED.search(text):
        return MODIFIED.search(text) is not None
    return words <= (_WORDS_BESIDE_CLOCK if has_clock else _WORDS_BESIDE_DAY)


def _is_modified(element: Element) -> bool:
    if is_named_modified(f"{class_of(element)} {element.attr('itemprop') or ''}"):
        return True
    return bool(MODIFIED.search(_before(element)))


def _before(element: Element) -> str:
    """Return the words that stand directly before an element: its label."""
    said = ""
    for node in element.previous_siblings:
        if isinstance(node, Element):
            return said.strip() or ("" if node.tag in _NO_LABEL else node.text[-40:])
        if isinstance(node, Text):
            said = node.data + said
    holder = parent(element)
    return "" if holder is None else f"{class_of(holder)} {said}"


def _article_of(element: Element) -> Element | None:
    return next((outer for outer in above(element) if outer.tag == "article"), None)


def _in_other_article(element: Element, headline: Element | None) -> bool:
    """Tell whether the element is in another ``article`` than the headline, with its own heading."""
    own = _article_of(headline) if headline is not None else None
    other = _article_of(element)
    if own is None or other is None or other is own or own in above(other):
        return False
    return first(other, "h1") is not None


def _is_in_head(element: Element, headline: Element | None) -> bool:
    """Tell whether an element stands in the head of the paper, and the headline does not."""
    around = set() if headline is None else set(above(headline))
    return any(outer not in around and _HEAD.search(names_of(outer)) for outer in (element, *above(element)))
