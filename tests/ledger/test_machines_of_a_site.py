"""Machines share a ledger: with a folder each, or in one folder with files of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawler.exceptions import WrongArgument
from newscrawler.ledger.opening import open_ledger
from newscrawler.output.line import to_line
from newscrawler.output.site_files import SiteFiles
from tests.ledger.lines import DAY, article, contents, write

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.settings import Settings

    from newscrawler.ledger.ledger import Ledger

ROOM = SiteFiles


def of(settings: Settings, machine: str, *, anew: bool = False) -> Ledger:
    mine = settings.copy()
    mine.set("OUTPUT_MACHINE", machine)
    return open_ledger(mine, "press", anew=anew)


def names(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "press").iterdir())


def test_each_machine_writes_to_its_own_file(settings: Settings, tmp_path: Path) -> None:
    one = of(settings, "one")
    write(one, article(1))
    one.close()
    two = of(settings, "two")
    write(two, article(2), article(1, 2))
    assert names(tmp_path) == [f"{DAY}.one.jsonl", f"{DAY}.two.jsonl"]
    known = two.find("press:1")
    assert known
    assert known.revision == 2
    two.close()


def test_the_last_revision_is_read_from_a_neighbours_file(settings: Settings) -> None:
    one = of(settings, "one")
    write(one, article(1))
    one.close()
    two = of(settings, "two")
    known = two.find("press:1")
    assert known
    found = two.last_revision(known)
    assert found
    assert found.headline == "Headline 1"
    two.close()


def test_the_torn_lines_of_several_neighbours_are_counted_together(
    settings: Settings, tmp_path: Path
) -> None:
    one = of(settings, "one")
    write(one, article(1))
    one.close()
    for name in ("one", "two"):
        with (tmp_path / "press" / f"{DAY}.{name}.jsonl").open("ab") as file:
            file.write(to_line(article(3))[:50])
    three = of(settings, "three")
    assert three.recovery
    assert three.recovery.cut == 100
    three.close()


def test_lines_of_a_killed_neighbour_are_adopted(settings: Settings, tmp_path: Path) -> None:
    """It wrote them, and died before the ledger knew: nobody fetches them again."""
    one = of(settings, "one")
    write(one, article(1))
    one.close()
    with (tmp_path / "press" / f"{DAY}.one.jsonl").open("ab") as file:
        file.write(to_line(article(2)) + to_line(article(3))[:50])
    two = of(settings, "two")
    assert two.recovery
    assert (two.recovery.adopted, two.recovery.cut) == (1, 50)
    assert two.find("press:2")
    assert not two.find("press:3")
    two.close()
    again = of(settings, "one")
    assert again.recovery
    assert again.recovery.adopted == 0
    again.close()


def test_a_site_goes_from_one_machine_into_a_fleet(settings: Settings) -> None:
    alone = of(settings, "")
    write(alone, article(1))
    alone.close()
    two = of(settings, "two")
    known = two.find("press:1")
    assert known
    assert two.last_revision(known)
    assert two.recovery
    assert two.recovery.adopted == 0
    two.close()


def test_rebuilding_reads_the_files_of_all_machines(settings: Settings) -> None:
    for machine, number in (("one", 1), ("two", 2), ("", 3)):
        ledger = of(settings, machine)
        write(ledger, article(number))
        ledger.close()
    ledger = of(settings, "two")
    before = [sorted(map(str, part)) for part in contents(ledger)]
    ledger.close()
    anew = of(settings, "one", anew=True)
    assert anew.recovery
    assert anew.recovery.adopted == 3
    assert [sorted(map(str, part)) for part in contents(anew)] == before
    anew.close()


def test_a_neighbours_lost_file_is_noticed(settings: Settings, tmp_path: Path) -> None:
    one = of(settings, "one")
    write(one, article(1))
    one.close()
    (tmp_path / "press" / f"{DAY}.one.jsonl").write_bytes(to_line(article(1))[:-30])
    two = of(settings, "two")
    assert two.recovery
    assert two.recovery.lost == [DAY]
    assert not two.find("press:1")
    two.close()


def test_a_machines_name_is_checked(settings: Settings) -> None:
    with pytest.raises(WrongArgument, match="OUTPUT_MACHINE"):
        of(settings, "a.b")
