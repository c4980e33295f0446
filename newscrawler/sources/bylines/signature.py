"""Signature: the name that signs a text, above or below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawler.document.node import children, elements
from newscrawler.sources.bylines.other_names import PROFILE
from newscrawler.text import clean, people_of
from newscrawler.text.person import EAST_ASIAN

if TYPE_CHECKING:
    from newscrawler.document import Element

_SET_OFF = frozenset(("strong", "b", "em", "i"))
_SIGNATURE = re.compile(r"^[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}$")
_KOREAN_SIGNATURE = re.compile(
    r"(?:^|[\s=(\[·])(?P<name>[\uac00-\ud7af]{2,4}) ?(?:인턴 ?|선임 ?)?(?:기자|특파원)"
    r"[\s)\]=]{0,3}(?:[\w.+-]+@[\w.-]+)?\s*$"
)
_CHINESE_NAMES = r"[\u3400-\u9fff·]{2,4}(?:[\s、，,]+[\u3400-\u9fff·]{2,4}){0,5}"
_CHINESE_BRACKETS = re.compile(
    rf"[（(【\[](?![图圖摄攝])[^（(【\[）)】\]]{{0,30}}?(?:[记記]者[\s:：]*|(?P<author>作者)\s*[:：]\s*)"
    rf"(?P<names>{_CHINESE_NAMES})[）)】\]]\W*$"
)
"""The reporter in brackets behind the last sentence: （记者 王小明 通讯员 陈立）."""
_CHINESE_LINE = re.compile(
    rf"(?:\W*[^\W\d_]{{0,8}}·?[^\W\d_]{{0,8}}[记記]者(?:\s+|(?=[\u3400-\u9fff]+[发發]自))|.*(?P<author>作者)\s*[:：]\s*)"
    rf"(?P<names>{_CHINESE_NAMES})(?:[发發]自.{{0,8}}|[／/]文.*|[\s]*[报報][道導])?\W*"
)
"""The reporter in a line of his own: 光明日报记者 王建宏, 本报记者王建宏发自北京."""
_PICTURED = re.compile(r"[摄攝]\W*$")
_LONGEST_SIGNATURE, _LONGEST_NAME, _LONG_PARAGRAPH = 80, 40, 150
_MOST_SIGNERS = 3
_EDGE = 3
"""Paragraphs at the beginning and at the end of a text among which its signature is sought."""


def signature(container: Element, body: str, headline: str) -> list[str]:
    """Return the name that signs the text, above or below it."""
    return _set_off(container, body, headline) or _reporter(container) or _chinese_reporter(container, body)


def _reporter(container: Element) -> list[str]:
    """Return the reporter of a last line such as "알딘=홍길산 기자 hong@daily.example"."""
    found = _KOREAN_SIGNATURE.search(clean(container.text[-_LONGEST_SIGNATURE:]))
    return [found["name"]] if found is not None else []


def _chinese_reporter(container: Element, body: str) -> list[str]:
    """Return the reporters of a first or last line, or of brackets at the end of a paragraph there."""
    if not EAST_ASIAN.search(body[:_LONGEST_SIGNATURE]):
        return []
    lines = body.split("\n\n")
    edges = [clean(paragraph.text) for paragraph in _edges(container)]
    for line in lines[:_EDGE] + lines[_EDGE:][-_EDGE:] + edges:
        end = line[-_LONGEST_SIGNATURE:]
        found = _CHINESE_BRACKETS.search(end) or (
            _CHINESE_LINE.fullmatch(end) if len(line) <= _LONGEST_NAME else None
        )
        if found is not None and not _PICTURED.search(found["names"]):
            names = found["names"].split()[:1] if found["author"] else [found["names"]]
            return people_of(f"记者 {each}" for each in names)  # behind an author: town and trade
    return []


def _set_off(container: Element, body: str, headline: str) -> list[str]:
    """Return the names that stand alone and set off: ``<p><strong>Anna Example/Ben Muster</strong></p>``."""
    for element in _edges(container):
        names = [name.strip() for name in _set_off_whole(element).split("/")]
        if len(names) <= _MOST_SIGNERS and all(_signs(name, body, headline) for name in names):
            return names
    return []


def _edges(container: Element) -> list[Element]:
    """Return the first and last paragraphs of a text; what stands set off between long ones is a subhead."""
    paragraphs = [element for element in elements(container, "p") if len(element.text.strip()) > 1]
    prose = [place for place, element in enumerate(paragraphs) if len(element.text) > _LONG_PARAGRAPH]
    return [
        element
        for place, element in enumerate(paragraphs)
        if (place < _EDGE or place >= len(paragraphs) - _EDGE)
        and not (prose and prose[0] < place < prose[-1])
    ]


def _set_off_whole(paragraph: Element) -> str:
    """Return the text of a paragraph that is set off as a whole; nothing where it is the title of a story."""
    text = clean(paragraph.text)
    inner = children(paragraph)
    if len(inner) != 1 or inner[0].tag not in _SET_OFF or clean(inner[0].text) != text:
        return ""
    is_title = any(not PROFILE.search(link.attr("href") or "") for link in elements(paragraph, "a"))
    return "" if is_title else text


def _signs(name: str, body: str, headline: str) -> bool:
    """Tell whether a text is a name that signs: who wrote it is not who or what it is about."""
    words = name.split()
    if (
        len(name) > _LONGEST_NAME
        or not _SIGNATURE.match(name)
        or not all(word[0].isupper() for word in words)
    ):
        return False
    is_told_of = any(word in headline for word in words) or body.count(words[-1]) > name.count(words[-1])
    return not is_told_of
