"""``scrapy fetch``: bytes for a file, printable text for a terminal."""

import io

import pytest

from newscrawler.commands.fetch import Command

PAGE = b"<p>\tone\x1b[2J\n\xe2\x80\xaetwo</p>"


class Terminal(io.TextIOWrapper):
    """A stdout that says it is a terminal, or not."""

    def __init__(self, *, is_terminal: bool) -> None:
        self.bytes = io.BytesIO()
        self.is_terminal = is_terminal
        super().__init__(self.bytes, "utf-8")

    def isatty(self) -> bool:
        return self.is_terminal

    def shown(self) -> bytes:
        self.flush()
        return self.bytes.getvalue()


@pytest.mark.parametrize(
    ("is_terminal", "shown"),
    [(False, PAGE + b"\n"), (True, b"<p>\tone\\x1b[2J\n\\u202etwo</p>\n")],
)
def test_a_page(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool, shown: bytes) -> None:
    stdout = Terminal(is_terminal=is_terminal)
    monkeypatch.setattr("sys.stdout", stdout)
    Command()._print_bytes(PAGE)
    assert stdout.shown() == shown
