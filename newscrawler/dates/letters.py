"""Letters of any script, with the signs that stand on them, as a class for regular expressions."""

from __future__ import annotations

import unicodedata

_FIRST, _LAST = 0x80, 0x1FFF
"""The alphabets; what follows is listed by hand, because its blocks hold nothing else."""
_EAST_ASIA = (
    "\u2c00-\u2dff\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3400-\u9fff\ua640-\ud7ff"
    "\uf900-\ufdff\ufe70-\ufefc"
)


def _alphabets() -> str:
    """Return the ranges of letters and their signs (Unicode categories L and M) outside of ASCII."""
    ranges: list[list[int]] = []
    for code in range(_FIRST, _LAST + 1):
        if unicodedata.category(chr(code))[0] in "LM":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


LETTER = f"[a-z{_alphabets()}{_EAST_ASIA}]"
r"""One letter of folded text. ``\w`` leaves out vowel signs: for it, the Hindi word for February is four
words."""
