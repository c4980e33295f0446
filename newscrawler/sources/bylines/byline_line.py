"""Byline line: the text of an element that may say who wrote the article, part by part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newscrawler.text import clean

if TYPE_CHECKING:
    from newscrawler.document import Element

_ONLY_LABEL = re.compile(
    r"^(?:by|written by|von|par|por|di|de|door|av|af|e|y|et|and|und|i|og|och|en|&|[,|·•/-]|.{1,20}:)$",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af)$", re.IGNORECASE)
_BEFORE_SIGN = re.compile(r"\s+([,.;:)])")
_FORM = re.compile(
    r"跟贴|跟帖|发言|退出|设置|评论|登录|登入|登陆|注册|註冊|昵称|暱稱|密码|密碼|ログイン|로그인|비밀번호|\bpasswor[dt]\b|пароль|hasło",
    re.IGNORECASE,
)
"""Words of a form in which readers say who they are."""
_SHORTEST, _LONGEST = 2, 120


class Line(NamedTuple):
    """A line that says who wrote the article."""

    text: str
    """With a bar between parts that stand apart, and without its label where that stands apart."""
    printed: str
    """As a reader sees it."""


def read_line(element: Element) -> Line | None:
    """Return the text of a byline; None where it is empty or too long to be one."""
    text = text_of_line(element)
    return Line(text, printed_line(element)) if text is not None else None


def printed_line(element: Element) -> str:
    """Return a line as a reader sees it."""
    return _BEFORE_SIGN.sub(r"\1", clean(" ".join(element.strings)))


def text_of_line(element: Element) -> str | None:
    """Return the text of a line, with a bar between parts that stand apart; None as ``read_line``."""
    parts: list[str] = []
    length = 0
    for text in element.strings:
        part = clean(text)
        if not part:
            continue
        length += len(part)
        if length > _LONGEST:
            return None
        if parts and _BY.match(part):
            parts.append("|")  # what stands before "by" is not a name
        elif parts and not _ONLY_LABEL.match(parts[-1].split(" | ")[-1]) and not _ONLY_LABEL.match(part):
            parts.append("|")
        parts.append(part)
    if length <= _SHORTEST or any(_FORM.search(part) for part in parts):
        return None
    if parts[0].startswith("©"):  # the credit of a picture
        return None
    return " ".join(parts)
