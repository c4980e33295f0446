"""ClassIndex: the elements of a page by class name, so that a layout's selectors need no pass over the page each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import cssselect
from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash
from lxml import etree

from newscrawler.publication.selectors import select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cssselect.parser import Tree
    from lxml.html import HtmlElement

_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "=": lambda found, wanted: found == wanted,
    "*=": lambda found, wanted: bool(wanted) and wanted in found,
    "^=": lambda found, wanted: bool(wanted) and found.startswith(wanted),
    "$=": lambda found, wanted: bool(wanted) and found.endswith(wanted),
    "~=": lambda found, wanted: wanted in found.split(),
}
_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
"""A tag or attribute that XPath takes as it is."""
_FEW = 40
_MOST_KNOWN, _LONG_ATTRIBUTE = 20_000, 300
_NONE: list[HtmlElement] = []
_KNOWN = frozenset((*_OPERATORS, "exists"))


@dataclass(frozen=True, slots=True)
class _Compound:
    """What one element has to be: ``div.story[lang=en]``."""

    tag: str | None
    classes: tuple[str, ...]
    identity: str | None
    attributes: tuple[tuple[str, str, str], ...]
    combinator: str | None = None
    """How the element relates to one that matches ``before``."""
    before: _Compound | None = None
    is_class_alone: bool = field(init=False, compare=False)
    """Whether every element of its one class is what is asked for."""
    by_attribute: Callable[[HtmlElement], Any] | None = field(init=False, compare=False)
    """Finds the elements of a tag without class that have the first of the attributes, with the value if it is one."""

    def __post_init__(self) -> None:
        """Prepare what is asked of every page."""
        alone = len(self.classes) == 1 and self.tag is None and self.identity is None and not self.attributes
        object.__setattr__(self, "is_class_alone", alone)
        object.__setattr__(self, "by_attribute", self._attribute_path())

    def _attribute_path(self) -> Callable[[HtmlElement], Any] | None:
        if self.classes or self.tag is None or not self.attributes:
            return None
        name, operator, wanted = self.attributes[0]
        if not (_NAME.match(self.tag) and _NAME.match(name)):
            return None
        test = f"@{name}=$wanted" if operator == "=" else f"@{name}"
        path = etree.XPath(f"descendant-or-self::{self.tag}[{test}]")
        return partial(path, wanted=wanted) if operator == "=" else path

    def matches(self, element: HtmlElement) -> bool:
        """Tell whether an element that has the first of the classes is what is asked for, by itself."""
        if self.tag is not None and element.tag != self.tag:
            return False
        if self.identity is not None and element.get("id") != self.identity:
            return False
        if len(self.classes) > 1:
            names = (element.get("class") or "").split()
            if not all(name in names for name in self.classes):
                return False
        for name, operator, wanted in self.attributes:
            found = element.get(name)
            if found is None or (operator != "exists" and not _OPERATORS[operator](found, wanted)):
                return False
        return True

    def fits(self, element: HtmlElement) -> bool:
        """Tell whether an element is what is asked for, and stands where it is asked for."""
        if self.tag is not None and element.tag != self.tag:
            return False
        if self.classes and self.classes[0] not in (element.get("class") or "").split():
            return False
        if not self.matches(element):
            return False
        if self.before is None:
            return True
        return any(self.before.fits(other) for other in _OTHERS[self.combinator or " "](element))

    def all_classes(self) -> Iterator[str]:
        """Yield the class names of this element and of those that it has to stand by."""
        yield from self.classes
        if self.before is not None:
            yield from self.before.all_classes()


def _only(element: HtmlElement | None) -> Iterable[HtmlElement]:
    return () if element is None else (element,)


_OTHERS: dict[str, Callable[[HtmlElement], Iterable[HtmlElement]]] = {
    " ": lambda element: element.iterancestors(),
    ">": lambda element: _only(element.getparent()),
    "+": lambda element: _only(element.getprevious()),
    "~": lambda element: element.itersiblings(preceding=True),
}


_REACHED: dict[str, Callable[[HtmlElement, str | None], Iterable[HtmlElement]]] = {
    " ": lambda element, tag: element.iterdescendants(tag),
    ">": lambda element, tag: element.iterchildren(tag),
    "+": lambda element, _: _only(element.getnext()),
    "~": lambda element, tag: element.itersiblings(tag),
}


def within(element: HtmlElement, selector: str) -> list[HtmlElement]:
    """Return what a selector matches within a small part of a page, the part's own element included."""
    compounds = _compile(selector)
    if compounds is None:
        return select(element, selector)
    if len(compounds) == 1:
        (compound,) = compounds
        return [inner for inner in element.iter(compound.tag) if compound.fits(inner)]
    return [inner for inner in element.iter() if any(compound.fits(inner) for compound in compounds)]


class ClassNames:
    """The class names that selectors ask for: only elements that have one of them need to be remembered."""

    def __init__(self, selectors: Iterable[str]) -> None:
        compounds = (part for selector in selectors for part in _compile(selector) or ())
        self._names = frozenset(name for compound in compounds for name in compound.all_classes())
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, attribute: str) -> tuple[str, ...]:
        """Return the names in a class attribute that are asked for; most attributes come again on the next page."""
        found = tuple(dict.fromkeys(name for name in attribute.split() if name in self._names))
        if len(self._known) < _MOST_KNOWN and len(attribute) < _LONG_ATTRIBUTE:
            self._known[attribute] = found
        return found

    def pick(self, root: HtmlElement) -> dict[str, list[HtmlElement]]:
        """Return the elements by the names that are asked for, in document order."""
        picked: dict[str, list[HtmlElement]] = {}
        known = self._known.get
        for element in root.iter():
            attribute = element.get("class")
            if attribute is None:
                continue
            names = known(attribute)
            if names is None:
                names = self.of(attribute)
            for name in names:
                picked.setdefault(name, []).append(element)
        return picked


class ClassIndex:
    """Answers the selectors of layouts for one page."""

    def __init__(self, root: HtmlElement, names: ClassNames) -> None:
        self._root = root
        self._by_class = names.pick(root)

    def select(self, selector: str) -> list[HtmlElement]:
        """Return the elements that a selector (without ``@attribute``) matches, in document order."""
        compounds = _compile(selector)
        if compounds is None:
            return select(self._root, selector)
        found = [elements for compound in compounds if (elements := self._matching(compound))]
        if len(found) <= 1:
            return found[0] if found else []
        return self._in_order({element for elements in found for element in elements})

    def _matching(self, compound: _Compound) -> list[HtmlElement]:
        if compound.before is None:
            candidates = self._candidates(compound)
            if compound.is_class_alone or not candidates:
                return candidates
            return [element for element in candidates if compound.matches(element)]
        if compound.classes and not self._candidates(compound):
            return []
        before = set(self._matching(compound.before))
        if not before:
            return []
        if compound.classes:
            others = _OTHERS[compound.combinator or " "]
            return [
                element
                for element in self._candidates(compound)
                if compound.matches(element) and any(other in before for other in others(element))
            ]
        reached = _REACHED[compound.combinator or " "]
        outers = before if len(before) == 1 else self._in_order(before)
        found = dict.fromkeys(
            element
            for outer in outers
            for element in reached(outer, compound.tag)
            if compound.matches(element)
        )
        return list(found) if len(before) == 1 else self._in_order(set(found))

    def _candidates(self, compound: _Compound) -> list[HtmlElement]:
        if compound.classes:
            if len(compound.classes) == 1:
                return self._by_class.get(compound.classes[0], _NONE)
            return min((self._by_class.get(name, _NONE) for name in compound.classes), key=len)
        if compound.tag == "html":
            return [self._root]
        if compound.by_attribute is not None:
            # libxml2 looks at them all before Python sees any
            found: list[HtmlElement] = compound.by_attribute(self._root)
            return found
        return list(self._root.iter(compound.tag))

    def _in_order(self, wanted: set[HtmlElement]) -> list[HtmlElement]:
        if len(wanted) <= _FEW:
            return sorted(wanted, key=_place)
        tags = {element.tag for element in wanted}
        return [element for element in self._root.iter(*tags) if element in wanted]


def _place(element: HtmlElement) -> tuple[int, ...]:
    """Return where an element stands: its number and its ancestors' among their siblings, from the root."""
    path = []
    parent = element.getparent()
    while parent is not None:
        path.append(parent.index(element))
        element, parent = parent, parent.getparent()
    return tuple(reversed(path))


@lru_cache(maxsize=1024)
def _compile(selector: str) -> tuple[_Compound, ...] | None:
    """Return the alternatives of a selector; None where only XPath can answer it."""
    if selector.startswith(("//", "./")):
        return None
    try:
        parsed = cssselect.parse(selector)
    except cssselect.SelectorError:
        return None
    compounds = [None if part.pseudo_element else _compound(part.parsed_tree) for part in parsed]
    if any(part is None or not (part.classes or part.tag) for part in compounds):
        return None
    return tuple(part for part in compounds if part is not None)


def _compound(tree: Tree, combinator: str | None = None, before: _Compound | None = None) -> _Compound | None:
    """Return a parsed selector as what its last element has to be; None where it asks for more than is known here."""
    if isinstance(tree, CombinedSelector):
        left = _compound(tree.selector)
        return (
            None if left is None or before is not None else _compound(tree.subselector, tree.combinator, left)
        )
    classes: list[str] = []
    attributes: list[tuple[str, str, str]] = []
    identity: str | None = None
    while not isinstance(tree, Element):
        if isinstance(tree, Class):
            classes.append(tree.class_name)
        elif isinstance(tree, Hash) and identity is None:
            identity = tree.id
        elif isinstance(tree, Attrib) and not tree.namespace and tree.operator in _KNOWN:
            wanted = "" if tree.value is None else str(tree.value.value)
            attributes.append((tree.attrib.lower(), tree.operator, wanted))
        else:
            return None
        tree = tree.selector
    if tree.namespace is not None:
        return None
    tag = tree.element.lower() if tree.element else None
    return _Compound(tag, tuple(classes), identity, tuple(attributes), combinator, before)
