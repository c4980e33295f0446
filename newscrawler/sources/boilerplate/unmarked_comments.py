"""Unmarked comments: below a story and in its box, names with a time and what each of them said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newscrawler.dates.month_names import fold, month_number
from newscrawler.dates.week_days import WEEK_DAYS
from newscrawler.sources.boilerplate.prose import prose_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.sources.body.blocks import Block

_AGO: Final = re.compile(
    r"(?:\d+|\ban?|\bone) ?(?:m|h|d|w|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago\b"
    r"|\bvor (?:\d+|eine[mr]) (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\b"
    r"|\b(?:il y a|hace|há|fa) \d+ \w+|\b\d+ \w+ (?:fa|geleden|sedan|siden|temu|назад|тому|önce|lalu)\b"
    r"|\d+ ?(?:分钟|小时|天|分鐘|小時|分|時間|日)前|\d+ ?(?:분|시간|일) ?전",
    re.IGNORECASE,
)
_DAY_AND_CLOCK: Final = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|(?:19|20)\d\d(?:\D|$)).{0,16}?\b\d{1,2}[:.h]\d{2}\b"
    r"|\b\d{1,2}[:.h]\d{2}\b.{0,24}?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2}|(?:19|20)\d\d)",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}|\.?,? \w+\.?,? \d{4})|\w+\.? \d{1,2},? \d{4}"
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
)
_BESIDE: Final = re.compile(
    r"\b(?:am|um|uhr|on|at|says|said|schrieb|le|à|el|a las|il|alle|om|kl|posted by|von|by|par|por"
    r"|[ap]\.?m)\b\.?|[\W\d_]+",
    re.IGNORECASE,
)
_ONLY_DAY: Final = re.compile(rf"{_DAY.pattern}\W*$")
_LONGEST_LABEL, _LONGEST_NAME, _MOST_WORDS = 80, 30, 4
_LEAST_BEFORE: Final = 300.0
"""Running text from which a story may have ended."""
_MINUTE: Final = re.compile(r"\b\d{1,2}[:.h](\d{2})\b")
_ROUND: Final = 5
"""Minutes of which the hours of events are multiples."""
_LEAST, _LEAST_BY_DAY, _MOST_LABELS, _MOST_SAID = 2, 3, 3, 6
"""Comments that there are at least, with a clock and without, labels of one, and its paragraphs."""


class _Label(NamedTuple):
    """A label with a name and a time."""

    name: str
    size: int
    """Of how many blocks it is."""
    time: str
    minute: int | None
    """Of the clock; None where there is none. 1 where the label says how long ago."""


def first_unmarked_comment(found: Sequence[Block]) -> Block | None:
    """Return the first line of the comments that nothing heads, names or lets answer; None without.

    From there to the end, labels with a name and a time and what was said alternate. What they say is no more
    than the story before them: in a live blog it is.

    :param found: all blocks of the element that holds the story.
    """
    weights = [prose_weight(block) for block in found]
    told = 0.0
    for place, weight in enumerate(weights):
        told += weight
        if told < _LEAST_BEFORE or weight or _label_at(found, weights, place) is None:
            continue
        is_less = sum(weights[place:]) <= told
        return found[place] if is_less and _are_of_readers(_labels(found, weights, place)) else None
    return None


def _are_of_readers(labels: Sequence[_Label]) -> bool:
    """Tell whether labels are those of comments: several names, at any minute or some on one day.

    Those of events are at round hours, and each on a day of its own.
    """
    if len({label.name for label in labels}) < _LEAST:
        return False
    if all(label.minute is not None for label in labels):
        return any(label.minute is not None and label.minute % _ROUND for label in labels)
    return len(labels) >= _LEAST_BY_DAY and len({label.time for label in labels}) < len(labels)


def _labels(found: Sequence[Block], weights: Sequence[float], begin: int) -> list[_Label]:
    """Return the labels of all comments from a place to the end; none where something else stands there."""
    labels: list[_Label] = []
    place = begin
    while place < len(found):
        label = _label_at(found, weights, place)
        if label is None:
            return labels if not any(weights[place:]) else []
        labels.append(label)
        place += label.size
        said = place
        while place < len(found) and (place == said or _label_at(found, weights, place) is None):
            place += 1
        if place - said > _MOST_SAID or not any(map(_says, found[said:place])):
            return []
    return labels


def _says(block: Block) -> bool:
    return block.kind in ("paragraph", "quote", "item") and len(block.text.split()) > 1


def _label_at(found: Sequence[Block], weights: Sequence[float], place: int) -> _Label | None:
    """Return the label that begins at a place with a name, and goes on with a time."""
    said = ""
    for size in range(1, _MOST_LABELS + 1):
        if place + size > len(found) or weights[place + size - 1]:
            return None
        block = found[place + size - 1]
        said = f"{said} {block.text}".strip()
        if len(said) > _LONGEST_LABEL or block.kind not in ("paragraph", "item"):
            return None
        if not any(map(str.isdigit, said)) and " ago" not in said and "vor " not in said:
            continue
        label = _read(said, size)
        if label is not None:
            return label
    return None


def _read(said: str, size: int) -> _Label | None:
    """Read a label of so many blocks; None where it lacks a name or a time, or is a sentence."""
    ago, clock = _AGO.search(said), _DAY_AND_CLOCK.search(said)
    time = ago or clock or _ONLY_DAY.search(said)
    name = _without_beside(_without_time(said)) if time is not None else ""
    if time is None or said[-1] in ".!?" or not _is_name(name) or not _begins_with(said, name):
        return None
    minutes = ["1"] if ago is not None else _MINUTE.findall(_without_time(time[0]))
    return _Label(name, size, time[0], int(minutes[-1]) if minutes else None)


def _is_name(name: str) -> bool:
    return 1 < len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS


def _begins_with(said: str, name: str) -> bool:
    """Tell whether a label begins with its name: that of a chronicle begins with the day."""
    begin = said.find(name.split(maxsplit=1)[0])
    word = fold(name.split(maxsplit=1)[0]).strip(".")
    return not any(map(str.isdigit, said[:begin])) and month_number(word) is None


def _without_beside(said: str) -> str:
    """Return the words of a label but those that stand with a time."""
    return " ".join(word for word in _BESIDE.sub(" ", said).split() if fold(word) not in WEEK_DAYS)


def _without_time(said: str) -> str:
    return _DAY.sub(" ", _AGO.sub(" ", said))
