"""The sketch of a text: what of a text plays a part in it, and what is kept of it."""

from __future__ import annotations

from array import array

import pytest

from newscrawler.ledger import sketch as module
from newscrawler.ledger.likeness import Likeness, can_be_copies, compare, is_copy
from newscrawler.ledger.sketch import (
    KEYS,
    MAX_WORDS,
    MIN_WORDS,
    OPENING,
    PLACES,
    SAMPLE,
    SHORT,
    Sketch,
    sketch,
    unpack,
)

WORDS = ("harbour", "council", "winter", "ferry", "wall", "storm", "crane", "pilot", "island", "lamp", "rope")


def test_a_number_is_found_only_where_one_begins() -> None:
    """The bytes of a number also stand across two others."""
    across = [0x01000000, 0x00000001, 0x00000100, 0x00010000]
    for wanted in (0x00000001, 0x00000100, 0x00010000, 0x01000000):
        for shift in range(1, 4):
            bits = 8 * shift
            low, high = wanted << bits & 0xFFFFFFFF, wanted >> (32 - bits)
            windows = array("I", [7, low, high, *across, wanted])
            assert module._first_places(windows, [wanted]) == [windows.index(wanted)]


def words(count: int, first: int = 0) -> list[str]:
    """So many different words."""
    return [
        f"{WORDS[n % len(WORDS)]}{'abcdefghijklmnopqrstuvwxyz'[n // 11 % 26]}{'uvwxyz'[n // 286]}"
        for n in range(first, first + count)
    ]


def of(text: str) -> Sketch:
    found = sketch(text)
    assert found is not None
    return found


def test_case_and_punctuation_play_no_part() -> None:
    text = " ".join(words(30))
    plain = of(text)
    assert of(text.upper()).digest == plain.digest
    assert of(text.title()).keys == plain.keys
    assert of("«" + text.replace(" ", ", — ") + "!»").digest == plain.digest
    assert of(text + " more").digest != plain.digest


def test_how_short_a_text_may_be() -> None:
    assert sketch(" ".join(words(MIN_WORDS - 1))) is None
    assert sketch(" ".join([*words(MIN_WORDS - 1), "—", "..."])) is None
    assert of(" ".join(words(MIN_WORDS))).size == MIN_WORDS - 2


@pytest.mark.parametrize("letter", ["a", "ё"])
def test_what_comes_after_many_words_is_not_looked_at(letter: str) -> None:
    begin = [word + letter for word in words(MAX_WORDS)]
    assert of(" ".join([*begin, "other"])) == of(" ".join([*begin, "words", "here"]))
    assert of(" ".join([*begin[:-1], "other"])) != of(" ".join(begin))


def test_characters_are_words_where_none_are_spaced() -> None:
    text = "港务委员会星期一决定在冬季风暴到来之前修建新的防波堤，渔民希望施工期间码头继续开放。"
    found = of(text)
    letters = text.replace("，", "").replace("。", "")
    assert (found.width, found.size) == (5, len(letters) - 4)
    mixed = of(
        "The harbour of 港 and other words of a text in Latin letters that is much longer than that: "
        + text[:3]
        + " twenty"
    )
    assert mixed.width == 3
    long = text * 100
    assert of(long) == of(long + "另外")


def test_numbers_and_names_are_kept_with_the_words_around_them() -> None:
    text = (
        "the council of Aldine paid 400 crowns for the old wall in the year 1999 and nobody ever asked for "
        "more of them"
    )
    found = of(text)
    assert len(found.places) == 3
    for other in (text.replace("400", "500"), text.replace("Aldine", "Orsa")):
        changed = of(other)
        assert changed.places.keys() == found.places.keys()
        assert sum(changed.places[place] != value for place, value in found.places.items()) == 1
    word = of(text.replace("nobody", "everybody"))
    assert word.places.keys() == found.places.keys() or len(word.places.keys() & found.places.keys()) == 2
    small = of(text.replace("Aldine", "aldine"))
    assert len(small.places) == 2


def test_a_place_with_two_values_says_nothing() -> None:
    row = "one mayor of Aldine said so"
    text = " ".join([row, *words(20), row.replace("Aldine", "Orsa")])
    assert of(text).places == {}
    assert len(of(" ".join([row, *words(20), row])).places) == 1


def test_so_many_places_are_kept() -> None:
    text = " ".join(f"{word} {n}" for n, word in enumerate(words(2 * PLACES)))
    assert len(of(text).places) == PLACES


def test_how_much_of_a_text_is_kept() -> None:
    short = of(" ".join(words(SHORT + 2)))
    assert (short.size, len(short.sample), set(short.sample)) == (SHORT, SHORT, set(short.shingles))
    long = of(" ".join(words(SHORT + 3)))
    assert (long.size, len(long.sample)) == (SHORT + 1, SAMPLE)
    assert list(long.sample) == sorted(long.shingles)[:SAMPLE]
    longer = of(" ".join(words(MAX_WORDS)))
    assert list(longer.sample) == sorted(longer.shingles)[:SAMPLE]
    assert longer.opening == frozenset(longer.order[:OPENING])
    assert (len(longer.phrases), len(longer.keys)) == (KEYS, KEYS + 1)
    assert longer.keys[0] == longer.digest


def test_a_phrase_is_longer_than_a_shingle() -> None:
    begin = words(40)
    one, other = of(" ".join([*begin, "a", "b"])), of(" ".join([*begin, "a", "c"]))
    assert set(one.phrases) & set(other.phrases)
    last = of(" ".join(begin))
    assert len(last.phrases) == KEYS


def test_what_is_stored_comes_back() -> None:
    for text in (" ".join(words(30)), " ".join(words(MAX_WORDS)), "Aldine 1 " * 3 + " ".join(words(40))):
        found = of(text)
        assert unpack(found.pack()) == found.stored()
        assert unpack(found.pack()).shingles == frozenset(found.sample)


def test_a_sketch_is_the_same_in_every_process() -> None:
    """What was stored by an earlier run, or on another machine, must be found again."""
    found = of("Aldine " + " ".join(words(25)))
    assert (found.digest, min(found.phrases), found.sample[0], *found.places.items()) == STORED


STORED = (-9193708505715538676, 88855773, 20748859, (767762833, 458007573))


def test_words_that_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORDS_KNOWN", 3)
    values = module._Values()
    assert values["Wall"] == values["Wall"]
    assert "Wall" in dict(values)
    assert values["x" * (module.LONG_WORD + 1)]
    assert len(values) == 1
    assert values["x" * module.LONG_WORD]
    assert values["one"]
    assert set(values) == {"Wall", "x" * module.LONG_WORD, "one"}
    assert values["two"]
    assert set(values) == {"two"}


BODY = words(60)


def likeness(new: list[str], stored: list[str]) -> Likeness:
    return compare(of(" ".join(new)), of(" ".join(stored)).stored())


def test_the_same_text() -> None:
    assert likeness(BODY, BODY) == Likeness(1.0, 1.0, 1.0, 0.0, 58, own_passages=False)
    assert is_copy(likeness(BODY, BODY))


def test_a_text_of_the_same_shingles_in_another_order() -> None:
    row = ["a", "b", "c", "a", "b"]
    turned = [*BODY, *row, *BODY[:2]]
    found = likeness([*turned], [*turned, "a", "b", "c"])
    assert found.resemblance < 1


def test_a_cut_copy() -> None:
    found = likeness(BODY[:40], BODY)
    assert (found.containment, round(found.resemblance, 3), found.opening, found.size) == (
        1.0,
        round(38 / 58, 3),
        1.0,
        38,
    )
    assert not found.own_passages
    assert is_copy(found)
    assert can_be_copies(of(" ".join(BODY[:40])), of(" ".join(BODY)).pack())


def test_another_text() -> None:
    found = likeness(words(60, 100), BODY)
    assert (found.resemblance, found.containment, found.opening, found.contradiction) == (0, 0, 0, 0)
    assert not is_copy(found)
    assert not can_be_copies(of(" ".join(words(60, 100))), of(" ".join(BODY)).pack())


def test_texts_that_each_have_news_of_their_own() -> None:
    one, other = [*BODY, *words(9, 100)], [*BODY, *words(9, 200)]
    assert likeness(one, other).own_passages
    assert not likeness(one, [*BODY, *words(8, 200)]).own_passages
    assert not likeness([*BODY, *words(8, 100)], other).own_passages
    assert not likeness([*words(9, 100), *BODY], BODY).own_passages


@pytest.mark.parametrize(
    ("changes", "copy"),
    [
        ({}, True),
        ({"resemblance": 1.0, "containment": 0.1, "opening": 0.0}, True),
        ({"containment": 0.55}, True),
        ({"containment": 0.54}, False),
        ({"resemblance": 0.25}, True),
        ({"resemblance": 0.24}, False),
        ({"contradiction": 0.25}, True),
        ({"contradiction": 0.26}, False),
        ({"own_passages": True, "containment": 0.89}, False),
        ({"own_passages": True, "containment": 0.9}, True),
        ({"opening": 0.25}, True),
        ({"opening": 0.24}, False),
        ({"opening": 0.0, "containment": 0.85, "size": 300}, True),
        ({"opening": 0.0, "containment": 0.84, "size": 300}, False),
        ({"opening": 0.0, "containment": 0.85, "size": 299}, False),
    ],
)
def test_what_makes_a_copy(changes: dict[str, float], *, copy: bool) -> None:
    values = {
        "resemblance": 0.6, "containment": 0.8, "opening": 0.6, "contradiction": 0.0, "size": 100,
        "own_passages": False, **changes,
    }  # fmt: skip
    assert is_copy(Likeness(**values)) is copy  # type: ignore[arg-type]
