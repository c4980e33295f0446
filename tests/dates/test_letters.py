"""Letters: every letter of Unicode's alphabets with its signs, and nothing else."""

import re
import unicodedata

from newscrawler.dates.letters import LETTER
from newscrawler.dates.month_names import fold

ONE = re.compile(LETTER)


def test_letters_of_all_alphabets() -> None:
    for code in range(0x41, 0x2000):
        sign = fold(chr(code))
        if len(sign) == 1 and sign == chr(code):
            assert bool(ONE.match(sign)) == (unicodedata.category(sign)[0] in "LM"), hex(code)


def test_letters_of_east_asia_and_what_is_none() -> None:
    for sign in "日本語한국어ひらカタ々":
        assert ONE.match(sign), sign
    for sign in " \n09.,:;-–—·•|/()[]«»“”'_。、・「」！？０９○●★→€":
        assert not ONE.match(sign), sign
