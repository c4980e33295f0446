"""Line breaks that end a paragraph, in linear time."""

from __future__ import annotations

from time import process_time

import pytest

from newscrawler.text.line_breaks import LINE_BREAK, paragraphs

SENTENCE = "The ship sank in the harbour on Monday, the police of the town said in the evening."


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([SENTENCE, "Next."], 2),
        ([SENTENCE + "  ", "", "Next."], 2),
        ([SENTENCE[:40], SENTENCE[40:], "Next."], 2),
        (["Short.", "Next."], 1),
        ([SENTENCE[:-1], "Next."], 1),
        (["Short", "\u3000Indented"], 2),
        (["   ", "Next."], 1),
        (
            [
                "One spade, its handle worn to fit",
                "a hand that was not mine.",
                "One lamp, and an",
                "empty jar.",
            ]
            * 2,
            1,
        ),
        (["ወንዙ" * 30 + "።", "ድልድዩ።"], 2),
        (
            ["老渡口的钟停在四点十二分，没有人记得是哪一天停的，也没有人去修过它一次，后来大家都习惯了。"]
            * 4,
            2,
        ),
    ],
)
def test_a_break_ends_a_paragraph_after_a_long_sentence_or_before_an_indent(
    lines: list[str], found: int
) -> None:
    text = LINE_BREAK.join(lines)
    assert len(list(paragraphs(text))) == found
    assert LINE_BREAK.join(paragraphs(text)) == text


def test_twice_as_many_short_lines_take_about_twice_as_long() -> None:
    def seconds(count: int) -> float:
        text = LINE_BREAK.join([". , ; -"] * count)
        times = []
        for _ in range(3):
            begin = process_time()
            list(paragraphs(text))
            times.append(process_time() - begin)
        return min(times)

    assert seconds(100_000) < 6 * seconds(25_000) + 0.1  # it was 16 times as long
