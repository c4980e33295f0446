"""The memory of rotating texts: what it explains, and its bounds."""

from __future__ import annotations

from newscrawler.ledger.rotation_memory import Rotation
from newscrawler.text.replaced import Replaced


def replaced(place: int, before: int, after: int, *, is_edit: bool = False) -> Replaced:
    return Replaced(bytes([place] * 6), bytes([before] * 6), bytes([after] * 6), is_edit)


def test_the_third_change_in_one_place_is_a_rotation_and_so_is_a_return() -> None:
    rotation = Rotation()
    assert not rotation.explains([replaced(1, 1, 2)])
    rotation.enter([replaced(1, 1, 2)])
    assert rotation.explains([replaced(1, 2, 1)])
    assert not rotation.explains([replaced(1, 2, 3)])
    rotation.enter([replaced(1, 2, 3)])
    assert rotation.explains([replaced(1, 3, 4)])
    assert not rotation.explains([replaced(1, 3, 4), replaced(2, 3, 4)])


def test_edits_are_not_entered_until_texts_rotate() -> None:
    rotation = Rotation()
    for text in range(5):
        rotation.enter([replaced(1, text, text + 1, is_edit=True)])
    assert rotation == Rotation()
    rotation.enter([replaced(1, 1, 2), replaced(1, 2, 3)])
    assert rotation.explains([replaced(1, 3, 9, is_edit=True)])


def test_it_is_bounded_and_packed() -> None:
    rotation = Rotation(is_settled=True)
    for place in range(9):
        for text in range(30):
            rotation.enter([replaced(place, text, text + 1)])
    assert len(rotation.packed()) == 1 + 8 * (6 + 1 + 8 * 6)
    assert Rotation.unpacked(rotation.packed()) == rotation
    assert Rotation.unpacked(Rotation().packed()) == Rotation()
