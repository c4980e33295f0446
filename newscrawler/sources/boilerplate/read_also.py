"""Read-also lines: lines among the text that lead to other stories."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from newscrawler.text.phrases import Phrases

_LONGEST_LABEL: Final = 40


def is_read_also(text: str, link_share: float = 0.0) -> bool:
    """Tell whether the line leads to other stories; a sentence that only begins like one does not.

    >>> is_read_also("Related stories"), is_read_also("Read more: Harbour council votes again")
    (True, True)
    >>> is_read_also("Related cases were closed in 2019, the court said.")
    False
    """
    if len(text) >= 160 or (lead := _phrases().match(text)) is None:
        return False
    is_sentence = text.endswith((".", "।", "。")) and not text.endswith("..")
    return link_share > 0.3 or text[lead.end() - 1] in ":：" or not is_sentence


def is_read_also_label(text: str) -> bool:
    """Tell whether a line is such a phrase and nothing else, so that what it leads to stands below.

    >>> is_read_also_label("Read also:"), is_read_also_label("Read also: Harbour council votes again")
    (True, False)
    """
    if len(text) > _LONGEST_LABEL or (lead := _phrases().match(text)) is None:
        return False
    return not any(map(str.isalnum, text[lead.end() :]))


@cache
def _phrases() -> Phrases:
    """Return the lines of all languages: pages do not always say their own."""
    by_language = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    phrases = "|".join(phrase for group in by_language.values() for phrase in group)
    return Phrases(phrases, before=r"^[\W_]*", after=r"(?:\W|$)", flags=re.IGNORECASE)
