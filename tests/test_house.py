"""The tree tells the story: few loose modules, short files, simple functions, a sentence first."""

import ast
import re
from pathlib import Path

from radon.complexity import cc_rank, cc_visit
from radon.visitors import Class

PACKAGE = Path(__file__).parent.parent / "newscrawler"
FILES = sorted(PACKAGE.rglob("*.py"))
LOOSE = 10
LINES = 300

BRANCHING: frozenset[str] = frozenset()
"""Functions that radon grades D or worse, and that are still to be divided. Take off what is; add nothing."""


def shown(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def test_few_modules_lie_loose() -> None:
    loose = [path.name for path in PACKAGE.glob("*.py") if path.name != "__init__.py"]
    assert len(loose) <= LOOSE, loose


def test_a_file_is_short_and_begins_with_its_sentence() -> None:
    wrong = []
    for path in FILES:
        text = path.read_text("utf-8")
        if (lines := text.count("\n")) > LINES:
            wrong.append(f"{shown(path)}: {lines} lines")
        sentence = (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
        if not re.search(r"\w.*[.:!?)]$", sentence):
            wrong.append(f"{shown(path)}: the first line is not one sentence: {sentence!r}")
    assert wrong == []


def test_a_packages_own_file_only_hands_names_on() -> None:
    wrong = [
        f"{shown(path)}: {ast.unparse(node)}"
        for path in FILES
        if path.name == "__init__.py"
        for node in ast.parse(path.read_bytes()).body
        if not hands_a_name_on(node)
    ]
    assert wrong == []


def hands_a_name_on(node: ast.stmt) -> bool:
    names = [target.id for target in getattr(node, "targets", ()) if isinstance(target, ast.Name)]
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_text or isinstance(node, ast.ImportFrom) or names in (["__all__"], ["__version__"])


def test_no_function_branches_more_than_grade_c() -> None:
    branching = {
        f"{shown(path)} {block.name}"
        for path in FILES
        for block in cc_visit(path.read_text("utf-8"))
        if not isinstance(block, Class) and cc_rank(block.complexity) > "C"
    }
    assert branching == BRANCHING
