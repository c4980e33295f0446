"""Notices: the headings of pages that stand in an article's place, in the languages of the press."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Final, Literal, cast

from newscrawler.text.phrases import Phrases

Notice = Literal["challenge", "consent", "login", "soft_404", "unavailable"]

_NAME: Final = re.compile(r"\s+[|–—·•»«:/\\-]+\s+|\s*[|»«•]+\s*|\s+[~]\s+")
"""What stands between a notice and the publication's name."""

_COLON: Final = re.compile(r":\s+|[::]\s*|\s+[,.]\s+|[!.…]\s+")
"""The same, where one of the sides has few words: ``The Gazette: Page not found``."""

_FEW: Final = 4
_LONGEST: Final = 200
"""Characters of a heading; a longer one is none."""

_EDGES: Final = " \t.,;:!?…¡¿-–—|\"'«»()[]。、!?~*#✕×"
"""What is not text at the ends of a heading."""

_ACCENTS: Final = frozenset("àáâãçèéêëìíîïòóôõùúûñýÿčěřšůžňťďόάέήίύώϊϋ")
"""Letters that pages print with and without their accent; ä, ö, ü, å, ø, ğ, ş stand."""

_PLAIN: Final = str.maketrans("’‘ʼ“”‐‑", "'''\"\"--", ",")


def notice_of(heading: str) -> Notice | None:
    """Return what a page with this heading stands for, None for a headline.

    :param heading: the page's title or its first heading, as it is printed.
    :return: the kind of notice that the heading is, beside a publication's name or alone.

    >>> notice_of("Seite nicht gefunden | Der Bote"), notice_of("Access denied: why walkers lost the moor")
    ('soft_404', None)
    """
    return _notice_of(heading.strip()) if 0 < len(heading) <= _LONGEST else None


@lru_cache(maxsize=256)
def _notice_of(heading: str) -> Notice | None:
    return next((kind for part in _parts(_folded(heading)) if (kind := _kind_of(part))), None)


@lru_cache(maxsize=256)
def _kind_of(part: str) -> Notice | None:
    """Return what a folded part of a heading says; cached, since each page of a site has the site's name."""
    return next((kind for kind, pattern in _patterns().items() if pattern.fullmatch(part)), None)


def _parts(text: str) -> list[str]:
    """Return what may be the notice: the whole heading, and each side of what divides it from a name."""
    parts = [text, *_NAME.split(text)]
    for piece in parts[:]:
        sides = _COLON.split(piece, maxsplit=1)
        if len(sides) == 2 and min(len(side.split()) for side in sides) <= _FEW:
            short = [side for side in sides if len(side.split()) <= _FEW]
            parts += sides if len(short) == 2 else [max(sides, key=len)]
    return [bare for part in dict.fromkeys(parts) if (bare := part.strip(_EDGES))]


def _folded(text: str) -> str:
    """Return a heading without what differs from printer to printer: case, accents, apostrophes, spaces."""
    text = unicodedata.normalize("NFKC", unescape(text)).casefold().replace("i̇", "i").replace("ё", "е")
    text = text.translate(_PLAIN)
    plain = "".join(
        unicodedata.normalize("NFD", character)[0] if character in _ACCENTS else character
        for character in text
    )
    return " ".join(plain.split())


@lru_cache(maxsize=1)
def _patterns() -> dict[Notice, Phrases]:
    """Return a pattern for each kind, of the phrases of all languages: pages do not always say their own."""
    phrases = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {
        cast("Notice", kind): Phrases("|".join(phrase for group in by_language.values() for phrase in group))
        for kind, by_language in phrases.items()
    }
