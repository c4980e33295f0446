"""Check a declaration against the annotations of what can be declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from newscrawler import items
from newscrawler.publication import article_layout, attributes, listing_layout, notation, site
from newscrawler.publication.notation import did_you_mean

_NAMES = {
    **vars(items), **vars(notation), **vars(site), **vars(article_layout), **vars(listing_layout),
    **vars(attributes),
    "Mapping": Mapping,
    "staticmethod": Callable,  # which takes the same parameters, and can be evaluated
    "date": date,
}  # fmt: skip
"""What annotations of declarations name, most of which is imported for type checkers only."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a declaration."""

    attribute: str
    said: str
    """What is wrong, and what to do."""
    text: str | None = None
    """The declared text that is wrong, by which its line is found."""


def faults_of(cls: type, base: type) -> Iterator[Fault]:
    """Find what is wrong with a site's class.

    :param cls: the class that declares the site.
    :param base: the class whose annotated attributes are what can be declared.
    """
    for family in cls.__mro__:
        if family is cls or "_families" in family.__module__.split("."):
            yield from _unknown(family, is_family=family is not cls)
    for name, hint in _annotations(base).items():
        if get_origin(hint) is ClassVar:
            (declared,) = get_args(hint)
            yield from _wrong(getattr(cls, name, None), declared, name)


@cache
def _annotations(cls: type) -> dict[str, Any]:
    """Return the annotated attributes of a class; cached, since a site has many rows of few classes."""
    return get_type_hints(cls, localns=_NAMES, include_extras=True)


OWN_ATTRIBUTE, OWN_METHOD = 0.7, 0.9
"""How like a known name a misspelling is, at least; a site can have methods of its own."""


def _unknown(cls: type, *, is_family: bool) -> Iterator[Fault]:
    """Find the names of a class that no class above it knows; constants and private names are its own.

    What a family annotates it declares, for the sites that inherit from it.
    """
    known = {
        name
        for parent in cls.__mro__[1:]
        for name in (*vars(parent), *vars(parent).get("__annotations__", ()))
    }
    known.discard("start_urls")  # Scrapy's, which nobody asks: a site has sections, feeds and sitemaps
    if is_family:
        known |= set(vars(cls).get("__annotations__", ()))
    public = {name for name in known if not name.startswith("_")}
    if "update_settings" in vars(cls):
        yield Fault("update_settings", "a site sets its settings in custom_settings")
    for name, value in vars(cls).items():
        if name in known or name.startswith("_") or name.isupper():
            continue
        is_method = (
            callable(value) or isinstance(value, (classmethod, staticmethod)) or hasattr(value, "__get__")
        )
        hint = did_you_mean(name, public, OWN_METHOD if is_method else OWN_ATTRIBUTE)
        if hint or not is_method:
            what = "method" if is_method else "attribute"
            hint = hint or "; remove it, or begin a name of your own with _"
            yield Fault(name, f"a site has no {what} of this name{hint}")


def _wrong(value: Any, hint: Any, where: str) -> Iterator[Fault]:
    """Find where a value is not what its annotation says.

    :param value: what is declared.
    :param hint: the annotation, evaluated.
    :param where: the attribute, and the place in it.
    """
    origin = get_origin(hint)
    if hint is Any:
        return
    if origin in _WRONG_BY_ORIGIN:
        yield from _WRONG_BY_ORIGIN[origin](value, hint, where)
    elif isinstance(hint, type) and not isinstance(value, hint):
        yield Fault(where, f"{_short(value)} is not {_named(hint)}", _text(value))
    elif isinstance(hint, type) and is_dataclass(hint):
        hints = _annotations(hint)
        for field in fields(hint):
            yield from _wrong(getattr(value, field.name), hints[field.name], f"{where}.{field.name}")


def _wrong_literal(value: Any, hint: Any, where: str) -> Iterator[Fault]:
    allowed = [str(each) for each in get_args(hint)]
    if value not in get_args(hint):
        advice = did_you_mean(str(value), allowed) or f"; allowed: {', '.join(allowed)}"
        yield Fault(where, f"{value!r} is not known{advice}", _text(value))


def _wrong_several(value: Any, hint: Any, where: str) -> Iterator[Fault]:
    if isinstance(value, (tuple, list, set, frozenset)):
        for number, each in enumerate(value):
            yield from _wrong(each, get_args(hint)[0], _place(where, number, each))
    else:
        several = _as_several(value, get_origin(hint))
        yield Fault(where, f"{_short(value)} stands alone; write {several}", _text(value))


def _wrong_mapping(value: Any, hint: Any, where: str) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield Fault(where, f"{_short(value)} is not a mapping; write {{name: value}}", _text(value))
        return
    of_key, of_value = get_args(hint)
    for key, each in value.items():
        yield from _wrong(key, of_key, where)
        yield from _wrong(each, of_value, f"{where}[{key!r}]")


def _wrong_function(value: Any, _hint: Any, where: str) -> Iterator[Fault]:
    if not callable(value):
        yield Fault(where, f"{_short(value)} is not a function", _text(value))


def _wrong_notation(value: Any, hint: Any, where: str) -> Iterator[Fault]:
    kind, *checks = get_args(hint)
    wrong = list(_wrong(value, kind, where))
    for check in checks if not wrong else ():
        try:
            check(value)
        except (ValueError, SyntaxError) as error:
            wrong.append(Fault(where, str(error), _text(value)))
    yield from wrong


def _wrong_choice(value: Any, hint: Any, where: str) -> Iterator[Fault]:
    """Find what is wrong with a value of several possible kinds, by the kind to which it comes nearest."""
    choices = get_args(hint)
    if value is None and NoneType in choices:
        return
    found = [list(_wrong(value, choice, where)) for choice in choices if choice is not NoneType]
    if all(found):
        yield from max(
            found, key=lambda faults: max((len(fault.attribute), fault.text is not None) for fault in faults)
        )


_WRONG_BY_ORIGIN: dict[Any, Callable[[Any, Any, str], Iterator[Fault]]] = {
    Annotated: _wrong_notation,
    Union: _wrong_choice,
    UnionType: _wrong_choice,
    Literal: _wrong_literal,
    tuple: _wrong_several,
    frozenset: _wrong_several,
    Mapping: _wrong_mapping,
    Callable: _wrong_function,
}
"""What a parametrised annotation is of -> how a value is checked against it."""


def _place(where: str, number: int, value: Any) -> str:
    name = getattr(value, "name", None)
    return f"{where}[{name!r}]" if isinstance(name, str) else f"{where}[{number}]" if number else where


def _as_several(value: Any, kind: type) -> str:
    return f"{{{_short(value)}}}" if kind is frozenset else f"({_short(value)},)"


def _named(kind: type) -> str:
    names = {str: "a text", bool: "True or False", int: "a whole number"}
    return names.get(kind, f"a {kind.__name__}")


def _short(value: Any) -> str:
    shown = repr(value) if isinstance(value, (str, int, float, NoneType)) else f"a {type(value).__name__}"
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
