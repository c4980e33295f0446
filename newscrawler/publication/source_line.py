"""Find the line of a site's file in which something is declared."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawler.exceptions import WrongArgument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawler.publication.check import Fault


def refuse(cls: type, faults: Sequence[Fault]) -> None:
    """Refuse a site for the first of its faults.

    :raises WrongArgument: with one line: the place, what is wrong, what to do, how many other faults there
        are.
    """
    if faults:
        first, *others = faults
        more = f" (and {len(others)} more)" if others else ""
        raise WrongArgument(f"{place_of(cls, first)}: {first.attribute}: {first.said}{more}")


def place_of(cls: type, fault: Fault) -> str:
    """Return file and line of a fault: of the wrong text, else of the attribute, else of the class."""
    module = sys.modules.get(cls.__module__)
    own = getattr(module, "__file__", None)
    if not own:
        return cls.__name__
    if fault.text is not None:
        for path in [Path(own), *sorted(Path(own).parent.glob("*.py"))]:
            lines = [
                node.lineno
                for node in ast.walk(_tree(path))
                if isinstance(node, ast.Constant) and node.value == fault.text
            ]
            if lines:
                return f"{shown_path(path)}:{lines[0]}"
    body = next(
        (
            node
            for node in ast.walk(_tree(Path(own)))
            if isinstance(node, ast.ClassDef) and node.name == cls.__name__
        ),
        None,
    )
    if body is None:
        return shown_path(Path(own))
    attribute = fault.attribute.partition(".")[0].partition("[")[0]
    lines = [node.lineno for node in body.body if attribute in _names(node)]
    return f"{shown_path(Path(own))}:{lines[0] if lines else body.lineno}"


def _tree(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return ast.Module([], [])


def _names(node: ast.stmt) -> set[str]:
    """Return the names that a statement of a class's body gives."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {node.name}
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign)
        else []
    )
    return {target.id for target in targets if isinstance(target, ast.Name)}


def shown_path(path: Path) -> str:
    """Return a path as a user types it: from the working folder where it lies in that."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
