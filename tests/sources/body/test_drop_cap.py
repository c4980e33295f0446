"""A first letter set apart goes back to its word; one that is a word by itself stays one."""

from __future__ import annotations

import pytest

from newscrawler.document.tree import parse_fragment
from newscrawler.sources.body.blocks import blocks
from newscrawler.sources.body.drop_cap import DROP_CAP, is_word_by_itself, rejoined


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<b class=dropcap>A</b> retired clerk keeps bees.", "A retired clerk keeps bees."),
        ("<b class=dropcap>“I</b> have no key.”", "“I have no key.”"),
        ("<b class=dropcap>В</b> среду мост закрыли.", "В среду мост закрыли."),
        ("<b class=dropcap>A</b>fter the rain it rained.", "After the rain it rained."),
        ("<b class=dropcap>A</b> <i>fter</i> the rain it rained.", "After the rain it rained."),
        ("<b class=dropcap>T</b> he clerk keeps bees.", "The clerk keeps bees."),
        ("<b class=dropcap>A</b>", "A"),
    ],
)
def test_whether_the_letter_is_a_word(markup: str, text: str) -> None:
    assert [block.text for block in blocks([parse_fragment(f"<p>{markup}</p>")])] == [text]


def test_only_a_letter_that_was_set_apart_is_asked_about() -> None:
    assert is_word_by_itself(["A", DROP_CAP], " clerk")
    assert not is_word_by_itself(["A"], " clerk")
    assert not is_word_by_itself([DROP_CAP], " clerk")
    assert rejoined(f"N{DROP_CAP} ow {DROP_CAP}then") == "Now then"
