"""Text as it may stand on a terminal or in a log: what is from outside printable, secrets masked."""

from __future__ import annotations

import re

_JOINERS = "\u200c\u200d"
"""They shape Arabic and Indic letters and move nothing on a terminal."""

_USER_INFO = re.compile(
    r"(?:(?<=://)|(?<=http:/)|(?<=https:/))[^\s/?#\\'\"<>]*@"
    r"|(?<!http://)(?<!https://)(?<=://)[^\s'\"<>]*@"
)
"""Of http as browsers read it, or as the path of a file has it; a database's password may hold slashes."""
_NAMED = re.compile(
    r"(['\"][A-Z_]*(?:PASSWORD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_KEY)[A-Z_]*['\"]: )"
    r"(?:'[^']*'|\"[^\"]*\")"
)
"""A setting, as Scrapy shows settings in the log."""
_SECRET_NAME = r"[\w.-]*(?:passw(?:or)?d|passphrase|pwd|secret|token|api_?key|access_?key|signature)"  # noqa: S105 - names
_SECRET_PARAMETER = re.compile(rf"([?&;]{_SECRET_NAME}=)[^&#;\s'\"<>]*", re.IGNORECASE)
_SECRET_WORD = re.compile(
    rf"(?<![?&;\w.-])({_SECRET_NAME}\s*=\s*)(?!\s)(?:'[^']*'|[^\s&;,'\"<>]+)", re.IGNORECASE
)
_NAMES_A_SECRET = re.compile(_SECRET_NAME, re.IGNORECASE)
MASK = "***"


def masked(text: str) -> str:
    """Return text without user and password of URLs, and without what is named like a secret.

    >>> masked("no answer of http://me:pa@ss@example.com/a?token=1&id=2")
    'no answer of http://***@example.com/a?token=***&id=2'
    >>> masked("postgresql://host/news?user=me&password=x"), masked("host=db password=x user=me")
    ('postgresql://host/news?user=me&password=***', 'host=db password=*** user=me')
    """
    if ":/" in text:
        text = _USER_INFO.sub(f"{MASK}@", text)
    if "': '" in text:
        text = _NAMED.sub(rf"\g<1>'{MASK}'", text)
    if "=" in text:
        text = _SECRET_WORD.sub(rf"\g<1>{MASK}", _SECRET_PARAMETER.sub(rf"\g<1>{MASK}", text))
    return text


def masked_argument(name: str, value: str) -> str:
    """Return the value of an argument or setting as it may be shown.

    >>> masked_argument("api_key", "x"), masked_argument("url", "http://me:x@example.com/")
    ('***', 'http://***@example.com/')
    """
    return MASK if _NAMES_A_SECRET.fullmatch(name) else masked(value)


def printable(text: str) -> str:
    r"""Return text on one line that moves no cursor, sends no command and turns no direction; secrets masked.

    Control characters, direction marks and what else is invisible are shown as escapes.

    >>> printable("a\nINFO forged\x1b[2J \u202egnp.exe caf\u00e9")
    'a\\nINFO forged\\x1b[2J \\u202egnp.exe café'
    """
    return _escaped(masked(text))


def printable_block(text: str) -> str:
    r"""Return text of several lines as ``printable`` does; lines after the first are indented.

    So that no text from outside begins a line that looks like one of ours.

    >>> printable_block("one\n2026-01-01 INFO forged\x07")
    'one\n    2026-01-01 INFO forged\\x07'
    """
    if "\n" not in text:
        return printable(text)
    return "\n    ".join(_escaped(line) for line in masked(text).split("\n"))


def printable_page(text: str) -> str:
    """Return a page as it may be shown on a terminal: its lines and tabs as they are, all else escaped."""
    return "\n".join("\t".join(map(_escaped, line.split("\t"))) for line in text.split("\n"))


def _escaped(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        letter
        if letter.isprintable() or (letter.isspace() and letter > "\x9f" and letter not in "\u2028\u2029")
        or letter in _JOINERS
        else letter.encode("unicode_escape").decode()
        for letter in text
    )  # fmt: skip
