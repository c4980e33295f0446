"""The sites of a fleet in a file, ``sites.toml``: a table for each, by the name of its spider or its own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newscrawler.exceptions import WrongArgument

if TYPE_CHECKING:
    from pathlib import Path

_KEYS = {"spider", "arguments", "every", "spread"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What an operator asks of the fleet for one site; intervals as they are written, None: not said."""

    spider: str
    arguments: dict[str, str]
    every: str | None = None
    spread: str | None = None


def read_sites(path: Path) -> list[Wish]:
    """Read a file of sites.

    :raises WrongArgument: it cannot be read, or says what is not understood.
    """
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongArgument(f"--file {path}: {error}") from error
    if not tables:
        raise WrongArgument(f'--file {path} names no site; write [tass] and below it every = "15m"')
    return [_wish(name, table, f"--file {path}: [{name}]") for name, table in tables.items()]


def _wish(name: str, table: Any, place: str) -> Wish:
    if not isinstance(table, dict):
        raise WrongArgument(f"{place} is no table: write [{name}] on a line of its own")
    if unknown := sorted(set(table) - _KEYS):
        raise WrongArgument(f"{place} has {', '.join(unknown)}; allowed: {', '.join(sorted(_KEYS))}")
    arguments = table.get("arguments", {})
    if not isinstance(arguments, dict):
        raise WrongArgument(f'{place}: arguments = {{ max_pages = "3" }} is how they are written')
    for key in ("spider", "every", "spread"):
        if not isinstance(table.get(key, ""), str):
            raise WrongArgument(f'{place}: {key} = {table[key]!r} is no text; write {key} = "15m"')
    return Wish(
        table.get("spider", name),
        {key: str(value) for key, value in arguments.items()},
        table.get("every"),
        table.get("spread"),
    )
