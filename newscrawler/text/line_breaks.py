"""Single line breaks: which of them end a paragraph, and which stand within one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_BREAK: Final = "\x01"
"""A line break of the page, in a text that has white space of its own."""
_LEAST_PARAGRAPH: Final = 80
_LEAST_VERSE, _LONGEST_VERSE = 4, 50
"""Lines, and characters of each; lines that are all as short are those of a poem or
a list, and stay together."""
_LONGEST_WORD: Final = 12
"""Characters on average; where more stand without a space, a short line may be a paragraph of Chinese."""
_STOPS: Final = frozenset('.!?…。！？।።።។།”»"')
_INDENTS: Final = ("\u3000", "\u00a0\u00a0")


def paragraphs(text: str) -> Iterator[str]:
    r"""Split a text at line breaks that end a paragraph: after a sentence, or before an indented line.

    >>> list(paragraphs("Roses are red,\x01violets are blue.\x01\u3000A new one."))
    ['Roses are red,\x01violets are blue.', '\u3000A new one.']
    """
    lines = text.split(LINE_BREAK)
    is_verse = (
        len(lines) >= _LEAST_VERSE
        and len(text) <= _LONGEST_WORD * len(text.split())
        and all(len(line.strip()) <= _LONGEST_VERSE for line in lines)
    )
    begun: list[str] = []
    length = 0  # of what has begun
    written, last = 0, ""  # the same without white space at its end, and its last sign
    for line in lines:
        is_whole = not is_verse and written >= _LEAST_PARAGRAPH and last in _STOPS
        if begun and (is_whole or line.lstrip("\n\r\t ").startswith(_INDENTS)):
            yield LINE_BREAK.join(begun)
            begun, length, written, last = [], 0, 0, ""
        begun.append(line)
        if stripped := line.rstrip():
            written, last = length + len(stripped), stripped[-1]
        length += len(line) + len(LINE_BREAK)
    yield LINE_BREAK.join(begun)
