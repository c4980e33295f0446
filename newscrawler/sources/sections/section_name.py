"""Section name: which words of a breadcrumb or above a headline can be the name of a section."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newscrawler.dates.month_names import fold
from newscrawler.document.node import class_of
from newscrawler.sources.sections.machine_labels import is_section
from newscrawler.text import clean

if TYPE_CHECKING:
    from newscrawler.document import Element

_LONGEST, _MOST_WORDS = 50, 6
_NO_SECTION: Final = re.compile(
    r"[<|←‹«]|\d+ |(?:go to|back|about|contact|share|browse|all|subscribe|log ?in|search|print"
    r"|e-?mail|comments?|follow|see|read|view|zurück|retour|volver|voltar|powrót|назад)\b|.*\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What is linked there and is no section: a way back, a day, what the reader can do."""
_TOPIC: Final = re.compile(
    r"/(?:tags?|topics?|themen?|temas?|t[oó]picos?|etiket\w*|keywords?|search)(?:/|$)|/t-\d"
    r"|(?:^|[-_/ ])tags?\d*(?:[-_/ ]|$)",
    re.IGNORECASE,
)
_FILED_LABEL: Final = re.compile(
    r"(?:categor\w*|kategori\w*|rubri\w*|section|рубрика|категория)\s*[:：]\s*", re.IGNORECASE
)


def is_home(text: str) -> bool:
    """Tell whether a text is that of a link to the front page."""
    return _home().fullmatch(text) is not None


def is_generic(name: str) -> bool:
    """Tell whether a name is that of everything that a paper prints.

    >>> is_generic("News"), is_generic("Politics")
    (True, False)
    """
    return fold(name) in _names("generic")


def leads_to_topic(link: Element, href: str, path: str) -> bool:
    """Tell whether a link leads to a topic, by its URL or its name."""
    names = class_of(link)
    return any(_TOPIC.search(text) is not None for text in (href, path, names))


def name_of(link: Element) -> str:
    """Return the name that a link gives, without its label ("Category:")."""
    return _FILED_LABEL.sub("", clean(link.text), count=1).strip(" ,;/|·•")


def is_section_name(text: str) -> bool:
    """Tell whether a text can be the name of a section."""
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or not is_section(text):
        return False
    if _NO_SECTION.match(text):
        return False
    return (
        fold(text) not in _names("unfiled")
        and any(map(str.isalpha, text))
        and not text.endswith((":", "…", "..."))
    )


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(map(fold, _table()[kind]))


@cache
def _home() -> re.Pattern[str]:
    return re.compile("|".join(_table()["home"]), re.IGNORECASE)


@cache
def _table() -> dict[str, list[str]]:
    """Return the names of all languages: pages do not always say their own."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
