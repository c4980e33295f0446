"""Edges of texts: the longest line that is a byline, a name, a verse; how much two blocks have in common."""

import pytest

from newscrawler.text.byline import agencies_of, people_of, split_byline
from newscrawler.text.byline_times import without_times
from newscrawler.text.line_breaks import LINE_BREAK, paragraphs
from newscrawler.text.person import may_be_person
from newscrawler.text.printable import printable, printable_block, printable_page
from newscrawler.text.replaced import replaced_blocks


@pytest.mark.parametrize(("size", "is_read"), [(400, True), (401, False)])
def test_the_longest_byline(size: int, is_read: bool) -> None:
    line = "Ann Example, Reuters".ljust(size, ".")
    assert len(line) == size
    assert split_byline(line) == ((["Ann Example"], "Reuters") if is_read else ([], None))


@pytest.mark.parametrize(("size", "is_read"), [(999, True), (1000, True), (1001, False)])
def test_the_longest_line_that_is_cleaned_first(size: int, is_read: bool) -> None:
    line = "Ann Example, Reuters".ljust(size)
    assert people_of([line]) == (["Ann Example"] if is_read else [])
    assert agencies_of([line], None) == (["Reuters"] if is_read else [])


def test_an_agency_of_the_house_itself() -> None:
    assert (
        agencies_of(["Harbour Wire", " harbour WIRE ", "Ann Example"], "Harbour Wire") == ["Harbour Wire"] * 2
    )
    assert agencies_of(["Harbour Wire"], None) == []


@pytest.mark.parametrize(("size", "is_name"), [(30, True), (31, False)])
def test_the_longest_name_without_capitals(size: int, is_name: bool) -> None:
    assert may_be_person("אב" * (size // 2) + "ג" * (size % 2)) == is_name


@pytest.mark.parametrize(("size", "is_name"), [(60, True), (61, False)])
def test_the_longest_name(size: int, is_name: bool) -> None:
    assert may_be_person("Ann ".ljust(size, "e").replace(" e", " E")) == is_name
    assert not may_be_person("A")
    assert may_be_person("Al")


def test_how_many_words_a_name_has() -> None:
    assert may_be_person("Ann Bea Cleo Dora Eva Example")
    assert not may_be_person("Ann Bea Cleo Dora Eva Fay Example")


@pytest.mark.parametrize(
    ("name", "is_person"),
    [
        ("Ann von Example", True),
        ("Ann della Example", True),
        ("Ann abcd Example", True),
        ("Ann abcde Example", False),
        ("Ann with Example", False),
        ("von Example", True),
        ("abcd Example", False),
        ("Ann Example jr", True),
        ("Ann Example jr.", True),
        ("Ann Example sr", True),
        ("Ann Example js", False),
    ],
)
def test_small_words_of_a_name(name: str, is_person: bool) -> None:
    assert may_be_person(name) == is_person


@pytest.mark.parametrize("word", [
    "by", "at", "on", "with", "the", "from", "to", "as", "via", "und", "and", "or", "for", "is", "bis",
    "mit", "nach", "auf", "aus", "ist", "hat", "wird", "sich", "für", "pour", "dans", "sur", "avec", "est",
    "para", "con", "por", "que", "hasta", "per", "che", "com", "voor", "naar", "til", "dla",
])  # fmt: skip
def test_each_small_word_of_a_sentence(word: str) -> None:
    assert not may_be_person(f"Ann {word} Example")


@pytest.mark.parametrize("word", [
    "von", "van", "de", "da", "di", "del", "della", "du", "dos", "das", "do", "al", "el", "la", "le", "ter",
    "ten", "bin", "ibn", "ben", "abu", "af", "av", "zu", "zur", "vom", "der", "den", "mac", "d", "o", "ó",
    "ní", "nic",
])  # fmt: skip
def test_each_small_word_that_a_name_begins_with(word: str) -> None:
    assert may_be_person(f"{word} Ann Example") == (word != "do")  # "do" begins a line of a page
    assert may_be_person(f"Ann {word} Example")


@pytest.mark.parametrize("word", ["della", "dello", "degli", "delle", "dalla"])
def test_each_long_word_within_a_name(word: str) -> None:
    assert may_be_person(f"Ann {word} Example")


@pytest.mark.parametrize("word", [
    "le", "la", "les", "el", "los", "las", "il", "der", "die", "das", "het", "san", "santa", "santo", "são",
    "sao", "saint", "sainte", "sankt", "st", "st.", "fort", "port", "bad", "baton", "south", "north", "new",
    "old", "puerto", "mount", "upper", "lower", "нижний", "великий",
])  # fmt: skip
def test_each_word_that_a_place_or_a_paper_begins_with(word: str) -> None:
    assert not may_be_person(f"{word.capitalize()} Example")
    assert may_be_person(f"{word.capitalize()} Ann Example")


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["a" * 79 + ".", "b"], 2),
        (["a" * 78 + ".", "b"], 1),  # 79 signs
        (["a" * 80, "b"], 1),
        (["word " * 9 + "word."] * 4, 1),  # a verse of 50 signs
        (["word " * 9 + "words."] * 4, 2),  # 51
        (["word " * 9 + "word."] * 3, 2),
        (["a" * 11 + "."] * 4, 1),
        (["a" * 29 + "."] * 4, 2),  # words too long for a verse
    ],
)
def test_where_a_paragraph_ends(lines: list[str], count: int) -> None:
    assert len(list(paragraphs(LINE_BREAK.join(lines)))) == count


@pytest.mark.parametrize(
    ("new", "alike"),
    [("one two x y z", True), ("one x y z u", False), ("ONE TWO three", True)],
)
def test_how_much_two_blocks_have_in_common(new: str, alike: bool) -> None:
    (found,) = replaced_blocks("a\n\none two three four five\n\nb", f"a\n\n{new}\n\nb") or [None]
    assert found is not None
    assert found.is_edit == alike


@pytest.mark.parametrize(("count", "known"), [(3, True), (4, False)])
def test_how_many_blocks_are_replaced_at_once(count: int, known: bool) -> None:
    old, new = ("\n\n".join(["a", *[word] * count, "b"]) for word in ("old", "new"))
    assert (replaced_blocks(old, new) is not None) == known
    assert (replaced_blocks(old, "a\n\nnew\n\nb") is not None) == known


@pytest.mark.parametrize(("count", "known"), [(400, True), (401, False)])
def test_how_many_blocks_are_compared(count: int, known: bool) -> None:
    blocks = [str(number) for number in range(count)]
    assert (
        replaced_blocks("\n\n".join(blocks), "\n\n".join([*blocks[:-2], "new", blocks[-1]])) is not None
    ) == known


def test_spaces_that_are_shown_and_those_that_are_not() -> None:
    assert printable("a\u00a0b\u3000c") == "a\u00a0b\u3000c"
    assert printable("a\x85b\x9fc\u2028d\u2029e") == r"a\x85b\x9fc\u2028d\u2029e"
    assert printable("a\u200cb\u200dc\u200e") == "a\u200cb\u200dc\\u200e"
    assert printable_page("a\tb\nc\td\x1b") == "a\tb\nc\td\\x1b"
    assert printable_block("a\x1b") == r"a\x1b"


def test_a_day_of_the_week_is_not_the_last_word_of_a_line() -> None:
    assert without_times("on Mon, 4 May 2017 Ann") == "| Ann"
    assert without_times("4 May 2017 on Mon,") == "| on Mon,"
