"""Readers' part: where comments begin that stand in the element of the story itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.sources.boilerplate.prose import prose_weight
from newscrawler.sources.boilerplate.repetition import is_label
from newscrawler.sources.boilerplate.unmarked_comments import first_unmarked_comment
from newscrawler.sources.comment_headings import heads_comments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block

_SAYS: Final = re.compile(
    r".{2,60}(?:\b(?:says|said|wrote|schrieb|sagt|meint|a écrit|dit|dice|escribió|disse"
    r"|escreveu|scrive|schreef|zegt"
    r"|skriver|skrev|pisze|napisał\w*|píše|napsal\w*|пишет|написал\w*|пише)\b.{0,30}|:)",
    re.IGNORECASE,
)
"""A line that says whose the next is."""
_REPLY: Final = re.compile(
    r"(?:.{0,60}\W)?(?:(?:reply|antworten|répondre|responder|rispondi|antwoorden|reageren"
    r"|svara|svar|vastaa|odpowiedz|odpovědět"
    r"|odpovedať|válasz|răspunde|ответить|відповісти|απάντηση|yanıtla|cevapla|الرد|回复|回覆|返信|답글)"
    r"(?:\s(?:to|an|à|a)\s.{2,40})?\W*\d*\W*"
    r"|(?:posted|written|comment(?:ed)?|submitted) by .{2,40}\b(?:on|at)\b.*\d.*)",
    re.IGNORECASE,
)
"""What stands with a reader's words and with no others."""
_NAMED: Final = re.compile(r"\w{2,12}：\S")
"""A paragraph that begins with a reader's name, as Chinese pages set them."""
_MOST_NAMED: Final = 0.8
_LONGEST_LINK: Final = 100
_LEAST_REPLIES: Final = 3
_LEAST_BEFORE: Final = 300.0
"""Running text from which a story may have ended."""
_MOST_TRIES: Final = 3
"""Lines that are looked at, where what stands below one is no comments."""
_LABELLED: Final = 0.4
"""Labels (a name, a date) for each paragraph below the line; between parts of a story there are fewer."""


def where_readers_begin(found: Sequence[Block]) -> Block | None:
    """Return the line that heads the comments, or the first line of those that can be answered; None without.

    Below a heading, names and paragraphs alternate; where they do not, the line is one of a bar of buttons.

    :param found: all blocks of the element that holds the story.
    """
    heads = [place for place, block in enumerate(found) if heads_comments(block.text)]
    told, begin, tried = 0.0, 0, 0
    for place in heads:
        told += sum(map(prose_weight, found[begin:place]))
        begin = place
        if told < _LEAST_BEFORE:
            continue
        if _alternate(found[place + 1 :]):
            return found[place]
        tried += 1
        if tried == _MOST_TRIES:
            break
    return _first_answerable(found) or first_unmarked_comment(found)


def _first_answerable(found: Sequence[Block]) -> Block | None:
    """Return the first line of the comments that have no heading but each a link to reply."""
    if sum(map(prose_weight, found)) < _LEAST_BEFORE:
        return None
    links = [
        place
        for place, block in enumerate(found)
        if len(block.text) <= _LONGEST_LINK and not prose_weight(block) and _REPLY.fullmatch(block.text)
    ]
    if len(links) < _LEAST_REPLIES:
        return None
    begin = _above_labels(found, links[0])
    are_words_above = not any(map(prose_weight, found[links[-1] :]))
    if are_words_above and begin > 0:
        begin = _above_labels(found, begin - 1)
    if sum(map(prose_weight, found[:begin])) < _LEAST_BEFORE or not _alternate(found[begin:]):
        return None
    return found[begin]


def _above_labels(found: Sequence[Block], place: int) -> int:
    """Return the place of the first of the labels that stand directly above one."""
    while place > 0 and not prose_weight(found[place - 1]) and _is_of_a_reader(found[place - 1]):
        place -= 1
    return place


def _is_of_a_reader(block: Block) -> bool:
    return is_label(block, prose_weight(block)) or _SAYS.fullmatch(block.text) is not None


def _alternate(found: Sequence[Block]) -> bool:
    """Tell whether names and paragraphs alternate, or nothing is said at all."""
    prose = sum(prose_weight(block) > 0 for block in found)
    labels = sum(_is_of_a_reader(block) and not prose_weight(block) for block in found)
    named = sum(prose_weight(block) > 0 and _NAMED.match(block.text) is not None for block in found)
    return not prose or labels >= _LABELLED * prose or named > _MOST_NAMED * prose
