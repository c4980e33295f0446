"""White space: what is invisible goes, what is written stays."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscrawler.text.white_space import clean, clean_block
from tests.characters import CHARACTERS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Two\t words\n here ", "Two words here"),
        ("May\u00a04,\u202f2017\u3000now", "May 4, 2017 now"),
        ("Donau\u00addampf\u00adschiff", "Donaudampfschiff"),
        ("zero\u200bwidth\ufeff and\u2060 joined", "zerowidth and joined"),
        ("NUL\x00, BEL\x07, C1\x93 and DEL\x7f", "NUL, BEL, C1 and DEL"),
        ("line\u2028separator\u2029and\x85next", "line separator and next"),
        ("lone \ud800 and \udfff surrogates", "lone and surrogates"),
        ("a pair \ud83d\ude00 of them", "a pair \U0001f600 of them"),
        ("\u202eevil override\u202c", "evil override"),
        ("\u200eLatin\u200f text", "Latin text"),
        ("\u200fשלום (\u200eWHO\u200f) עולם\u200f", "שלום (\u200eWHO\u200f) עולם"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("joi\u200dner and spa\u200cce", "joiner and space"),
        ("\U0001f469\u200d\U0001f680 flies", "\U0001f469\u200d\U0001f680 flies"),
        ("क्\u200dष", "क्\u200dष"),
        ("naïve café — “quoted”", "naïve café — “quoted”"),
        ("{{item.group_date}}", ""),
        ('{{item.suffix?", "+item.suffix:""}}', ""),
        ("Photo {{sliderIndex+1}} from 12", ""),
        ("{\u200b{hidden}}", ""),
        ("\u200b \ufeff", ""),
        ("a\u034fb", "ab"),
        ("\ufffc The quay", "The quay"),
        ("", ""),
        (None, ""),
    ],
)
def test_clean(text: str | None, expected: str) -> None:
    assert clean(text) == expected


def test_clean_block_keeps_paragraphs() -> None:
    assert (
        clean_block("One\u00a0line\nstill one.\n\n \t\nTwo.\r\n\r\nThree\u2029Four")
        == "One line still one.\n\nTwo.\n\nThree\n\nFour"
    )
    assert clean_block("Text.\n\n{{element.title}} {{element.date}}\n\nMore.") == "Text.\n\nMore."
    assert clean_block(" \n\n\u200b\n\n ") == ""
    assert clean_block(None) == ""


@given(
    st.one_of(
        st.text(CHARACTERS),
        st.text("\u200c\u200d\u200e\u200f\u061c אa \n{}\ud83d\ude00\u2028\u00ad\u202e", max_size=30),
    )
)
@example("\u0590\u200c\u2000")
@example("0 \u200c 0")
@example("\u200c\u200fא")
def test_clean_text_is_clean(text: str) -> None:
    for cleaned, again in ((clean(text), clean), (clean_block(text), clean_block)):
        assert again(cleaned) == cleaned
        assert json.loads(json.dumps(cleaned, ensure_ascii=False).encode()) == cleaned
        assert "{{" not in cleaned
        assert not set(cleaned) & set("\x00\u00ad\u200b\u2028\u2029\ufeff\u202e")
