"""What was replaced by something else in a text or a field, and whether the two are alike; pure."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2b

_HASH_BYTES = 6
_MOST = 400
"""Paragraphs of a text that is compared; in longer ones nothing counts as replaced."""
_LARGEST = 3
"""Paragraphs in a row that may be one replaced block."""
_ALIKE = 0.4
"""Share of common words from which two blocks are versions of one another."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """One block that stands where another stood, between the same neighbours; or a field's value."""

    place: bytes
    """Hash of the paragraphs before and behind it; of the field's name."""
    before: bytes
    """Hash of what stood there."""
    after: bytes
    """Hash of what stands there now."""
    is_edit: bool = False
    """The two have many words in common."""
    may_be_news: bool = False
    """Text of a reader's field: a value that was not seen before is never taken for a rotating one."""


def replaced_blocks(old: str, new: str) -> list[Replaced] | None:
    r"""Return the blocks that were replaced; None where the texts differ in any other way too.

    >>> old = "The ship sank.\n\nSubscribe to our letter today.\n\nNobody was hurt."
    >>> new = "The ship sank.\n\nWin a journey around the world!\n\nNobody was hurt."
    >>> len(replaced_blocks(old, new))
    1
    >>> replaced_blocks(old, old + "\n\nCorrection: it was a boat.") is None
    True
    """
    one, other = old.split("\n\n"), new.split("\n\n")
    if max(len(one), len(other)) > _MOST:
        return None
    found = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if kind != "replace" or max(i2 - i1, j2 - j1) > _LARGEST:
            return None
        around = (one[i1 - 1] if i1 else "", one[i2] if i2 < len(one) else "")
        if around == ("", ""):
            return None  # the whole text is another one
        before, after = one[i1:i2], other[j1:j2]
        found.append(Replaced(_hash(*around), _hash(*before), _hash(*after), _are_alike(before, after)))
    return found


def replaced_value(name: str, old: str, new: str, *, may_be_news: bool) -> Replaced:
    """Return how the whole value of a field was replaced; an empty one says that there was none."""
    return Replaced(_hash(name), _hash(old), _hash(new), may_be_news=may_be_news)


def _are_alike(old: list[str], new: list[str]) -> bool:
    one, other = (set(" ".join(part).casefold().split()) for part in (old, new))
    return len(one & other) >= _ALIKE * min(len(one), len(other))


def _hash(*texts: str) -> bytes:
    joined = "\x1f".join(texts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=_HASH_BYTES).digest()
