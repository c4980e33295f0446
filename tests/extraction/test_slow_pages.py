"""Pages made of one thing again and again: five times as much takes about five times as long, not 25."""

from __future__ import annotations

from time import process_time

import pytest

from newscrawler.bounds import Bounds
from newscrawler.extract import read_page
from tests.cpu import grows_with_its_length

HEAD = "<title>A ship sinks in the harbour</title>"
STORY = "<h1>A ship sinks in the harbour</h1><p>The ship sank on Monday, the police said in the evening.</p>"
SENTENCE = "The ship sank in the harbour on Monday and nobody was hurt there. "
REPEATED = {
    "short lines of punctuation": ". , ; -<br>\n",
    "lines of capitals": "WORD WORD<br>\n",
    "paragraphs": f"<p>{SENTENCE}</p>",
    "paragraphs of punctuation": "<p>. , ;</p>",
    "articles in articles' places": f"<section><h2>A b c</h2><p>{SENTENCE}</p></section>",
    "bylines": "<p class=byline>By John Smith and Ann Lee</p>",
    "times": "<time datetime=2026-01-01T10:00:00Z>1 January 2026</time>",
    "printed dates": "<p>1 January 2026, 10:00</p>",
    "scores": "<p>2:1, 3:0, 4:4</p>",
    "datelines": "<p>PARIS, May 1 (Xinhua) -- </p>",
    "broken JSON-LD": '<script type=application/ld+json>{"@type":"NewsArticle","headline":"A "ship" sinks",}</script>',
    "headlines": "<h2>A ship sinks in the harbour</h2>",
    "pictures": "<figure><img src=/a.jpg><figcaption>Photo: John Smith</figcaption></figure>",
    "microdata": f"<div itemprop=articleBody>{SENTENCE}</div>",
    "bars of buttons": f"<div>Comments (6)</div><p>{SENTENCE}</p>",
    "boxes with pictures": "<div class=b><img src=/a.jpg><span>The quay on Monday</span></div>",
    "entries of stories": "<li><a href=/n/1>Storm</a> <span>1 May 2026 - 08:10</span></li>",
    "teasers": f"<div class=k><h4><a href=/n/1>The ferry sails again today</a></h4><p>{SENTENCE}</p></div>",
    "parts of other shapes": f"<div class=x><p>{SENTENCE}{SENTENCE}</p><p>{SENTENCE}{SENTENCE}</p></div><div>A</div>",
    "appeals": "<p>Sign up for our newsletter, please follow us on Facebook, they said on Telegram</p>",
    "answers": f"<p>{SENTENCE}</p><p><a href=#>John</a> Reply</p>",
    "cells": "<table><tr><td>A</td><td>B</td><td>C</td></tr></table>",
    "lists": "<ul><li>A ship</li><li><a href=/x>Another ship sank</a></li></ul>",
}


@pytest.mark.parametrize("repeated", REPEATED.values(), ids=REPEATED)
def test_a_page_five_times_as_long_takes_about_five_times_as_long(repeated: str) -> None:
    def seconds(count: int) -> float:
        html = f"<html><head>{HEAD}</head><body><article>{STORY}{repeated * count}</article></body></html>"
        begin = process_time()
        read_page(html.encode(), "https://gazette.example/2026/ship", bounds=Bounds(page_tags=0))
        return process_time() - begin

    grows_with_its_length(seconds, 3000)
