"""Text from outside as it may stand on a terminal or in a log: printable, without secrets."""

import pytest

from newscrawler.text.printable import MASK, masked, printable, printable_block

HOSTILE = {
    "escape": "\x1b[2J",
    "operating system command": "\x1b]0;title\x07",
    "bell": "\x07",
    "carriage return": "all well\rERROR",
    "line end": "a\nb",
    "C1": "\x9b2J",
    "backspace": "\x08",
    "next line": "\x85",
    "override": "\u202egnp.exe",
    "isolate": "\u2066x\u2069",
    "mark": "\u200f",
    "line separator": "\u2028",
    "tag": "\U000e0041",
    "surrogate": "\ud83d",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_steers_the_terminal(text: str) -> None:
    assert printable(f"a {text} b").isprintable()


@pytest.mark.parametrize("text", ["Заголовок", "عنوان", "می‌شود", "標題", "a\u00a0b", "\u2014 «x»"])
def test_what_is_readable_stays(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("http://user:password@example.com/a", f"http://{MASK}@example.com/a"),
        ("http://user:p@ss@word@example.com/a", f"http://{MASK}@example.com/a"),
        ("cannot write to/http:/me:x@example.com/a", f"cannot write to/http:/{MASK}@example.com/a"),
        ("https:/me:x@example.com", f"https:/{MASK}@example.com"),
        ("see output:/news@home/a", "see output:/news@home/a"),
        ("a http://token@example.com b", f"a http://{MASK}@example.com b"),
        ("postgresql+psycopg://me:x@db/news", f"postgresql+psycopg://{MASK}@db/news"),
        ("postgresql://db/news?password=x&a=1", f"postgresql://db/news?password={MASK}&a=1"),
        ("https://e.com/?api_key=x#y", f"https://e.com/?api_key={MASK}#y"),
        ("password = 'a b' host=c", f"password = {MASK} host=c"),
        ("https://e.com/@name/1?id=2", "https://e.com/@name/1?id=2"),
        ("postgresql://me:a/b?c@db/news", f"postgresql://{MASK}@db/news"),
        ("{'FTP_PASSWORD': 'x y', 'A': 'b'}", f"{{'FTP_PASSWORD': '{MASK}', 'A': 'b'}}"),
        ("me@example.com", "me@example.com"),
    ],
)  # fmt: skip
def test_secrets_are_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_lines_of_a_block_stay_lines() -> None:
    assert printable_block("Settings:\n{'A': 1}") == "Settings:\n    {'A': 1}"
