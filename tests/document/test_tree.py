"""The tree is the one that a browser builds: without what is inert, with shadow roots in their place, within bounds."""

from __future__ import annotations

import json
import time

import pytest

from newscrawler.bounds import Bounds
from newscrawler.document import parse_document
from newscrawler.document.tree import build_tree, parse_fragment
from newscrawler.extract import read_page

URL = "https://news.example.org/a"
MANY = " ".join(f"a{n}=b" for n in range(20_000))


def text(html: str) -> str:
    return " ".join(build_tree(html.encode(), Bounds()).root.text.split())


@pytest.mark.parametrize(
    "html",
    [
        "<header><button><div>Menu</button></header><main><p>Text</p></main>",
        "<header><nav><ul><li><div><a href=/x>X</a></li></ul></nav></header><main><p>Text</p></main>",
        "<p><button><p>A</button></p><main><p>Text</p></main>",
    ],
)
def test_a_stray_tag_does_not_draw_the_page_into_its_head(html: str) -> None:
    root = build_tree(html.encode(), Bounds()).root
    main = root.select_one("main")
    assert main is not None
    assert {outer.tag for outer in main.ancestors if hasattr(outer, "tag")} <= {"body", "html"}


@pytest.mark.parametrize(
    "inert",
    [
        "<template>no</template>",
        "<template><template>no</template></template>",
        "<noscript>no</noscript>",
        "<!-- no -->",
        "<style>no</style>",
        "<script>no</script>",
        "<iframe>no</iframe>",
        "<noembed>no</noembed>",
        "<svg><style>no</style></svg>",
    ],
)
def test_nothing_inert_is_text(inert: str) -> None:
    assert text(f"<p>a{inert}b") == "ab"


def test_scripts_are_kept_apart_and_those_within_a_template_are_none() -> None:
    page = "<script type='Application/JSON'>1</script><template><script>2</script></template><script src=x></script>"
    tree = build_tree(page.encode(), Bounds())
    assert [(script.kind, script.text) for script in tree.scripts] == [("application/json", "1")]
    assert len(tree.root.select("script")) == 2


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<x-y><template shadowrootmode=open>a <slot></slot> c</template>b</x-y>", "a b c"),
        ("<x-y><template shadowroot=open>a</template>not shown</x-y>", "a"),
        ("<x-y><template shadowrootmode=open><slot name=n></slot><slot>d</slot></template><i slot=n>a</i></x-y>", "ad"),
        (
            "<x-y><template shadowrootmode=open><x-z><template shadowrootmode=open>(<slot></slot>)</template><slot></slot></x-z></template>light</x-y>",
            "(light)",
        ),
        ("<x-y><template shadowrootmode=open></template>not shown</x-y>z", "z"),
    ],
)  # fmt: skip
def test_shadow_roots_are_shown_in_the_place_of_their_hosts(html: str, shown: str) -> None:
    assert text(html) == shown


@pytest.mark.parametrize(
    ("html", "bound"),
    [
        (f"<p {MANY}>", "page_attributes"),
        ("<div>" * 300, "page_depth"),
        ("<div>" * 200_000, "page_tags"),
        ("<b>" * 300 + "<p>", "page_depth"),
        ("<p>" * 9999, None),
        (f"<textarea><p {MANY}></textarea>", None),
    ],
    ids=lambda value: str(value)[:12],
)
def test_bounds(html: str, bound: str | None) -> None:
    tree = build_tree(html.encode(), Bounds())
    assert tree.beyond == bound if bound != "page_tags" else tree.beyond in ("page_tags", "page_depth")


@pytest.mark.parametrize(
    "part",
    [b"<div>", b"<b><i><p>", b"<table><tr><td>", b"<a><div>", b"<template>", b"<x-y><template shadowrootmode=open><slot>",
     b"<svg><foreignObject>", b"<select><option>", b"<!--", b"<p a=b c", b"&amp;&nosuch;", b"<x-y><slot></slot><p>"],
)  # fmt: skip
@pytest.mark.timeout(300)
def test_hostile_markup_takes_no_longer_than_its_length(part: bytes) -> None:
    start = time.process_time()
    build_tree(part * (1_000_000 // len(part)), Bounds(page_tags=0, page_depth=0, page_attributes=0))
    assert time.process_time() - start < 10


def test_a_fragment_of_script_state_is_read_alike() -> None:
    title = "The harbour of Ostermouth opens again"
    state = json.dumps(
        {"headline": title, "body": f"<p {MANY}>" + "The harbour was opened again on Monday. " * 30}
    )
    page = f"<title>{title}</title><h1>{title}</h1><div id=app></div><script type=application/json>{state}</script>"
    start = time.process_time()
    read_page(page, URL, bounds=Bounds(page_attributes=0))
    assert time.process_time() - start < 2
    assert parse_fragment("<p>a<template>b</template>").text == "a"


def test_what_is_not_html_has_an_empty_body() -> None:
    assert parse_document(b"\xff\xfe\0\0", URL).root.tag == "html"


def test_how_a_word_is_read_is_no_part_of_the_line() -> None:
    with_signs = (
        "<p><ruby>鞆<rp>（</rp><rt>とも</rt><rp>）</rp></ruby>島の<ruby>凪<rt>なぎ</rt></ruby>さん</p>"
    )
    assert text(with_signs) == "鞆島の凪さん"
