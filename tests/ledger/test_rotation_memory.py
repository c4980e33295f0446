"""The memory of rotating texts: what it explains, and its bounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newscrawler.ledger.rotation_memory import Rotation, read_rotation, rotation_table, write_rotations
from newscrawler.text.replaced import Replaced
from tests.ledger.lines import opened

if TYPE_CHECKING:
    from scrapy.settings import Settings


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


def test_what_is_news_is_a_rotation_only_there_and_back() -> None:
    rotation = Rotation()
    rotation.enter([replace(replaced(1, 1, 2), may_be_news=True)])
    assert rotation.places == {bytes([1] * 6): [bytes([1] * 6)]}
    assert not rotation.explains([replace(replaced(1, 2, 1), may_be_news=True)])
    rotation.enter([replace(replaced(1, 2, 1), may_be_news=True)])
    assert rotation.explains([replace(replaced(1, 1, 2), may_be_news=True)])
    assert rotation.explains([replace(replaced(1, 2, 1), may_be_news=True)])
    assert not rotation.explains([replace(replaced(1, 1, 3), may_be_news=True)])
    assert not rotation.explains([replace(replaced(1, 3, 1), may_be_news=True)])
    assert rotation.explains([])


def test_the_latest_places_and_texts_are_kept() -> None:
    rotation = Rotation()
    for place in [*range(8), 0, 8]:
        rotation.enter([replaced(place, 1, 2)])
    assert [place[0] for place in rotation.places] == [2, 3, 4, 5, 6, 7, 0, 8]
    for text in range(2, 10):
        rotation.enter([replaced(8, text, text + 1)])
    assert [text[0] for text in rotation.places[bytes([8] * 6)]] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert bytes([8] * 6) == list(rotation.places)[-1]


def test_rotations_are_kept_for_sixty_days_and_each_site_forgets_its_own(settings: Settings) -> None:
    ledger, _ = opened(settings)
    rotation = Rotation(is_settled=True)
    rotation.enter([replaced(1, 1, 2), replaced(2, 3, 4)])
    assert read_rotation(ledger.database, "press:1") == Rotation()
    ages = {
        "press:1": timedelta(days=60, minutes=1),
        "press:2": timedelta(days=59, hours=23),
        "other:1": timedelta(days=99),
    }
    with ledger.database.transaction() as connection:
        for name in ages:
            write_rotations(ledger.database, connection, name.partition(":")[0], [(name, rotation)])
        for name, age in ages.items():
            row = rotation_table.c.article_id == name
            connection.execute(rotation_table.update().where(row).values(checked=datetime.now(UTC) - age))
        write_rotations(ledger.database, connection, "press", [])
    assert [read_rotation(ledger.database, name) for name in ages] == [rotation] * 3
    with ledger.database.transaction() as connection:
        write_rotations(ledger.database, connection, "press", [("press:3", Rotation())])
    assert [read_rotation(ledger.database, name) for name in ages] == [Rotation(), rotation, rotation]
    ledger.close()
