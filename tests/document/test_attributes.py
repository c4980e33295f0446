"""Tags with very many attributes: the parser would walk all of them for each."""

from __future__ import annotations

import json
import time

import pytest

from newscrawler.bounds import Bounds
from newscrawler.document import parse_document
from newscrawler.document.attributes import end_within
from newscrawler.extract import read_page

URL = "https://news.example.org/a"
MANY = " ".join(f"a{n}=b" for n in range(20_000))
QUOTED = MANY.replace("=b", '=" > "')


@pytest.mark.parametrize(
    "tag",
    [
        f"<p {MANY}>",
        f"<p/{MANY.replace('=b', '').replace(' ', '/')}/>",
        f"<p {MANY.replace('=b', '')}>",
        f"<p {QUOTED}>",
        f"<p {QUOTED.replace(chr(34), chr(39))}>",
        f'<p a=="x {MANY} ">',
        f'<p " {MANY} ">',
        f'<p ="x {MANY} ">',
        f'<p a<"b {MANY} ">',
        f"<p {MANY}",
        f"<textarea><script></textarea><p {MANY}></script>",
        f"<!-- <script> --><p {MANY}>",
        ("<p " + " ".join(f"a{n}" for n in range(2000)) + ">") * 10,
    ],
    ids=lambda tag: tag[:12],
)  # fmt: skip
def test_a_tag_with_very_many_ends_the_reading(tag: str) -> None:
    start = time.process_time()
    document = parse_document(f"<html><body><h1>Before</h1>{tag}<p>after", URL)
    assert document.beyond == "page_attributes"
    assert "".join(document.root.itertext()).startswith("Before")
    assert "after" not in "".join(document.root.itertext())
    assert time.process_time() - start < 1


def test_so_does_one_in_the_state_of_a_framework() -> None:
    title = "The harbour of Ostermouth opens again"
    state = json.dumps(
        {"headline": title, "body": f"<p {MANY}>" + "The harbour was opened again on Monday. " * 30}
    )
    page = f"<title>{title}</title><h1>{title}</h1><div id=app></div><script type=application/json>{state}</script>"
    start = time.process_time()
    assert "harbour was" not in repr(read_page(page, URL, bounds=Bounds(page_attributes=0)).article)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "html",
    [
        b"<p class=a>text" * 9999,
        b"<p title='" + b"a=b " * 99_999 + b"'>text",
        b"<script>" + b"if(a<b&&c=='x'){d()};" * 9999 + b"</script>",
        b"text a=b " * 99_999,
        b"<p " + b"data-x=1 " * 840 + b">",
    ],
    ids=lambda html: html[:12].decode(),
)
def test_ordinary_pages_are_read_whole(html: bytes) -> None:
    assert end_within(html, 5000) == len(html)


@pytest.mark.parametrize(
    "part", [b"<a", b"<a b='", b'<a b="', b"<a ", b"<", b"<a b=c\"'", b"<p a=\"'\" b='\"'", b"<a b= ", b"= "]
)
def test_it_takes_no_longer_than_its_length(part: bytes) -> None:
    start = time.process_time()
    end_within(part * (6_000_000 // len(part)), 10**9)
    assert time.process_time() - start < 3
