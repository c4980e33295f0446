"""Form links: where the forms of a page lead by GET: each button of one, and each choice of its lists."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from newscrawler.discovery.pagers.day_archive import part_of_day
from newscrawler.publication.selectors import select
from newscrawler.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newscrawler.document import Element

MOST_FORMS = 50
"""Forms of one page that are looked at."""
MOST_CONTROLS = 40
"""Controls of one form; more are no pager."""
MOST_DAYS = 2000
"""Choices of one list, or of lists that state a day in parts."""

_CONTROLS = "input, select, textarea, button"
_BUTTONS = frozenset({"submit", "image"})
_ASKS = frozenset({"text", "search", "password", "email", "tel", "url", "number", "file"})
"""Kinds of inputs that wait for what a reader writes."""
_KINDS_OF_BUTTON = frozenset({"button", "reset"})
"""Kinds that send nothing."""


def form_links(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield each button and each choice of the forms that ask by GET, and where it leads.

    Of lists of years, months and days each day is a choice.

    A form that waits for words of a reader leads nowhere by itself: a search, a login.
    """
    for form in islice(select(root, "form"), MOST_FORMS):
        method = (form.attr("method") or "get").strip().lower()
        controls = select(form, _CONTROLS)
        if method == "get" and len(controls) <= MOST_CONTROLS and not any(map(_waits, controls)):
            yield from _ways(form, controls)


def label_of_button(element: Element) -> str:
    """Return what an input says that is a button; empty for any other element."""
    if element.tag != "input":
        return ""
    return element.attr("value") or element.attr("alt") or ""


def _ways(form: Element, controls: list[Element]) -> Iterator[tuple[Element, str]]:
    """Yield what a form can be sent by, and the URL that it then asks for."""
    action = (form.attr("action") or "").strip()
    lists = [control for control in controls if control.tag == "select"]
    for button in filter(_is_button, controls):
        sent = [pair for control in controls if (pair := _sent(control, button))]
        yield button, _place((button.attr("formaction") or "").strip() or action, sent)
    days = [chosen for chosen in lists if part_of_day(chosen.attr("name") or "")]
    together = [days] if len(days) > 1 else []
    for choice in (*together, *([each] for each in lists if not together or each not in days)):
        for options in islice(product(*map(_options, choice)), MOST_DAYS):
            by = dict(zip(choice, options, strict=True))
            sent = [pair for control in controls if (pair := _sent(control, by=by))]
            yield options[-1], _place(action, sent)


def _place(action: str, sent: list[tuple[str, str]]) -> str:
    """Return the URL that a form asks for: what it sends takes the place of the query of its action."""
    return f"{action.partition('#')[0].partition('?')[0]}?{urlencode(sent)}" if sent else action


def _options(choice: Element) -> list[Element]:
    return select(choice, "option")


def _value(option: Element) -> str:
    """Return what an option sends: its value, else its text."""
    value = option.attr("value")
    return clean(option.text) if value is None else value


def _sent(
    control: Element, button: Element | None = None, by: Mapping[Element, Element] | None = None
) -> tuple[str, str] | None:
    """Return the name and value that a control adds.

    :param button: what sends the form.
    :param by: lists, and what is chosen of each.
    """
    name, value = control.attr("name"), control.attr("value") or ""
    if not name or control.attr("disabled") is not None:
        return None
    if by and control in by:
        return name, _value(by[control])
    if control.tag == "select":
        return name, _selected(control)
    if _is_button(control):
        return (name, value) if control == button else None
    kind = _kind(control)
    if kind in _KINDS_OF_BUTTON or (kind in {"checkbox", "radio"} and control.attr("checked") is None):
        return None
    return name, value


def _selected(choice: Element) -> str:
    options = _options(choice)
    chosen = [option for option in options if option.attr("selected") is not None]
    return next(map(_value, [*chosen, *options]), "")


def _kind(control: Element) -> str:
    default = "submit" if control.tag == "button" else "text"
    return (control.attr("type") or default).strip().lower()


def _is_button(control: Element) -> bool:
    return control.tag in {"input", "button"} and _kind(control) in _BUTTONS


def _waits(control: Element) -> bool:
    """Tell whether a control waits for what a reader writes; one that states a value need not."""
    return control.tag == "textarea" or (
        control.tag == "input" and _kind(control) in _ASKS and not control.attr("value")
    )
