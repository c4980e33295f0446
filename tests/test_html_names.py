"""What is looked for in pages has names of HTML: ``artcle``, ``H1`` and ``itempop`` would find nothing."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from lxml.html.defs import link_attrs, safe_attrs, tags

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent.parent / "newscrawler"
ROOMS = ("document", "sources", "extraction", "discovery")

NEWER = (
    "bdi data dialog main noembed noframes picture portal rb rtc search slot template xmp plaintext listing"
)
FOREIGN = "image path use g symbol foreignObject desc annotation-xml mi mo mn ms mtext mglyph malignmark"
OPML = "outline xmlurl"
ELEMENTS = frozenset(tags) | {"frame", *NEWER.split(), *FOREIGN.lower().split(), *OPML.split()}
MICRODATA = "itemid itemprop itemref itemscope itemtype"
OTHERS = "allow async autoplay content controls crossorigin defer hidden http-equiv is integrity loading open"
MORE = "onchange onclick pattern placeholder poster property sizes slot srcdoc srcset style xml:lang"
OF_SCRIPTS = "link to url"
"""Attributes of elements that only scripts follow, as Vue's ``to``."""
ATTRIBUTES = safe_attrs.union(
    link_attrs, *(each.split() for each in (MICRODATA, OTHERS, MORE, OPML, OF_SCRIPTS))
)

ATTRIBUTE_OF = re.compile(r"\[\s*([^\s~|^$*=\]]+)")
ELEMENT_OF = re.compile(r"(?:^|[\s>+~,(])([A-Za-z]\w*(?:-\w+)*)(?![\w-])")


def texts(node: ast.AST, module: object) -> Iterator[str]:
    """Yield the texts that an expression is made of: written there, or under a name of the module."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Tuple | ast.Set | ast.List):
        for each in node.elts:
            yield from texts(each, module)
    elif isinstance(node, ast.Name):
        value = getattr(module, node.id, ())
        values = [value] if isinstance(value, str) else value
        if isinstance(values, list | tuple | set | frozenset | dict):
            yield from (each for each in values if isinstance(each, str))


def is_tag(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "tag"


def asked_elements(tree: ast.AST, module: object) -> Iterator[str]:
    """Yield the names that a module compares a tag with, and those of lists that are mostly of elements."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and is_tag(node.left):
            for side in node.comparators:
                yield from texts(side, module)
        elif isinstance(node, ast.Tuple | ast.Set | ast.List):
            written = list(texts(node, None))
            if len(written) > 2 and sum(name in ELEMENTS for name in written) * 4 >= len(written) * 3:
                yield from written


def given(tree: ast.AST, module: object, *names: str) -> Iterator[str]:
    """Yield the texts that functions and methods with these names are called with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for each in node.args if name in names else ():
                yield from texts(each, module)


def unknown() -> list[str]:
    found = []
    for path in (path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        tree, module = ast.parse(path.read_bytes()), import_module(name)
        elements = {*asked_elements(tree, module)}
        attributes = {*given(tree, module, "attr")}
        for selector in given(tree, module, "select", "select_one", "matches"):
            attributes.update(ATTRIBUTE_OF.findall(selector))
            elements.update(ELEMENT_OF.findall(re.sub(r"\[[^]]*]", "", selector)))
        known = {each for each in elements if "-" in each and each.islower()} | ELEMENTS
        found += [f"{name}: <{each}>" for each in sorted(elements - known)]
        found += [
            f"{name}: {each}="
            for each in sorted(attributes - ATTRIBUTES)
            if not each.startswith(("data-", "aria-")) or not each.islower()
        ]
    return found


def test_elements_and_attributes_that_are_asked_for_are_those_of_html() -> None:
    assert unknown() == []
