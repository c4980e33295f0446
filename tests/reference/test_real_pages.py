"""The figures of extraction on real pages of many publishers do not fall below their floors."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.forks import BOUND

REAL = Path(__file__).resolve().parents[3] / "shared" / "real"
FLOORS = {
    ("ALL", "f1"): 0.960,
    ("ALL", "title_loose"): 0.84,
    ("ALL", "when_same_date"): 0.95,
    ("ALL", "when_same_instant"): 0.87,
    # two of the 119 truths are a parser's that took what the page itself contradicts: disagreements.toml
    ("fundus", "when_same_instant"): 0.98,
    ("postlight", "when_same_instant"): 0.65,
    ("ALL", "when_offset_kept"): 0.965,
    # The truth names houses and desks as authors, too; here authors are persons (docs/fields.md).
    ("ALL", "authors"): 0.78,
    ("ALL", "topics"): 0.58,
}


@pytest.mark.slow
def test_floors() -> None:
    done = subprocess.run(
        [sys.executable, REAL / "measure.py", "newscrawler.extract:extract"],
        capture_output=True,
        text=True,
        check=True,
        timeout=BOUND,
        cwd=Path(__file__).resolve().parents[2],
    )
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in done.stdout.split("\n")
        if line.startswith("| ")
    ]
    names = rows[0]
    table = {row[0]: dict(zip(names, row, strict=True)) for row in rows[1:]}
    assert table["ALL"]["errors"] == "0"
    assert table["ALL"]["empty"] == "0.000"
    below = {
        f"{corpus} {name}": float(table[corpus][name])
        for (corpus, name), floor in FLOORS.items()
        if float(table[corpus][name]) < floor
    }
    assert not below
