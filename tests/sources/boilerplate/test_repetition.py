"""Comments, teasers and announcements are told by their repetition, whatever they are named."""

from __future__ import annotations

import pytest

from newscrawler.sources.boilerplate.repetition import count_labels, entries_of, is_label
from newscrawler.sources.hosts import host_of
from tests.sources.stories import expected, lines, paragraph, story
from tests.sources.walked import walked

ENTRIES = {
    "comments": "<div class='x7'><b>user{n}</b> <i>4 May</i><p>{text}</p></div>",
    "votes": "<div class='x7'><div class='v'>12</div><div class='t'><p>{text}</p></div></div>",
    "teasers": "<div class='x7'><h3><a href='/{n}'>Title of story {n}</a></h3><div class='t'>{text}</div></div>",
    "rows": "<div class='x7'><table><tr><td class='who'>Reader {n}, 12:40</td></tr><tr><td class='t'>{text}</td></tr></table></div>",
}


def entries(kind: str, count: int) -> str:
    return "".join(ENTRIES[kind].format(n=n, text=paragraph(n)) for n in range(20, 20 + count))


@pytest.mark.parametrize("kind", ENTRIES)
def test_many_entries_do_not_outweigh_a_short_story(kind: str) -> None:
    page = f"<div class='m'><h1>T</h1><div class='s'>{story(1, 3)}</div></div><div class='o'>{entries(kind, 30)}</div>"
    assert lines(page) == expected(1, 3)


def test_parts_of_a_story_with_headings_of_their_own_are_no_entries() -> None:
    parts = "".join(
        f"<section class='part'><h2>Part {n}</h2><span>4.7 / 5</span><div class='t'><p>{paragraph(n)}</p></div></section>"
        for n in range(1, 6)
    )
    box = f"<div class='s'>{story(30, 31)}</div>"
    assert set(expected(1, 5)) <= set(lines(f"<article><h1>T</h1>{parts}</article>{box}"))


def test_paragraphs_in_boxes_of_their_own_are_no_entries() -> None:
    boxes = "".join(f"<div class='par'><p>{paragraph(n)}</p></div>" for n in range(1, 9))
    assert lines(f"<h1>T</h1><div class='s'>{boxes}</div>") == expected(1, 8)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>user7</p>", True),
        ("<p>12:40</p>", True),
        ("<p><a href=/1>The ferry has run aground, and two of its sailors were hurt.</a></p>", True),
        ("<p>He said no.</p>", False),
        ("<h3>Part one</h3>", False),
        (f"<p>{'word ' * 20}</p>", False),
    ],
)
def test_labels(markup: str, *, expected: bool) -> None:
    (block,) = walked(markup).blocks
    assert is_label(block, 0.0) is expected
    assert not is_label(block, 1.0), "running text is none"


@pytest.mark.parametrize(
    ("part", "count", "entries"),
    [
        ("<div class='x7'><b>user{n}</b><div><p>{text}</p></div></div>", 5, 5),
        ("<div class='x7'><b>user{n}</b><div><p>{text}</p></div></div>", 2, 0),
        ("<div class='x7'><h2>Part {n}</h2><b>user{n}</b><div><p>{text}</p></div></div>", 5, 0),
        ("<div class='x7'><div><p>{text}</p></div></div>", 5, 0),
        ("<div class='x7'><b>user{n}</b><div>" + 3 * "<p>{text}</p>" + "</div></div>", 5, 0),
    ],
    ids=["labelled", "too few", "headed", "without labels", "parts of a story"],
)
def test_entries_of_a_list(part: str, count: int, entries: int) -> None:
    page = walked("<main>" + "".join(part.format(n=n, text=paragraph(n)) for n in range(count)) + "</main>")
    hosts = [host_of(block) for block, weight in zip(page.blocks, page.weights, strict=True) if weight]
    labels = count_labels(page.nodes, page.blocks, page.weights)
    assert len(entries_of(hosts, labels)) == entries


@pytest.mark.parametrize(
    ("blocks", "labels"),
    [
        ("<b>user7</b>", 1),
        ("<b>user7</b><i>12:40</i>", 2),
        ("<h3><a href=/7>Title of story 7</a></h3>", 1),
        ("<div>He said no.</div>", 0),
        ("<b>user7</b><div>He said no.</div>", 1),
        ("<h3>Part one</h3>", -1000),
    ],
)
def test_labels_of_an_entry(blocks: str, labels: int) -> None:
    page = walked(
        f"<section>{blocks.replace('<b>', '<div>').replace('</b>', '</div>')}<p>{paragraph(1)}</p></section>"
    )
    section = next(node for node in page.nodes if node.tag == "section")
    assert count_labels(page.nodes, page.blocks, page.weights)[section.index] == labels
