"""Write to the operator: the one door by which text of a command gets to the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newscrawler.text.printable import masked, printable, printable_page

if TYPE_CHECKING:
    from typing import TextIO


def write_line(text: str, stream: TextIO | None = None) -> None:
    """Write a line, printable; to stderr where nothing else is named."""
    stream = stream or sys.stderr
    stream.write(printable(text) + "\n")
    stream.flush()


def write_code(text: str) -> None:
    """Write lines of Python to stdout, printable: within a string an escape means the same text."""
    sys.stdout.write(printable_page(masked(text)) + "\n")
    sys.stdout.flush()


def write_page(text: str) -> None:
    """Write a page to stdout, its lines and tabs as they are, all else printable."""
    sys.stdout.write(printable_page(text) + "\n")
