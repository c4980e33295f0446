"""Readers' part: where comments begin that stand in the element of the story itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newscrawler.sources.boilerplate.prose import prose_weight
from newscrawler.sources.boilerplate.repetition import is_label
from newscrawler.sources.boilerplate.unmarked_comments import first_unmarked_comment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block

_HEADING: Final = re.compile(
    r"\W*\d*\W*(?:(?:reader|user|leser|your|vos|i|os|los|les|ihre|meine)?s?['’]?\s?)?"
    r"(?:comments?|comment\(s\)|kommentare?|commentaires?|comentarios?|comentários?"
    r"|comentarii|commenti|reacties|"
    r"komentarze|komentáře|kommentarer|kommentit|hozzászólások|opinie|diskuse|diskuze|diskusia|"
    r"diskussion(?:en)?|discussion|commentary|комментари(?:и|ев|й|я)|коментар(?:і|ів|и)?"
    r"|обсуждени[ея]|обговорення|σχόλια|yorum(?:lar)?|"
    r"(?:网友|網友|读者|讀者)?(?:评论|評論|留言)|コメント|댓글|bình luận|"
    r"komentar(?:i|ji)?|التعليقات|تعليقات(?: القراء)?|نظرات|دیدگاه‌?ها|تبصرے|תגובות|réactions|comentaris"
    r"|टिप्पणि(?:यां|याँ)|प्रतिक्रिया(?:एं|एँ)?|মন্তব্য|கருத்துகள்|వ్యాఖ్యలు|ความคิดเห็น|komen|kommentaarid|komentāri"
    r"|komentarai|კომენტარები|maoni|komente|şərhlər|athugasemdir)"
    r"(?: on this (?:story|article|post))?\W*\d*\W*"
    r"|\W*comments (?:are|have been) (?:now )?closed\b.*"
    r"|\W*(?:\d+|one|no) (?:responses?|thoughts?|replies|comments?) (?:to|on|for)\b.*"
    r"|\W*(?:join the (?:conversation|discussion)|what readers say|have your say)\W*",
    re.IGNORECASE,
)
"""The line above the comments, with their number or without."""
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
_LONGEST_LINK: Final = 100
_LEAST_REPLIES: Final = 3
_LONGEST: Final = 60
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
    heads = [
        place
        for place, block in enumerate(found)
        if len(block.text) <= _LONGEST and _HEADING.fullmatch(block.text)
    ]
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
    return not prose or labels >= _LABELLED * prose
