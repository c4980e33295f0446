"""Opt-outs from AI training and text mining, each written ``where:what``.

Robots.txt, the headers of an answer and the meta elements of a page can state them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEAD_BYTES = 32768
"""Only so many bytes of a page are searched for meta elements."""

_DIRECTIVES = ("noai", "noimageai", "noml", "notrain")
_AGENTS = ("robots", "googlebot", "ai")
_SIGNALS = ("content-usage", "content-signal")
_META = re.compile(rb"<meta\s[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rb"""\b(name|property|http-equiv|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE
)
_SEPARATORS = re.compile(r"[\s,:;]+")
_ROBOTS_SIGNAL = re.compile(r"^[ \t]*content-(?:signal|usage)[ \t]*:([^#\n]*)", re.IGNORECASE | re.MULTILINE)
_NO_TRAINING = re.compile(r"\b(?:ai-train|train-ai|ai)\s*=\s*n(?:o)?\b", re.IGNORECASE)


def robots_opt_outs(text: str) -> list[str]:
    r"""Read the opt-outs that robots.txt states for the whole host (lines for a single agent are its rules).

    >>> robots_opt_outs("User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /")
    ['robots:ai-train=no']
    """
    stated = any(_NO_TRAINING.search(value) for value in _ROBOTS_SIGNAL.findall(text))
    return ["robots:ai-train=no"] if stated else []


def header_opt_outs(headers: Mapping[str, Sequence[str]]) -> list[str]:
    """Read the opt-outs in the headers of an answer.

    :param headers: header name in lower case -> its values.

    >>> header_opt_outs({"x-robots-tag": ["noai, noindex"], "tdm-reservation": ["1"]})
    ['header:noai', 'header:tdm-reservation']
    """
    return _stated("header", headers, ("x-robots-tag",))


def meta_opt_outs(meta: Mapping[str, Sequence[str]]) -> list[str]:
    """Read the opt-outs in the meta elements of a page.

    :param meta: name, property or http-equiv in lower case -> contents.

    >>> meta_opt_outs({"robots": ["index, noai"], "tdm-reservation": ["1"]})
    ['meta:noai', 'meta:tdm-reservation']
    """
    return _stated("meta", meta, (*_AGENTS, "x-robots-tag"))


def page_opt_outs(body: bytes) -> list[str]:
    """Read the opt-outs in the bytes of a page, without parsing it.

    >>> page_opt_outs(b'<meta name="robots" content="index, noai"><meta name=tdm-reservation content=1>')
    ['meta:noai', 'meta:tdm-reservation']
    """
    meta: dict[str, list[str]] = {}
    for element in _META.findall(body[:HEAD_BYTES].partition(b"<body")[0]):
        parts = {
            name.decode().lower(): (double or single or bare).decode("latin-1")
            for name, double, single, bare in _ATTRIBUTE.findall(element)
        }
        name = (parts.get("name") or parts.get("property") or parts.get("http-equiv") or "").lower()
        meta.setdefault(name, []).append(parts.get("content", ""))
    return meta_opt_outs(meta)


def _stated(where: str, values: Mapping[str, Sequence[str]], directives_in: Sequence[str]) -> list[str]:
    found = [
        f"{where}:{directive}"
        for name in directives_in
        for value in values.get(name, ())
        for directive in _directives(value)
    ]
    if any(value.strip() == "1" for value in values.get("tdm-reservation", ())):
        found.append(f"{where}:tdm-reservation")
    if any(_NO_TRAINING.search(value) for name in _SIGNALS for value in values.get(name, ())):
        found.append(f"{where}:ai-train=no")
    return list(dict.fromkeys(found))


def _directives(value: str) -> list[str]:
    words = _SEPARATORS.split(value.lower())
    return [directive for directive in _DIRECTIVES if directive in words]
