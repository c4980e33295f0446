"""A CSV of the export in a real spreadsheet: does LibreOffice show what the lines say, and no formula?

``python -m benchmarks.spreadsheet`` (needs ``soffice``: apt-get install libreoffice-calc-nogui)

Each cell that differs from the text of the CSV is printed with its column.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from tests.exports.exporting import export
from tests.exports.written import article, write

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
HEADLINES = (
    "=cmd|'/c calc'!A0", "+1 for the harbour", "-5 degrees", "@home", "\t=1+1", "00123", "1/2", "2026-05-04",
    "1E5", 'He said "no", twice', "One; two, three", "Two\nlines", "Ärger über Öl – 岸壁が再び開く",
    " spaces ", "'quoted'", "TRUE",
)  # fmt: skip


def cells(path: Path) -> tuple[list[list[str]], int]:
    """Return the texts that a sheet shows, and how many of its cells are formulas."""
    rows, formulas = [], 0
    for row in ElementTree.parse(path).iter(f"{TABLE}table-row"):
        shown: list[str] = []
        for cell in row.iter(f"{TABLE}table-cell"):
            formulas += cell.get(f"{TABLE}formula") is not None
            text = "\n".join(_text(part) for part in cell.findall(f"{TEXT}p"))
            shown += [text] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 100)
        rows.append(shown)
    return rows, formulas


def _text(part: ElementTree.Element) -> str:
    found = part.text or ""
    for each in part:
        if each.tag == f"{TEXT}s":
            found += " " * int(each.get(f"{TEXT}c", "1"))
        elif each.tag in {f"{TEXT}tab", f"{TEXT}line-break"}:
            found += "\t" if each.tag == f"{TEXT}tab" else "\n"
        else:
            found += _text(each)
        found += each.tail or ""
    return found


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "output", [article(n, headline=text) for n, text in enumerate(HEADLINES, 1)])
        assert export(folder / "output", "--format", "csv", "--to", str(folder / "news.csv")) == 0
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", name, str(folder / "news.csv")],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        shown, formulas = cells(folder / "news.fods")
        with (folder / "news.csv").open(encoding="utf-8", newline="") as file:
            stated = list(csv.reader(file))
    other: Counter[str] = Counter()
    for row, there in zip(stated, shown, strict=False):
        for column, text, found in zip(stated[0], row, [*there, *[""] * len(row)], strict=False):
            if text != found:
                other[column] += 1
                print(f"{column}: {text!r} is shown as {found!r}")
    print(f"{sum(map(len, stated))} cells, {formulas} formulas, shown otherwise: {dict(other)}")
    return int(bool(formulas))


if __name__ == "__main__":
    sys.exit(main())
